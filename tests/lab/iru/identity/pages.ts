/** Pages of Iru Identity. Their look, ids and words are the lab's own: none of the real ones is public. */
import { escapeHtml } from '../../respond';
import type { IruOptions } from '../model';
import { page } from './layout';

type Theme = IruOptions['theme'];

export interface SignInPage {
  theme: Theme;
  flowKey: string;
  tenantName: string;
  /** The tenant's own methods, with what their buttons say. */
  methods: { id: string; text: string }[];
  /** Passkeys, Google Social and Microsoft Social are on (facts/kandji.md §1). */
  standard: boolean;
  passwordSignIn: boolean;
  /** The email that came with a wrong password. */
  rejected?: string | undefined;
}

export function signInPage({ theme, tenantName, methods, standard, rejected, ...more }: SignInPage): string {
  const { flowKey, passwordSignIn } = more;
  const action = `/sign-in?flow=${flowKey}`;
  const choices = methods.map(({ id, text }) => choice(action, `connection:${id}`, text));
  const social = [
    choice(action, 'google', 'Google', 'Continue with Google'),
    choice(action, 'microsoft', 'Microsoft', 'Continue with Microsoft'),
  ];
  return page({
    theme,
    title: 'Sign in to Iru',
    body: `
    <h1>Sign in</h1>
    <p class="lead">to <strong>${escapeHtml(tenantName)}</strong> on Iru</p>
    ${choices.join('')}
    ${standard && methods.length > 0 ? '<div class="divider">or</div>' : ''}
    ${standard ? passkey : ''}
    ${standard && passwordSignIn ? passwordForm(action, rejected) : ''}
    ${standard ? `<div class="pair">${social.join('')}</div>` : ''}`,
  });
}

function choice(action: string, method: string, text: string, name = text): string {
  return `
    <form method="post" action="${escapeHtml(action)}">
      <input type="hidden" name="method" value="${escapeHtml(method)}">
      <button type="submit" class="choice" aria-label="${escapeHtml(name)}">${escapeHtml(text)}</button>
    </form>`;
}

/** No device of the lab has a passkey for it. */
const passkey = `
    <button type="button" class="choice" id="passkey"
      onclick="document.getElementById('passkey-problem').hidden = false">Sign in with a passkey</button>
    <p class="problem" id="passkey-problem" role="alert" hidden>No passkey for this tenant was found on this device.</p>`;

function passwordForm(action: string, rejected: string | undefined): string {
  return `
    <form method="post" action="${escapeHtml(action)}" class="credentials">
      <input type="hidden" name="method" value="password">
      <label>Email <input type="email" name="email" autocomplete="username" required value="${escapeHtml(rejected ?? '')}"></label>
      <label>Password <input type="password" name="password" autocomplete="current-password" required></label>
      ${rejected === undefined ? '' : '<p class="problem" role="alert">That email and password don’t match.</p>'}
      <button type="submit" class="main">Sign in</button>
    </form>`;
}

/** Where a sign-in that broke ends: the OAuth error is in the address as well. */
export function errorPage(theme: Theme, error: string, description: string, tryAgain: string): string {
  return page({
    theme,
    title: 'Sign-in failed',
    body: `
    <h1>We couldn’t sign you in</h1>
    <p class="lead">${escapeHtml(description)}</p>
    <p class="code"><span>Error</span> <code>${escapeHtml(error)}</code></p>
    <a class="main" href="${escapeHtml(tryAgain)}">Try again</a>`,
  });
}

export function noAccessPage(theme: Theme, tenantName: string, user: string): string {
  return page({
    theme,
    title: 'No access',
    body: `
    <h1>You don’t have access to ${escapeHtml(tenantName)}</h1>
    <p class="lead"><strong>${escapeHtml(user)}</strong> isn’t a user of this tenant. Ask an administrator to invite you, then sign in again.</p>`,
  });
}

/** After *Accept* on Microsoft's consent page, where the console offers a consent link at all. */
export function consentedPage(theme: Theme): string {
  return page({
    theme,
    title: 'Consent granted',
    body: `
    <h1>Consent granted</h1>
    <p class="lead">Your organization has approved this connection. You can close this window.</p>`,
  });
}

export function googlePage(theme: Theme): string {
  return page({
    theme,
    title: 'Google',
    body: '<h1>Google</h1><p class="lead">The lab has no Google accounts.</p>',
  });
}

/** What a stranger may meet at the tenant's address: "Navigate to your Iru tenant and click Log In" (facts §4). */
export function welcomePage(theme: Theme, tenantName: string, logIn: string): string {
  return page({
    theme,
    title: 'Iru',
    body: `
    <h1>Welcome to Iru</h1>
    <p class="lead">${escapeHtml(tenantName)}</p>
    <a class="main" href="${escapeHtml(logIn)}">Log In</a>`,
  });
}
