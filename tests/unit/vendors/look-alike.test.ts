// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { CLIENT_ID, eventually, onConsolePage, press, show, soon, statuses } from './console-harness';
import { addBlade, connectionForm } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

const candidate = { clientId: CLIENT_ID, capturedAt: 0 };
const ready = { kind: 'ready', candidate, deadline: Date.now() + 600_000 };
const google = connectionForm({ labels: { domain: 'Google Workspace Domain' } });
const directory = '<div role="dialog"><h2>User directory</h2><button>Sign in with Azure</button></div>';

it.each([
  ['a Google form', google, /connects Google Workspace.*choose Azure Active Directory/],
  [
    'a Custom SAML form with an identifier of a client',
    connectionForm({ heading: 'Custom SAML', labels: { domain: 'Domain' } }),
    /connects SAML/,
  ],
  ['the user directory', directory, /user directory.*no client ID and no secret.*Settings > Access/],
])('names %s while values are held for this console', async (_what, html, said) => {
  show(html, { vendorContext: ready });
  await eventually(() => expect(statuses().join()).toMatch(said));
});

it.each([
  ['a Google form, nothing held', google, { kind: 'nothingHeld', missing: ['secretValue'] }],
  ['the user directory, nothing held', directory, { kind: 'nothingHeld', missing: ['secretValue'] }],
  ['the connection form', connectionForm(), ready],
  ['the blade that lists all kinds', addBlade, ready],
  ['a login page', '<form><input type="password"><button>Sign in with Microsoft</button></form>', ready],
])('names nothing: %s', async (_what, html, vendorContext) => {
  show(html, { vendorContext });
  await soon();
  expect(statuses()).toEqual([]);
});

it('goes with the form', async () => {
  show(google, { vendorContext: ready });
  await eventually(() => expect(statuses()).toHaveLength(1));
  document.body.innerHTML = connectionForm();
  await eventually(() => expect(statuses()).toEqual([]));
});

it('stays away once it was dismissed', async () => {
  show(google, { vendorContext: ready });
  await eventually(() => expect(statuses()).toHaveLength(1));
  press('Dismiss');
  document.body.append(document.createElement('p'));
  await soon();
  expect(statuses()).toEqual([]);
});
