// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  alerts,
  allSent,
  buttons,
  CLIENT_ID,
  click,
  eventually,
  goTo,
  hostCount,
  onConsolePage,
  payload,
  press,
  SECRET,
  sent,
  show,
  soon,
  statuses,
  type,
} from './console-harness';
import { connectionForm } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

describe('after Save', () => {
  const ticket = 'https://auth.kandji.io/p/waad/CBIQ6Xfb';
  const dialog = `<div role="dialog"><a href="${ticket}">Authorize</a></div>`;

  it('offers the consent link and tells that the connection is saved, once', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await globalThis.ssoCourierFill?.(payload);
    type('name', 'Our SSO');
    click('form button');
    document.body.innerHTML = dialog;
    await eventually(() => expect(buttons()).toEqual(['Open consent link', 'Copy consent link']));
    document.body.append(document.createElement('table'));
    await soon();
    expect(sent('consentLinkSeen')).toEqual([{ href: ticket }]);
    expect(sent('vendorSeen')).toEqual([
      expect.objectContaining({ seen: 'saved', connectionName: 'Our SSO' }),
    ]);
  });

  it.each([
    ['typed by hand', () => type('secret', SECRET), CLIENT_ID.toUpperCase(), CLIENT_ID],
    ['left empty', () => undefined, CLIENT_ID, CLIENT_ID],
    ['typed by hand, with no client ID', () => type('secret', SECRET), 'Kandji', undefined],
  ])('tells what the form held when its secret was %s', async (_how, typeSecret, typed, clientId) => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    type('name', 'By hand');
    type('clientId', typed);
    typeSecret();
    await soon();
    // What cannot be right is objected to once.
    click('form button');
    click('form button');
    document.body.innerHTML = dialog;
    await eventually(() =>
      expect(sent('vendorSeen')).toEqual([
        { seen: 'saved', connectionName: 'By hand', secretIsFilled: false, ...(clientId && { clientId }) },
      ]),
    );
  });

  it('says nothing of the last fill in a form that is opened later, however busy the page was', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await globalThis.ssoCourierFill?.(payload);
    await eventually(() => expect(statuses()).toHaveLength(1));
    document.body.innerHTML = '<main></main>';
    for (let change = 0; change < 10; change++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      document.querySelector('main')?.append(document.createElement('table'));
    }
    document.body.innerHTML = connectionForm();
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
    expect(statuses()).toEqual([]);
  });

  it('does not take a secret for the filled one that was typed over it', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await globalThis.ssoCourierFill?.(payload);
    type('secret', `${SECRET}x`);
    click('form button');
    click('form button');
    document.body.innerHTML = dialog;
    await eventually(() => expect(sent('vendorSeen')).toMatchObject([{ secretIsFilled: false }]));
  });

  it.each([
    [{ kind: 'opened' }, /Opened in a new tab/],
    [{ kind: 'notKnown' }, /Not opened: SSO Courier holds no connection/],
    [{ kind: 'refused', host: 'evil.example' }, /Not opened: evil\.example/],
  ])('opens it by the background: %j', async (openConsentLink, words) => {
    show(dialog, { openConsentLink });
    await eventually(() => expect(buttons()).toHaveLength(2));
    press('Open consent link');
    await eventually(() => expect(statuses()).toEqual([expect.stringMatching(words)]));
    const types = allSent().map((message) => message.type);
    expect(types.indexOf('consentLinkSeen')).toBeLessThan(types.indexOf('openConsentLink'));
  });

  it('is opened only after the background knows it', async () => {
    let known = (_answer: unknown) => {};
    const consentLinkSeen = new Promise((resolve) => {
      known = resolve;
    });
    show(dialog, { consentLinkSeen, openConsentLink: { kind: 'opened' } });
    await eventually(() => expect(buttons()).toHaveLength(2));
    press('Open consent link');
    await soon();
    expect(sent('openConsentLink')).toEqual([]);
    known({ kind: 'done' });
    await eventually(() => expect(sent('openConsentLink')).toHaveLength(1));
  });

  it.each([
    ['the request to open it', {}, 1],
    ['what was seen of it', { consentLinkSeen: { kind: 'dropped', reason: 'failed' } }, 0],
  ])(
    'names a press that came to no end, with the line for support to copy: %s',
    async (_what, answers, asked) => {
      vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
      const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      show(dialog, { openConsentLink: { kind: 'dropped', reason: 'failed' }, ...answers });
      await eventually(() => expect(buttons()).toHaveLength(2));
      press('Open consent link');
      await eventually(() =>
        expect(alerts()).toEqual([expect.stringMatching(/was interrupted.*press Open/)]),
      );
      expect(statuses()).toEqual([]);
      expect(sent('openConsentLink')).toHaveLength(asked);
      press('Copy details');
      const request = asked === 1 ? 'openConsentLink' : 'consentLinkSeen';
      await eventually(() =>
        expect(writeText.mock.calls).toEqual([
          [expect.stringMatching(new RegExp(`^SSO Courier 0\\.1\\.0, chrome: ${request}, failed, `))],
        ]),
      );
    },
  );

  it('keeps the alert in a page that draws itself anew, until it is pressed again or the link goes', async () => {
    const answers: { openConsentLink: unknown } = { openConsentLink: new Error('stopped') };
    show(dialog, answers);
    await eventually(() => expect(buttons()).toHaveLength(2));
    press('Open consent link');
    await eventually(() => expect(alerts()).toHaveLength(1));
    document.body.innerHTML = dialog;
    await eventually(() => expect([alerts().length, buttons().length]).toEqual([1, 3]));
    answers.openConsentLink = { kind: 'opened' };
    press('Open consent link');
    await eventually(() => expect(statuses()).toEqual([expect.stringMatching(/Opened in a new tab/)]));
    expect(alerts()).toEqual([]);
    answers.openConsentLink = { kind: 'dropped', reason: 'failed' };
    press('Open consent link');
    await eventually(() => expect(alerts()).toHaveLength(1));
    document.body.innerHTML = '<main></main>';
    await eventually(() => expect(hostCount()).toBe(0));
  });

  it('is told once more when it is to be opened and the background had not heard of it', async () => {
    const answers: Record<string, unknown> = {
      consentLinkSeen: { kind: 'dropped', reason: 'failed' },
      openConsentLink: { kind: 'opened' },
    };
    show(dialog, answers);
    await eventually(() => expect(sent('consentLinkSeen')).toHaveLength(1));
    answers.consentLinkSeen = { kind: 'done' };
    press('Open consent link');
    await eventually(() => expect(statuses()).toEqual([expect.stringMatching(/Opened in a new tab/)]));
    expect(sent('consentLinkSeen')).toEqual([{ href: ticket }, { href: ticket }]);
  });

  it('says after a second that it is being opened, and offers after three to cancel that', async () => {
    show(dialog, { openConsentLink: new Promise(() => {}) });
    await eventually(() => expect(buttons()).toHaveLength(2));
    press('Open consent link');
    await eventually(() => expect(statuses()).toEqual(['Opening the link…']));
    await eventually(() => expect(buttons()).toContain('Cancel'));
    press('Cancel');
    await eventually(() => expect(sent('cancelInPage')).toEqual([{ deed: 'openConsentLink' }]));
  });

  it('copies it', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(dialog);
    await eventually(() => expect(buttons()).toHaveLength(2));
    press('Copy consent link');
    await eventually(() => expect(statuses()).toEqual(['Consent link copied']));
    expect(writeText).toHaveBeenCalledWith(ticket);
  });

  it('knows the link without a dialog when it has newly appeared', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    click('form button');
    document.body.innerHTML = `<div class="z1"><a href="${ticket}">Authorize</a></div>`;
    await eventually(() => expect(buttons()).toEqual(['Open consent link', 'Copy consent link']));
  });

  it('tells that the row of our name is there, and its state', async () => {
    const row = (state: string) =>
      `<table><tbody><tr><td>Entra ID SSO</td><td>Microsoft</td><td><span>${state}</span></td></tr></tbody></table>`;
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await globalThis.ssoCourierFill?.(payload);
    document.body.insertAdjacentHTML('beforeend', row('Inactive'));
    await eventually(() =>
      expect(sent('vendorSeen')).toEqual([{ seen: 'inactive', connectionName: 'Entra ID SSO' }]),
    );
    // The row may be one from before: while the form is open, nothing is saved yet.
    click('form button');
    document.body.insertAdjacentHTML('beforeend', '<form></form>');
    await soon();
    expect(sent('vendorSeen')).toHaveLength(1);
    document.body.innerHTML = row('Inactive');
    await eventually(() =>
      expect(sent('vendorSeen').at(-1)).toMatchObject({ seen: 'saved', connectionName: 'Entra ID SSO' }),
    );
    document.body.innerHTML = row('Active');
    await eventually(() =>
      expect(sent('vendorSeen').at(-1)).toEqual({ seen: 'active', connectionName: 'Entra ID SSO' }),
    );
  });
});

it('does not take a row for saved when Save was not pressed', async () => {
  show('<table><tbody><tr><td>Entra ID SSO</td><td>Inactive</td></tr></tbody></table>');
  await eventually(() => expect(sent('vendorSeen')).toHaveLength(1));
  await soon();
  expect(sent('vendorSeen')).toEqual([{ seen: 'inactive', connectionName: 'Entra ID SSO' }]);
});

describe('the console', () => {
  it('is reported as signed in, once', async () => {
    show('<div data-testid="sidebar">Devices</div>');
    await eventually(() => expect(sent('consoleSeen')).toEqual([{ signedIn: true }]));
    document.body.insertAdjacentHTML('beforeend', '<form></form>');
    await soon();
    expect(sent('consoleSeen')).toHaveLength(1);
  });

  it('is not reported as signed in by a marker that nobody sees', async () => {
    show('<div data-testid="sidebar" style="display:none">Devices</div>');
    await soon();
    expect(sent('consoleSeen')).toEqual([]);
  });

  it('is reported with the error in its address, and never with codes', async () => {
    goTo(
      'https://acme.kandji.io/?error=access_denied&error_description=user%20not%20invited&state=s3cret&code=c0de',
    );
    show('<div data-testid="sidebar">Devices</div>');
    await eventually(() =>
      expect(sent('consoleSeen')).toEqual([
        { signedIn: false, error: 'access_denied', description: 'user not invited' },
      ]),
    );
    expect(JSON.stringify(allSent())).not.toMatch(/s3cret|c0de/);
  });
});
