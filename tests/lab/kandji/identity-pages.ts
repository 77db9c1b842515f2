/**
 * Pages of the vendor's sign-in host: Auth0's New Universal Login and its plain error and success pages.
 * Elements: facts/kandji.md §4 (two public end-to-end suites that drive the real product).
 */
import { escapeHtml } from '../respond';
import type { VendorConnection } from '../world';

const STYLE = `
  :root{color-scheme:light dark;--bg:#f3f4f6;--card:#fff;--ink:#16181d;--muted:#5f6673;--line:#d5d9e0;--accent:#1f5eff}
  @media (prefers-color-scheme:dark){:root{--bg:#111318;--card:#1b1e25;--ink:#f0f2f5;--muted:#a4abb8;--line:#3a3f4b;--accent:#6d95ff}}
  *{box-sizing:border-box}
  body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--bg);color:var(--ink);
    font:15px/1.45 Inter,-apple-system,"Segoe UI",Roboto,sans-serif}
  main{width:400px;max-width:calc(100vw - 32px);padding:40px;background:var(--card);border-radius:8px;
    box-shadow:0 12px 40px rgb(0 0 0/.12);text-align:center}
  main.wide{width:560px;text-align:left}
  #prompt-logo-center{width:52px;height:52px;margin:0 auto 24px;display:grid;place-items:center;border-radius:14px;
    background:var(--ink);color:var(--card);font-weight:700;font-size:24px}
  h1{font-size:24px;line-height:1.2;margin:0 0 12px;font-weight:600}
  p{margin:0 0 16px;color:var(--muted);overflow-wrap:anywhere}
  form{margin:0 0 8px}
  label{display:block;text-align:left;font-size:13px;color:var(--muted);margin:0 0 4px}
  input[type=text],input[type=password]{width:100%;height:48px;padding:0 14px;margin-bottom:14px;font:inherit;
    color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px}
  input:focus-visible,button:focus-visible{outline:3px solid color-mix(in srgb,var(--accent) 40%,transparent);border-color:var(--accent)}
  button{width:100%;height:48px;font:inherit;cursor:pointer;border-radius:6px;border:1px solid var(--line);
    background:transparent;color:inherit}
  button.primary{background:var(--accent);border-color:var(--accent);color:#fff;font-weight:600}
  .error{color:#d03c38;font-size:13px;text-align:left;margin:-8px 0 12px}
  .or{display:flex;gap:12px;align-items:center;color:var(--muted);font-size:12px;margin:18px 0 14px}
  .or::before,.or::after{content:"";flex:1;border-top:1px solid var(--line)}
  a{color:var(--accent)} .forgot{text-align:left;font-size:14px}
  code{font:13px/1.5 ui-monospace,Menlo,monospace}
`;

function page(title: string, main: string, wide = ''): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>${escapeHtml(title)}</title>
  <style>${STYLE}</style>
</head>
<body class="_widget-auto-layout">
  <main class="${wide || '_widget login'}">${main}</main>
</body>
</html>`;
}

export interface LoginPage {
  state: string;
  tenantName: string;
  /** Email and password, Google and Microsoft: gone once Standard Authentication is off. */
  standardAuthentication: boolean;
  connections: readonly VendorConnection[];
  username?: string;
  error?: 'credentials' | 'usernameMissing' | 'passwordMissing';
}

const ERRORS = {
  credentials: { id: 'error-element-password', text: 'Wrong email or password' },
  usernameMissing: { id: 'error-cs-username-required', text: 'Please enter an email address' },
  passwordMissing: { id: 'error-cs-password-required', text: 'Password is required' },
};

export function loginPage(login: LoginPage): string {
  const { state, tenantName, standardAuthentication, connections } = login;
  const buttons = [
    ...(standardAuthentication
      ? [
          socialButton(state, 'google', 'google-oauth2', 'Continue with Google'),
          socialButton(state, 'windowslive', 'windowslive', 'Continue with Microsoft Account'),
        ]
      : []),
    ...connections.map(({ id, kind, name }) =>
      socialButton(state, PROVIDERS[kind], id, `Continue with ${name}`),
    ),
  ];
  return page(
    'Log in | Kandji',
    `
    <div id="prompt-logo-center" role="img" aria-label="Kandji">K</div>
    <h1>Welcome back</h1>
    <p>Log in to ${escapeHtml(tenantName)} to continue to Kandji.</p>
    ${standardAuthentication ? passwordForm(login) : ''}
    ${standardAuthentication && buttons.length > 0 ? '<div class="or">OR</div>' : ''}
    ${buttons.join('')}
    <div id="ulp-error-announcer" aria-live="polite" hidden>${login.error ? ERRORS[login.error].text : ''}</div>`,
  );
}

const PROVIDERS: Record<VendorConnection['kind'], string> = {
  azure: 'waad',
  google: 'google-apps',
  saml: 'samlp',
};

function passwordForm({ state, username = '', error }: LoginPage): string {
  const message = error
    ? `<div class="error" id="${ERRORS[error].id}" role="alert">${ERRORS[error].text}</div>`
    : '';
  return `
    <form method="post" data-form-primary="true" novalidate>
      <input type="hidden" name="state" value="${escapeHtml(state)}">
      <label for="username">Email address</label>
      <input type="text" inputmode="email" name="username" id="username" autocomplete="email" value="${escapeHtml(username)}" autofocus>
      <label for="password">Password</label>
      <input type="password" name="password" id="password" autocomplete="current-password">
      ${message}
      <p class="forgot"><a href="/u/reset-password/request?state=${encodeURIComponent(state)}">Forgot password?</a></p>
      <button type="submit" name="action" value="default" class="primary" data-action-button-primary="true">Continue</button>
    </form>`;
}

function socialButton(state: string, provider: string, connection: string, label: string): string {
  return `
    <form method="post" data-provider="${provider}" data-form-secondary="true">
      <input type="hidden" name="state" value="${escapeHtml(state)}">
      <input type="hidden" name="connection" value="${escapeHtml(connection)}">
      <button type="submit" data-provider="${provider}" data-action-button-secondary="true">${escapeHtml(label)}</button>
    </form>`;
}

/** Auth0's page for a login that broke: `error: description`. */
export function errorPage(error: string, description: string, tracking: string): string {
  return page(
    'Error',
    `
    <h1>Oops!, something went wrong</h1>
    <p>There could be a misconfiguration in the system or a service outage. We track these errors automatically, but if the problem persists feel free to contact us.</p>
    <p id="error-description"><code>${escapeHtml(error)}: ${escapeHtml(description)}</code></p>
    <details><summary>See details for this error</summary><p><code>tracking: ${escapeHtml(tracking)}</code></p></details>`,
    'wide',
  );
}

/** Where an Entra administrator lands after *Accept*. Its real text is not known (facts/kandji.md §14). */
export function authorizedPage(connectionName: string): string {
  return page(
    'Authorization successful',
    `
    <div id="prompt-logo-center" role="img" aria-label="Kandji">K</div>
    <h1>Authorization successful</h1>
    <p>The connection <strong>${escapeHtml(connectionName)}</strong> is authorized. It can now be enabled and tested. You may close this window.</p>`,
  );
}

export function plainPage(heading: string, text: string): string {
  return page(heading, `<h1>${escapeHtml(heading)}</h1><p>${escapeHtml(text)}</p>`);
}
