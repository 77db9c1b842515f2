// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  alerts,
  buttons,
  CLIENT_ID,
  click,
  eventually,
  onConsolePage,
  payload,
  SECRET,
  SECRET_ID,
  show,
  soon,
  type,
} from './console-harness';
import { connectionForm, fieldNamed } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

const candidate = { clientId: CLIENT_ID, appName: 'Kandji', capturedAt: Date.now() };

describe('the secret field', () => {
  it.each([
    ['typed, with a value held', { kind: 'ready', candidate, deadline: 0 }, true],
    ['typed, with nothing held', { kind: 'nothingHeld', missing: ['secretValue'] }, false],
  ])('warns of a Secret ID, %s', async (_how, vendorContext, isHeld) => {
    show(connectionForm(), { vendorContext });
    await eventually(() => expect(buttons()).toHaveLength(1));
    type('secret', SECRET_ID);
    await eventually(() =>
      expect(alerts()).toEqual([expect.stringMatching(/Client Secret holds a Secret ID.*Value/)]),
    );
    expect(buttons().filter((label) => label === 'Fill from Entra')).toHaveLength(isHeld ? 2 : 1);
    type('secret', SECRET);
    await eventually(() => expect(alerts()).toEqual([]));
  });

  it('warns of a Secret ID that came without any event, from a password manager', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await soon();
    fieldNamed('secret').value = SECRET_ID;
    // On the way to Save.
    document.body.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await eventually(() => expect(alerts()).toEqual([expect.stringContaining('Secret ID')]));
  });

  it('warns of a value that the portal has masked, not of the vendor’s own dots', async () => {
    show(connectionForm({ extra: { secret: 'value="••••••••••"' } }));
    await soon();
    expect(alerts()).toEqual([]);
    type('secret', 'PC4******************');
    await eventually(() =>
      expect(alerts()).toEqual([expect.stringContaining('in place of a hidden secret')]),
    );
  });

  it('hints at a client ID that is none', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    type('clientId', 'Kandji');
    await eventually(() =>
      expect(alerts()).toEqual([
        expect.stringContaining('Client ID does not hold an Application (client) ID'),
      ]),
    );
  });
});

describe('Save', () => {
  let saves: number;
  const onSubmit = (event: Event) => {
    saves++;
    event.preventDefault();
  };
  beforeEach(() => {
    saves = 0;
    document.addEventListener('submit', onSubmit);
  });
  afterEach(() => document.removeEventListener('submit', onSubmit));

  async function filledForm(): Promise<void> {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    await globalThis.ssoCourierFill?.(payload);
  }

  it('is left alone when the form holds what was filled', async () => {
    await filledForm();
    click('form button');
    expect(saves).toBe(1);
    expect(alerts()).toEqual([]);
  });

  it('is objected to once when a field was changed, and again when it changes again', async () => {
    await filledForm();
    fieldNamed('secret').value = 'a password of the admin';
    click('form button');
    expect(saves).toBe(0);
    expect(alerts()).toEqual([
      expect.stringMatching(/Nothing was saved\.\nChanged since it was filled: Client Secret/),
    ]);
    fieldNamed('clientId').value = SECRET_ID;
    click('form button');
    expect(saves).toBe(0);
    expect(alerts()).toEqual([expect.stringContaining('Client ID, Client Secret')]);
    click('form button');
    expect(saves).toBe(1);
  });

  it('is objected to when it is the submit of the form', async () => {
    await filledForm();
    fieldNamed('domain').value = 'fabrikam.example';
    document.querySelector('form')?.requestSubmit();
    expect(saves).toBe(0);
    expect(alerts()).toEqual([expect.stringContaining('Directory Domain')]);
  });

  it('is objected to while the secret field holds a Secret ID, though nothing was filled', async () => {
    show(connectionForm());
    await eventually(() => expect(buttons()).toHaveLength(1));
    fieldNamed('secret').value = SECRET_ID;
    click('form button');
    expect(saves).toBe(0);
    expect(alerts()).toContainEqual(expect.stringMatching(/Nothing was saved\.\n.*Secret ID/));
    click('form button');
    expect(saves).toBe(1);
  });

  it('is known as what submits the form, whatever it says', async () => {
    show(connectionForm().replace('Save', 'Speichern'));
    await eventually(() => expect(buttons()).toHaveLength(1));
    fieldNamed('secret').value = SECRET_ID;
    const onClick = vi.fn();
    document.querySelector('form button')?.addEventListener('click', onClick);
    click('form button');
    expect(onClick).not.toHaveBeenCalled();
  });

  it('does not mind another name: that is the admin’s', async () => {
    await filledForm();
    type('name', 'Our SSO');
    click('form button');
    expect(saves).toBe(1);
  });

  it('of a form without <form>, in a footer of the dialog, is known by its word', async () => {
    show(
      `<div role="dialog">${connectionForm({ tag: 'div' }).replace('<button>Save</button>', '')}<footer><div role="button" id="s">Save</div><button id="c">Cancel</button></footer></div>`,
    );
    await eventually(() => expect(buttons()).toHaveLength(1));
    const onClick = vi.fn();
    for (const selector of ['#s', '#c']) document.querySelector(selector)?.addEventListener('click', onClick);
    fieldNamed('secret').value = SECRET_ID;
    click('#c');
    expect(onClick).toHaveBeenCalledTimes(1);
    click('#s');
    expect(onClick).toHaveBeenCalledTimes(1);
    click('#s');
    expect(onClick).toHaveBeenCalledTimes(2);
  });
});
