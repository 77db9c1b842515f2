// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  alerts,
  buttons,
  CLIENT_ID,
  eventually,
  goTo,
  onConsolePage,
  payload,
  press,
  SECRET,
  sent,
  show,
  soon,
  statuses,
} from './console-harness';
import { connectionForm, fieldNamed } from './forms';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();
beforeEach(() => goTo('https://acme.iru.com/organization/access'));

const URI = 'https://vpriix.id.iru.com/login/callback/abc';
const modal = (inside: string) =>
  `<div role="dialog" aria-modal="true"><h2>Microsoft Entra ID</h2>${inside}</div>`;
const labels = { name: 'Display name', domain: 'Entra ID domain', secret: 'Client secret' };
const form = (extra = {}) =>
  connectionForm({ labels, extra }).replace(
    '<button>Save',
    '<label for="limit">Limit authentication to domain</label><input id="limit"><button>Save',
  );
const filled = { ...payload, origin: 'https://acme.iru.com', vendorId: 'iru' } as const;

describe('the redirect URL', () => {
  it('is carried by a press, and said to be held', async () => {
    show(modal(`<code>${URI}</code>`), { carryRedirectUri: { kind: 'carried', vendorName: 'Iru' } });
    await eventually(() => expect(buttons()).toEqual(['Carry redirect URL to Entra']));
    expect(document.querySelector('[role="dialog"] sso-courier')).not.toBeNull();
    press('Carry redirect URL to Entra');
    await eventually(() => expect(statuses()).toEqual(['Redirect URL held for Entra']));
    expect(sent('carryRedirectUri')).toEqual([{ redirectUri: URI }]);
  });

  it.each([
    ['notTheVendors', /Not held: this is not an address/],
    ['memoryRefused', /Not held: the browser’s memory refused it/],
  ])('is said not to be held: %s', async (reason, words) => {
    show(modal(`<code>${URI}</code>`), { carryRedirectUri: { kind: 'refused', reason } });
    await eventually(() => expect(buttons()).toHaveLength(1));
    press('Carry redirect URL to Entra');
    await eventually(() => expect(statuses()).toEqual([expect.stringMatching(words)]));
  });

  it('is said not to be taken where the background had no answer, with the line for support', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(modal(`<code>${URI}</code>`), { carryRedirectUri: { kind: 'dropped', reason: 'failed' } });
    await eventually(() => expect(buttons()).toHaveLength(1));
    press('Carry redirect URL to Entra');
    await eventually(() => expect(alerts()).toEqual([expect.stringMatching(/could not take the value/)]));
    expect(statuses()).toEqual([]);
    press('Copy details');
    await eventually(() =>
      expect(writeText.mock.calls).toEqual([[expect.stringMatching(/carryRedirectUri, failed, /)]]),
    );
    // The next press takes the alert away.
    press('Carry redirect URL to Entra');
    expect(alerts()).toEqual([]);
  });

  it('is the one that is shown at the moment of the press', async () => {
    show(modal(`<code>${URI}</code>`));
    await eventually(() => expect(buttons()).toHaveLength(1));
    const code = document.querySelector('code');
    if (code) code.textContent = `${URI}d`;
    press('Carry redirect URL to Entra');
    expect(sent('carryRedirectUri')).toEqual([]);
    document.body.innerHTML = '';
    await eventually(() => expect(buttons()).toEqual([]));
  });
});

describe('the form', () => {
  it('is filled, and the field that only looks like the directory’s domain stays empty', async () => {
    show(modal(form()));
    await eventually(() => expect(buttons()).toContain('Fill from Entra'));
    const outcome = await globalThis.ssoCourierFill?.(filled);
    expect(outcome).toMatchObject({ kind: 'filled' });
    expect(fieldNamed('domain').value).toBe('contoso.onmicrosoft.com');
    expect(fieldNamed('clientId').value).toBe(CLIENT_ID);
    expect(document.querySelector<HTMLInputElement>('#limit')?.value).toBe('');
  });

  it.each(['', '••••••••••••', 'value="••••••••" '])('is renewed without a question: %j', async (secret) => {
    const extra = {
      name: 'value="Ours"',
      domain: 'value="other.example"',
      clientId: `value="${CLIENT_ID}"`,
      secret: secret.startsWith('value') ? secret : `value="${secret}" placeholder="Saved"`,
    };
    show(modal(form(extra)));
    await eventually(() => expect(buttons()).toContain('Fill from Entra'));
    await globalThis.ssoCourierFill?.({ ...filled, only: 'secretValue' });
    expect(fieldNamed('secret').value).toBe(SECRET);
    expect(fieldNamed('domain').value).toBe('other.example');
    expect(fieldNamed('name').value).toBe('Ours');
    expect(statuses()).toEqual([
      'Client secret replaced. The other fields were left as they are. Look it over, then press Save.',
    ]);
  });

  it('is asked about when it holds a secret that can be read', async () => {
    show(modal(form({ secret: 'value="another secret"' })));
    await eventually(() => expect(buttons()).toContain('Fill from Entra'));
    expect(await globalThis.ssoCourierFill?.(filled)).toEqual({ kind: 'holdsSecret' });
  });
});

describe('the console', () => {
  const nav = (...paths: string[]) => `<nav>${paths.map((path) => `<a href="${path}">x</a>`).join('')}</nav>`;

  it('is known as signed in by its pages, without test ids', async () => {
    show(nav('/devices', '/blueprints', '/library'));
    await eventually(() => expect(sent('consoleSeen')).toEqual([{ signedIn: true }]));
  });

  it.each([
    ['too few', nav('/devices', '/users')],
    [
      'another site’s',
      nav('https://x.example/devices', 'https://x.example/users', 'https://x.example/library'),
    ],
    ['hidden', `<div style="display:none">${nav('/devices', '/users', '/library')}</div>`],
  ])('is not known as signed in by links: %s', async (_which, html) => {
    show(html);
    await soon();
    expect(sent('consoleSeen')).toEqual([]);
  });
});

it('does nothing on the tenant’s sign-in host', async () => {
  goTo('https://vpriix.id.iru.com/sign-in');
  show(modal(`<code>${URI}</code>${form()}`));
  await soon();
  expect(sent('vendorContext')).toEqual([]);
  expect(buttons()).toEqual([]);
  expect(globalThis.ssoCourierFill).toBeUndefined();
});
