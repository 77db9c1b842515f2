/** A page whose renderer is taken over can send anything its content script could: it gets nothing it did not have. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type MessageType, protocol, type SenderKind } from '../../../utils/messages/protocol';
import { tally } from '../../trust/tally';
import {
  clientId,
  handoff,
  heldSecret,
  NOW,
  otherClientId,
  otherSecretValue,
  secretValue,
} from '../handoff/samples';
import { freshBrowser, put, startBackground } from './background';
import { pageAt, samples, senders } from './messages';

const types = Object.keys(protocol) as MessageType[];
const held = () =>
  put(
    [
      handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() }),
      handoff({ clientId: otherClientId, secret: heldSecret({ secretValue: otherSecretValue }) }),
    ],
    NOW,
  );

beforeEach(async () => {
  await freshBrowser();
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ['Date'] });
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
});

describe('no answer', () => {
  it('carries a held secret value, whoever asks for whatever', async () => {
    const background = startBackground();
    let asked = 0;
    for (const type of types) {
      for (const kind of Object.keys(senders) as SenderKind[]) {
        await held();
        const answer = JSON.stringify(await background.send(type, senders[kind]));
        expect(answer, `${type} from ${kind}`).toBeDefined();
        // Wherever the value may hide in it: any run of eight of its characters counts.
        for (const value of [secretValue, otherSecretValue]) {
          for (let at = 0; at + 8 <= value.length; at += 1) {
            expect(answer.includes(value.slice(at, at + 8)), `${type} from ${kind}`).toBe(false);
          }
        }
        asked += 1;
      }
    }
    tally('messages forged', asked);
  });
});

const fillsWith = (injections: readonly { args?: unknown[] }[]) =>
  injections.filter(({ args }) => JSON.stringify(args ?? []).includes(secretValue));

describe('a fill', () => {
  it.each([
    ['the portal', senders.portalFrame],
    ['a sign-in page', senders.signinPage],
    ['another vendor tenant', pageAt('https://globex.kandji.io/')],
    ['a tenant of the other region', pageAt('https://acme.eu.kandji.io/')],
    ['the other generation', pageAt('https://acme.iru.com/')],
    ['a service host', pageAt('https://acme.api.kandji.io/')],
    ['a look-alike', pageAt('https://acme.kandji.io.evil.example/')],
    ['a frame of the console', pageAt('https://acme.kandji.io/', { frameId: 3 })],
    [
      'a console page in the back/forward cache',
      pageAt('https://acme.kandji.io/', { documentLifecycle: 'cached' }),
    ],
    [
      'a console page that names no document',
      pageAt('https://acme.kandji.io/', { documentId: undefined as never }),
    ],
  ])('of values for one vendor tenant never goes to %s', async (_who, sender) => {
    const background = startBackground();
    await put([handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() })], NOW);
    const answer = await background.send('requestFill', sender, { clientId, whenFilled: 'overwrite' });
    expect(answer).not.toMatchObject({ kind: 'filled' });
    expect(fillsWith(background.injections)).toEqual([]);
    tally('hosts tried', 1);
  });

  it('goes to the one document that asked, and to no other of that tab', async () => {
    const background = startBackground();
    await put([handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() })], NOW);
    await background.send('requestFill', senders.vendorConsole, { clientId, whenFilled: 'overwrite' });
    expect(fillsWith(background.injections)).toMatchObject([
      { target: { tabId: 1, documentIds: ['D'] }, args: [{ origin: 'https://acme.kandji.io' }] },
    ]);
  });

  it('that ran in the next document counts as not done', async () => {
    const background = startBackground({ documentId: 'the next one' });
    await put([handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() })], NOW);
    const answer = await background.send('requestFill', senders.vendorConsole, {
      clientId,
      whenFilled: 'overwrite',
    });
    expect(answer).toMatchObject({ kind: 'wrongPage' });
  });

  it('is refused to a tab that its window does not show', async () => {
    const background = startBackground();
    Object.assign(fakeBrowser.tabs, { get: async () => ({ id: 1, active: false }) });
    await put([handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() })], NOW);
    const answer = await background.send('requestFill', senders.vendorConsole, {
      clientId,
      whenFilled: 'overwrite',
    });
    expect(answer).toMatchObject({ kind: 'wrongPage' });
    expect(fillsWith(background.injections)).toEqual([]);
  });

  it('never puts the secret of one registration beside the client ID of another', async () => {
    const background = startBackground();
    await put(
      [
        handoff({ vendorHost: 'acme.kandji.io' }),
        handoff({ clientId: otherClientId, vendorHost: 'acme.kandji.io', secret: heldSecret() }),
      ],
      NOW,
    );
    await background.send('requestFill', senders.vendorConsole, { clientId, whenFilled: 'overwrite' });
    expect(fillsWith(background.injections)).toEqual([]);
    await background.send('requestFill', senders.vendorConsole, { whenFilled: 'overwrite' });
    expect(fillsWith(background.injections)).toMatchObject([
      { args: [{ values: { clientId: otherClientId } }] },
    ]);
  });
});

describe('a message of a page', () => {
  it('brings about no request to the network, but for those that a press of the admin asks for', async () => {
    const background = startBackground();
    const asks: readonly string[] = ['requestFill', 'fillForm', 'runCheck', 'askMicrosoft'];
    for (const type of types.filter((name) => !asks.includes(name))) {
      for (const kind of Object.keys(senders) as SenderKind[]) {
        await held();
        await background.send(type, senders[kind]);
      }
    }
    expect(vi.mocked(fetch)).not.toHaveBeenCalled();
    await held();
    await background.send('runCheck', senders.extensionPage);
    const asked = vi.mocked(fetch).mock.calls.map(([address]) => new URL(String(address)).origin);
    expect(asked).toEqual(['https://login.microsoftonline.com']);
  });

  it('with a name that turns the writing direction is held without those marks', async () => {
    const background = startBackground();
    const data = { ...samples.captureClientId, appName: 'Kandji\u202e\u0000\ngnp.exe' };
    expect(await background.send('captureClientId', senders.portalFrame, data)).toMatchObject({
      kind: 'held',
    });
    const stored = await fakeBrowser.storage.session.get('session');
    expect(JSON.stringify(stored)).toContain('"appName":"Kandjignp.exe"');
  });
});
