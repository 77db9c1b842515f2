// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageContext } from '../../../utils/page/context';
import { watchSigninPage } from '../../../utils/signin/watch';
import { layOut } from '../page/layout';
import { alerts, goTo, hostCount, seeClosedRoots } from '../vendors/console-harness';

const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
const authorize = `https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize?client_id=${CLIENT_ID}`;
const explain = { kind: 'explainMicrosoft', code: '65004', vendorName: 'Kandji', expectedRedirectUri: '' };

let sent: unknown[];
let ending: AbortController;
beforeEach(() => {
  layOut();
  seeClosedRoots();
  sent = [];
  ending = new AbortController();
  document.body.innerHTML = '<main><p>Sign in</p></main>';
});
afterEach(() => {
  ending.abort();
  expect(hostCount()).toBe(0);
});

function start(address: string, answer: (data: unknown) => unknown = () => ({ kind: 'nothing' })): void {
  goTo(address);
  const send = async (type: string, data: unknown) => {
    expect(type).toBe('signinSeen');
    sent.push(data);
    const given = answer(data);
    if (given instanceof Error) throw given;
    return given;
  };
  watchSigninPage({ document, window, send: send as unknown as PageContext['send'] }, ending.signal);
}
const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 2500, interval: 10 });
const soon = () => new Promise((resolve) => setTimeout(resolve, 500));

it('tells what it sees once, and shows nothing where there is nothing to say', async () => {
  start(authorize);
  document.body.append(document.createElement('p'));
  await soon();
  expect(sent).toEqual([{ page: 'microsoft', clientId: CLIENT_ID, consent: false }]);
  expect(hostCount()).toBe(0);
});

it('sees the page turn into an error without a navigation, and explains it', async () => {
  start(authorize, (data) => (JSON.stringify(data).includes('65004') ? explain : { kind: 'nothing' }));
  await soon();
  document.body.innerHTML = '<main><div id="exceptionMessageContainer">AADSTS65004: declined</div></main>';
  await eventually(() => expect(alerts()).toEqual([expect.stringContaining('Consent was declined.')]));
  document.body.innerHTML = '<main><div id="exceptionMessageContainer">AADSTS65004: declined</div></main>';
  await eventually(() => expect(alerts()).toHaveLength(1));
  document.body.innerHTML = '<main><p>Sign in</p></main>';
  await eventually(() => expect(alerts()).toEqual([]));
});

it('explains an error of the vendor', async () => {
  document.body.innerHTML = '<p>invalid_request; failed to obtain access token</p>';
  start('https://auth.eu.kandji.io/login/callback', () => ({
    kind: 'explainVendor',
    reason: 'tokenExchangeFailed',
    vendorName: 'Kandji',
  }));
  await eventually(() => expect(alerts()).toEqual([expect.stringContaining('Secret ID')]));
});

it.each([
  'https://login.microsoftonline.com.evil.example/',
  'https://acme.kandji.io/',
  'http://login.microsoftonline.com/',
  'https://login.microsoftonline.com:8443/',
])('does nothing on %s', async (address) => {
  start(address);
  await soon();
  expect(sent).toEqual([]);
});

it('does nothing in a frame', async () => {
  vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
  start(authorize);
  await soon();
  expect(sent).toEqual([]);
});

it('falls silent when the extension was updated under the page', async () => {
  start(authorize, () => new Error('Extension context invalidated.'));
  await soon();
  document.body.innerHTML = '<div id="exceptionMessageContainer">AADSTS65004: declined</div>';
  await soon();
  expect(sent).toHaveLength(1);
  expect(hostCount()).toBe(0);
});
