// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  alerts,
  allSent,
  buttons,
  CLIENT_ID,
  eventually,
  goTo,
  hostCount,
  onConsolePage,
  payload,
  press,
  SECRET_ID,
  sent,
  show,
  soon,
  statuses,
} from './console-harness';
import { addBlade, connectionForm, otherForms } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

const candidate = { clientId: CLIENT_ID, appName: 'Kandji', capturedAt: Date.now() };
const allFilled = (['connectionName', 'directoryDomain', 'clientId', 'secretValue'] as const).map(
  (field) => ({ field, outcome: 'filled' as const }),
);

describe('the button Fill from Entra', () => {
  it('stands in the form, once, and comes back when the page draws the form anew', async () => {
    show(addBlade);
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
    document.body.innerHTML = addBlade;
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
    document.body.innerHTML = '';
    await eventually(() => expect(hostCount()).toBe(0));
  });

  it('comes when the form comes later', async () => {
    show('<main></main>');
    await soon();
    expect(hostCount()).toBe(0);
    document.body.innerHTML = connectionForm();
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
  });

  it.each(otherForms)('is not offered on a form for %s', async (_which, html) => {
    show(html);
    await soon();
    expect(buttons()).toEqual([]);
  });

  it('goes when the form turns into that of another connection', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
    document.body.querySelector('label[for="f-q2"]')?.replaceChildren('Google Workspace Domain');
    await eventually(() => expect(buttons()).toEqual([]));
  });

  it.each([
    'https://auth.kandji.io/',
    'https://acme.api.kandji.io/',
    'https://acme.kandji.io.evil.example/',
    'http://acme.kandji.io/',
  ])('and everything else is absent on %s', async (address) => {
    goTo(address);
    show(connectionForm());
    await soon();
    expect(hostCount()).toBe(0);
    expect(allSent()).toEqual([]);
    expect(globalThis.ssoCourierFill).toBeUndefined();
  });

  it('and everything else is absent in a frame', async () => {
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
    show(connectionForm());
    await soon();
    expect(hostCount()).toBe(0);
    expect(allSent()).toEqual([]);
  });
});

describe('after a press', () => {
  async function pressed(answer: unknown): Promise<void> {
    show(connectionForm(), { requestFill: answer });
    await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
    press('Fill from Entra');
  }

  it('says what was filled', async () => {
    await pressed({ kind: 'filled', fields: allFilled });
    await eventually(() =>
      expect(statuses()).toEqual([
        'Filled: Name, Directory domain, Client ID, Client secret. Look it over, then press Save.',
      ]),
    );
    expect(sent('requestFill')).toEqual([{ whenFilled: 'ask' }]);
    expect(alerts()).toEqual([]);
  });

  it('that was cancelled, says what was not done and how to try again', async () => {
    await pressed({ kind: 'cancelled' });
    await eventually(() =>
      expect(statuses()).toEqual([
        'Cancelled. Nothing was filled; the values are still held. Press Fill from Entra to try again.',
      ]),
    );
    expect(alerts()).toEqual([]);
  });

  it.each([
    ['reverted', /Client Secret: the page changed it back, twice/],
    ['notFound', /Client Secret: no such field/],
    ['ambiguous', /Client Secret: several fields could be meant/],
    ['notEditable', /Client Secret: the field is locked or covered/],
    ['notHeld', /Client Secret: not held/],
    ['kept', /Client Secret: left as it was/],
  ])('alerts to a field that was %s', async (outcome, words) => {
    await pressed({
      kind: 'filled',
      fields: [...allFilled.slice(0, 3), { field: 'secretValue', outcome, label: 'Client Secret *' }],
    });
    await eventually(() => expect(alerts()).toEqual([expect.stringMatching(words)]));
    expect(statuses()).toEqual([expect.stringContaining('Filled: Name, Directory domain, Client ID.')]);
  });

  it('asks before it overwrites, and overwrites when told to', async () => {
    await pressed({ kind: 'holdsSecret' });
    await eventually(() =>
      expect(alerts()).toEqual([expect.stringContaining('already holds another client secret')]),
    );
    expect(buttons()).toEqual(expect.arrayContaining(['Overwrite', 'Keep']));
    press('Overwrite');
    await eventually(() =>
      expect(sent('requestFill')).toEqual([{ whenFilled: 'ask' }, { whenFilled: 'overwrite' }]),
    );
  });

  it('does not ask before it overwrites a Secret ID, which is no secret', async () => {
    show(connectionForm({ extra: { secret: `value="${SECRET_ID}"` } }), {
      requestFill: { kind: 'filled', fields: allFilled },
    });
    await eventually(() => expect(buttons()).toContain('Fill from Entra'));
    press('Fill from Entra');
    await eventually(() => expect(sent('requestFill')).toEqual([{ whenFilled: 'overwrite' }]));
  });

  it('keeps when told to', async () => {
    await pressed({ kind: 'holdsSecret' });
    await eventually(() => expect(buttons()).toContain('Keep'));
    press('Keep');
    expect(alerts()).toEqual([]);
    expect(statuses()).toEqual(['Nothing was changed.']);
    expect(sent('requestFill')).toHaveLength(1);
  });

  it('lets the admin choose among several app registrations', async () => {
    const other = { clientId: SECRET_ID, capturedAt: Date.now() - 600_000 };
    await pressed({ kind: 'choose', candidates: [candidate, other] });
    const label = `${SECRET_ID} · 10 min ago`;
    await eventually(() =>
      expect(buttons()).toEqual(expect.arrayContaining([`Kandji · ${CLIENT_ID} · just now`, label])),
    );
    press(label);
    await eventually(() =>
      expect(sent('requestFill').at(-1)).toEqual({ whenFilled: 'ask', clientId: SECRET_ID }),
    );
  });

  it.each([
    [
      { kind: 'nothingHeld', missing: ['secretValue'], wiped: 'deadline' },
      /time was up.*Nothing was filled.*create a new client secret.*Copy secret value to Kandji/,
    ],
    [
      { kind: 'nothingHeld', missing: ['clientId', 'secretValue'] },
      /Nothing was filled.*Copy client ID to Kandji/,
    ],
    [
      { kind: 'otherDirectory', domain: 'fabrikam.example' },
      /Nothing was filled: fabrikam\.example belongs to another directory/,
    ],
    [{ kind: 'blocked', host: 'acme.kandji.io' }, /runtime_allowed_hosts/],
    [{ kind: 'wrongPage' }, /Nothing was filled: this page is not the Kandji console/],
    [{ kind: 'noForm', opened: false }, /Nothing was filled: the connection’s fields were not found/],
  ])('says why nothing was filled: %j', async (answer, words) => {
    await pressed(answer);
    await eventually(() => expect(alerts()).toEqual([expect.stringMatching(words)]));
  });

  it('names a fill that came to no end, with the line for support to copy', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await pressed({ kind: 'dropped', reason: 'failed', cause: 'TypeError' });
    await eventually(() => expect(alerts()).toEqual([expect.stringContaining('was interrupted')]));
    press('Copy details');
    await eventually(() => expect(buttons()).toContain('Copied.'));
    expect(writeText.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^SSO Courier 0\.1\.0, chrome: requestFill, failed \(TypeError\), 20[\dT:.-]+Z$/,
        ),
      ],
    ]);
  });

  it('falls silent when the extension was updated under the page', async () => {
    await pressed(new Error('Extension context invalidated.'));
    await eventually(() => expect(hostCount()).toBe(0));
    expect(globalThis.ssoCourierFill).toBeUndefined();
    const before = allSent().length;
    document.body.innerHTML = connectionForm();
    await soon();
    expect(hostCount()).toBe(0);
    expect(allSent()).toHaveLength(before);
  });
});

it('shows what the popup has filled', async () => {
  show(connectionForm());
  await eventually(() => expect(buttons()).toEqual(['Fill from Entra']));
  await globalThis.ssoCourierFill?.(payload);
  await eventually(() => expect(statuses()).toEqual([expect.stringContaining('Filled: Name')]));
});
