// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readMicrosoftPage } from '../../../utils/entra/signin-page';
import { iru } from '../../../utils/vendors/iru';
import { kandji } from '../../../utils/vendors/kandji';
import { readVendorSigninPage } from '../../../utils/vendors/signin-page';
import { layOut } from '../page/layout';

const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
const TRACE_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const CALLBACK = 'https://auth.kandji.io/login/callback';
const authorize = `https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize?client_id=${CLIENT_ID}&redirect_uri=${encodeURIComponent(CALLBACK)}&response_type=code&state=s3cret`;
const message = `AADSTS50011: The redirect URI does not match. Trace ID: ${TRACE_ID} Correlation ID: ${CLIENT_ID} Timestamp: 2026-11-23`;

function page(head: string, body: string): Document {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return document;
}
const meta = (pageId: string) => `<meta name="PageID" content="${pageId}">`;

describe('Microsoft’s page', () => {
  it('says whose app it is for, and hands over no state', () => {
    const seen = readMicrosoftPage(page(meta('ConvergedSignIn'), '<input name="loginfmt">'), authorize);
    expect(seen).toEqual({ page: 'microsoft', clientId: CLIENT_ID, redirectUri: CALLBACK, consent: false });
  });

  it.each([
    ['prompt=consent', `${authorize}&prompt=consent`, ''],
    ['prompt=admin_consent', `${authorize}&prompt=admin_consent`, ''],
    ['prompt=login consent', `${authorize}&prompt=login%20consent`, ''],
    [
      'adminconsent',
      `https://login.microsoftonline.com/contoso.example/adminconsent?client_id=${CLIENT_ID}`,
      '',
    ],
    [
      'v2.0/adminconsent',
      `https://login.microsoftonline.com/contoso.example/v2.0/adminconsent?client_id=${CLIENT_ID}`,
      '',
    ],
    ['the page’s own name', authorize, meta('ConvergedConsent')],
  ])('asks for consent: %s', (_how, address, head) => {
    expect(readMicrosoftPage(page(head, ''), address)).toMatchObject({ consent: true, clientId: CLIENT_ID });
  });

  it.each([
    ['in the container', '', `<div id="exceptionMessageContainer">${message}</div>`],
    [
      'in the container, the trace beside it',
      '',
      `<div id="exceptionMessageContainer">AADSTS50011: The redirect URI</div><p>Trace Id: ${TRACE_ID}</p>`,
    ],
    ['in the page’s text', meta('ConvergedError'), `<main><h1>Sorry</h1><p>${message}</p></main>`],
    [
      'in the inline data',
      '',
      `<script>$Config={"pgid":"ConvergedError","strServiceExceptionMessage":"AADSTS50011: \\u0027x\\u0027 Trace ID: ${TRACE_ID}","sErrTxt":""};</script>`,
    ],
  ])('shows an error %s', (_where, head, body) => {
    expect(readMicrosoftPage(page(head, body), authorize)).toMatchObject({
      code: '50011',
      traceId: TRACE_ID,
    });
  });

  it('shows an error in its address', () => {
    const address = `https://login.microsoftonline.com/common/x?error=consent_required&error_description=${encodeURIComponent('AADSTS65004: declined')}`;
    expect(readMicrosoftPage(page('', ''), address)).toEqual({
      page: 'microsoft',
      consent: false,
      code: '65004',
    });
  });

  it.each([
    [
      'codes that only its scripts name',
      '<script>var known=["AADSTS50011"];</script><style>/*AADSTS50012*/</style>',
    ],
    ['a number that is no code', '<p>AADSTS12 AADSTS1234567890123</p>'],
    ['empty inline data', '<script>$Config={"strServiceExceptionMessage":null,"x":"AADSTS50011"}</script>'],
    [
      'malformed inline data',
      '<script>$Config={"strServiceExceptionMessage":"\\uZZZZ AADSTS50011"}</script>',
    ],
  ])('shows no error: %s', (_what, body) => {
    expect(readMicrosoftPage(page('', body), authorize)).not.toHaveProperty('code');
  });

  it('takes no client ID that is none, and no endless redirect URI', () => {
    const address = `https://login.microsoftonline.com/x?client_id=kandji&redirect_uri=https://a.example/${'x'.repeat(1100)}`;
    expect(readMicrosoftPage(page('', ''), address)).toEqual({ page: 'microsoft', consent: false });
  });
});

describe('the vendor’s page', () => {
  const read = (path: string, body = '') =>
    readVendorSigninPage(page('', body), `https://auth.kandji.io${path}`, kandji);

  it.each([
    ['/u/login?state=x', 'login'],
    ['/u/login/identifier?state=x', 'login'],
    ['/u/mfa-otp-challenge?state=x', 'login'],
    ['/login/callback?code=c0de&state=x', 'callback'],
    ['/p/waad/CBIQ6Xfb', 'other'],
    ['/', 'other'],
  ])('%s is at %s', (path, at) => {
    expect(read(path)).toEqual({ page: 'vendor', at });
  });

  it('has an error in its address', () => {
    expect(
      read(
        '/login/callback?error=invalid_request&error_description=failed%20to%20obtain%20access%20token&code=c0de',
      ),
    ).toEqual({
      page: 'vendor',
      at: 'callback',
      error: 'invalid_request',
      description: 'failed to obtain access token',
    });
  });

  it.each([
    ['<h1>Oops!</h1><p>invalid_request; failed to obtain access token</p>', 'failed to obtain access token'],
    ['<p>Failed to obtain access token</p>', 'Failed to obtain access token'],
    ['<p>ada@contoso.example is not part of the org_1 organization</p>', 'not part'],
  ])('has an error in its text: %s', (body, error) => {
    expect(read('/login/callback', body)).toEqual({ page: 'vendor', at: 'callback', error });
  });

  it('has no error where strangers are asked to sign up', () => {
    expect(read('/u/login', '<p>No account? Sign up</p>')).toEqual({ page: 'vendor', at: 'login' });
  });
});

describe('a page of Iru’s sign-in, whose paths are not published', () => {
  beforeEach(layOut);
  const read = (path: string, body = '') =>
    readVendorSigninPage(page('', body), `https://vpriix.id.iru.com${path}`, iru);

  it.each([
    ['a password field', '/x/1', '<input type="password">', 'login'],
    ['an email field', '/x/1', '<label>E-Mail<input type="email"></label>', 'login'],
    ['a button of a connection', '/x/1', '<button>Continue with Contoso</button>', 'login'],
    ['a link that signs in', '/x/1', '<a href="/y">Sign in with a passkey</a>', 'login'],
    ['a button with a name of its own', '/x/1', '<button aria-label="Log in"><svg></svg></button>', 'login'],
    ['its path', '/sign-in?flow=x', '', 'login'],
    ['a hidden field', '/x/1', '<input type="password" style="display:none">', 'other'],
    ['the end of a consent', '/x/1', '<h1>Consent granted</h1><button>Close</button>', 'other'],
    ['a callback', '/api/federation/callback/1?code=c0de', '<button>Continue with x</button>', 'callback'],
  ])('is known by %s', (_what, path, body, at) => {
    expect(read(path, body)).toEqual({ page: 'vendor', at });
  });

  it.each([
    ['/error?error=invalid_client&error_description=rejected', '', 'invalid_client'],
    ['/error?error=access_denied&error_description=No%20user%20matches', '', 'access_denied'],
    ['/x', '<h1>You don’t have access to acme</h1>', 'don’t have access'],
    ['/x', '<p>stan@contoso.example isn’t a user of this tenant.</p>', 'isn’t a user'],
    ['/x', '<p>You are not a member of this organization.</p>', 'not a member'],
  ])('has an error: %s %s', (path, body, error) => {
    expect(read(path, body)).toMatchObject({ page: 'vendor', at: 'other', error });
  });

  it('has no error where strangers may sign up', () => {
    expect(read('/x', '<p>No account yet?</p><input type="email">')).toEqual({ page: 'vendor', at: 'login' });
  });
});
