/** Microsoft's sign-in pages, with the ids and names of facts/entra.md §9. */
import { escapeHtml } from '../respond';
import type { LabApp, LabUser } from '../world';
import { page } from './layout';
import { newTrace, type Problem } from './problems';

export interface SignInPage {
  tenant: string;
  /** Names the sign-in under way; posted back. */
  context: string;
  username: string;
  /** Shown above the field it belongs to. */
  error?: string;
}

/** User name first, password second, at one address, as the real page does it. Posts both together. */
export function signInPage({ tenant, context, username, error }: SignInPage): string {
  return page({
    pageId: 'ConvergedSignIn',
    title: 'Sign in to your account',
    config: { urlPost: `/${tenant}/login`, sFTTag: '', iErrorCode: 0 },
    card: `
    <form name="f1" id="i0281" method="post" action="/${escapeHtml(tenant)}/login" autocomplete="off" novalidate>
      <input type="hidden" name="ctx" value="${escapeHtml(context)}">
      <input type="hidden" name="type" value="11">
      <div id="usernameStep">
        <div class="heading" id="loginHeader" role="heading" aria-level="1">Sign in</div>
        ${error ? `<p class="alert" id="usernameError" role="alert">${escapeHtml(error)}</p>` : ''}
        <input type="email" name="loginfmt" id="i0116" maxlength="113" placeholder="Email or phone"
          aria-label="Enter your email or phone" value="${escapeHtml(username)}" autofocus>
      </div>
      <div id="passwordStep" class="moveOffScreen" aria-hidden="true">
        <div class="account" id="displayName"></div>
        <div class="heading" role="heading" aria-level="1">Enter password</div>
        <input type="password" name="passwd" id="i0118" placeholder="Password" autocomplete="off"
          aria-label="Enter the password" tabindex="-1">
      </div>
      <div class="buttons">
        <input type="button" id="idBtn_Back" class="moveOffScreen" value="Back">
        <input type="submit" id="idSIButton9" value="Next">
      </div>
    </form>`,
    script: TWO_STEPS,
  });
}

const TWO_STEPS = `
  const byId = (id) => document.getElementById(id);
  const show = (step) => {
    const password = step === 'password';
    byId('usernameStep').classList.toggle('moveOffScreen', password);
    byId('passwordStep').classList.toggle('moveOffScreen', !password);
    byId('passwordStep').setAttribute('aria-hidden', String(!password));
    byId('idBtn_Back').classList.toggle('moveOffScreen', !password);
    byId('i0118').tabIndex = password ? 0 : -1;
    byId('idSIButton9').value = password ? 'Sign in' : 'Next';
    byId('displayName').textContent = byId('i0116').value;
    byId(password ? 'i0118' : 'i0116').focus();
  };
  byId('idBtn_Back').addEventListener('click', () => show('username'));
  byId('i0281').addEventListener('submit', (event) => {
    if (byId('passwordStep').getAttribute('aria-hidden') === 'false') return;
    event.preventDefault();
    if (byId('i0116').value.trim() !== '') show('password');
  });
`;

/** "Stay signed in?" */
export function staySignedInPage(context: string, user: LabUser): string {
  return page({
    pageId: 'KmsiInterrupt',
    title: 'Sign in to your account',
    card: `
    <form method="post" action="/kmsi">
      <input type="hidden" name="ctx" value="${escapeHtml(context)}">
      <div class="account">${escapeHtml(user.upn)}</div>
      <h1>Stay signed in?</h1>
      <p>Do this to reduce the number of times you are asked to sign in.</p>
      <div class="buttons">
        <input type="submit" id="idBtn_Back" name="LoginOptions" value="No">
        <input type="submit" id="idSIButton9" name="LoginOptions" value="Yes">
      </div>
    </form>`,
  });
}

export interface ConsentPage {
  tenant: string;
  context: string;
  app: LabApp;
  user: LabUser;
  directoryName: string;
  /** For everybody by definition, for everybody if ticked, or for this user alone. */
  reach: 'organization' | 'choice' | 'user';
}

export function consentPage({ tenant, context, app, user, directoryName, reach }: ConsentPage): string {
  return page({
    pageId: 'ConvergedConsent',
    title: 'Permissions requested',
    card: `
    <form method="post" action="/${escapeHtml(tenant)}/Consent/Set">
      <input type="hidden" name="ctx" value="${escapeHtml(context)}">
      <div class="account">${escapeHtml(user.upn)}</div>
      <div class="heading" role="heading" aria-level="1">Permissions requested</div>
      ${reach === 'organization' ? '<p>Review for your organization</p>' : ''}
      <p><strong>${escapeHtml(app.displayName)}</strong><br><span class="small">${escapeHtml(directoryName)}</span></p>
      <p>This app would like to:</p>
      <ul>
        <li>Sign ${reach === 'organization' ? 'in and read user profile' : 'you in and read your profile'}</li>
        <li>View ${reach === 'organization' ? "users' basic profile" : 'your basic profile'}</li>
        <li>View ${reach === 'organization' ? "users' email address" : 'your email address'}</li>
      </ul>
      ${
        reach === 'choice'
          ? '<label class="check"><input type="checkbox" name="onBehalfOfAll" value="true"> Consent on behalf of your organization</label>'
          : ''
      }
      <p class="small">${
        reach === 'organization'
          ? 'If you accept, this app will get access to the specified resources for all users in your organization. No one else will be prompted to review these permissions.'
          : 'Accepting these permissions means that you allow this app to use your data as specified in their terms of service and privacy statement.'
      }</p>
      <div class="buttons">
        <input type="submit" id="idBtn_Back" name="decision" value="Cancel">
        <input type="submit" id="idSIButton9" name="decision" value="Accept">
      </div>
    </form>`,
  });
}

/** A refusal. "Need admin approval" has a heading of its own; all others share one. */
export function errorPage(refused: Problem): string {
  const trace = newTrace();
  const message = `AADSTS${refused.code}: ${refused.text}`;
  const heading =
    refused.code === '90094' ? 'Need admin approval' : "Sorry, but we're having trouble signing you in";
  return page({
    pageId: 'ConvergedError',
    title: 'Sign in to your account',
    wide: true,
    config: {
      strMainMessage: heading,
      strServiceExceptionMessage: `${message} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${trace.timestamp}`,
      sErrorCode: refused.code,
      iErrorCode: Number(refused.code),
      sErrTxt: '',
      correlationId: trace.correlationId,
    },
    card: `
    <div class="heading" id="loginHeader" role="heading" aria-level="1">${heading}</div>
    <div id="exceptionMessageContainer">${escapeHtml(message)}</div>
    <details open>
      <summary>Troubleshooting details</summary>
      <p class="small">If you contact your administrator, send this info to them.</p>
      <dl>
        <dt>Request Id</dt><dd>${trace.traceId}</dd>
        <dt>Correlation Id</dt><dd>${trace.correlationId}</dd>
        <dt>Timestamp</dt><dd>${trace.timestamp}</dd>
        <dt>Message</dt><dd>${escapeHtml(message)}</dd>
      </dl>
    </details>`,
  });
}
