/** What lies on disk of a secret that is held, and what it is good for after the value has gone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withoutSecret } from '../../../utils/handoff/hold';
import { nameLostSecrets, readSession, updateSession } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import { handoffsOf, tracesOf } from '../../../utils/handoff/trace';
import { handoff, heldSecret, MINUTE, NOW, secretId, secretValue } from './samples';

const hold = (...handoffs: Handoff[]) =>
  updateSession((session) => ({ session: { ...session, handoffs }, answer: undefined }));
const onDisk = async () => fakeBrowser.storage.local.get(null);
const held = () =>
  handoff({
    secret: heldSecret(),
    vendorHost: 'acme.kandji.io',
    consentLink: 'https://auth.kandji.io/p/waad/ticket',
  });
/** The browser session ends: session memory is empty at the next start of the background. */
const end = () => fakeBrowser.storage.session.clear();
const runVersion = (version: string) =>
  vi
    .spyOn(fakeBrowser.runtime, 'getManifest')
    .mockReturnValue({ version, manifest_version: 3, name: 'SSO Courier' });

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  runVersion('0.1.0');
});

describe('the trace of a held secret', () => {
  it('names it, and carries neither the value, nor its beginning, nor a link that is good for one use', async () => {
    await hold(held());
    const text = JSON.stringify(await onDisk());
    expect(text).toContain(secretId);
    for (const kept of [secretValue, '"hint"', '"zzz"', 'ticket']) expect(text).not.toContain(kept);
  });

  it.each([
    ['the connection is saved', () => hold(withoutSecret(held(), 'saved', NOW))],
    ['the admin clears it', () => hold()],
  ])('is gone when %s', async (_when, finish) => {
    await hold(held());
    await finish();
    expect(await onDisk()).toEqual({});
  });

  it('is not written for a client ID alone', async () => {
    await hold(handoff());
    expect(await onDisk()).toEqual({});
  });

  it('that the disk refuses does not take the held value with it', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    await hold(held());
    expect((await readSession()).handoffs[0]?.secret?.secretValue).toBe(secretValue);
  });
});

describe('a secret that left memory with the browser session', () => {
  it.each([
    ['an update', '0.2.0', 'updated'],
    ['a restart', '0.1.0', 'restarted'],
  ])('by %s is named as left over', async (_how, version, reason) => {
    await hold(held());
    await end();
    runVersion(version);
    vi.setSystemTime(NOW + MINUTE);
    await nameLostSecrets();
    const [found] = (await readSession()).handoffs;
    expect(found).toMatchObject({
      clientId: held().clientId,
      vendorHost: 'acme.kandji.io',
      appName: 'Kandji',
      orphan: { secretId, description: 'Kandji SSO', wipedAt: NOW + MINUTE, reason },
    });
    expect(found?.secret).toBeUndefined();
  });

  it('keeps its first reason and time over further restarts', async () => {
    await hold(held());
    await end();
    runVersion('0.2.0');
    await nameLostSecrets();
    await end();
    vi.setSystemTime(NOW + 600 * MINUTE);
    await nameLostSecrets();
    expect((await readSession()).handoffs[0]?.orphan).toMatchObject({ wipedAt: NOW, reason: 'updated' });
  });

  it('whose time had run out before keeps that reason', () => {
    const orphaned = withoutSecret(held(), 'deadline', NOW);
    const traces = { version: 1, writtenBy: '0.1.0', traces: tracesOf([orphaned]) } as const;
    expect(handoffsOf(traces, '0.2.0', NOW + MINUTE)[0]?.orphan).toMatchObject({
      reason: 'deadline',
      wipedAt: NOW,
    });
  });

  it('is not named while the session is still there', async () => {
    await hold(held());
    await nameLostSecrets();
    expect((await readSession()).handoffs[0]?.secret?.secretValue).toBe(secretValue);
  });

  it.each([
    ['of a later version', { version: 2, writtenBy: '9.0.0', traces: [] }],
    ['that are none', 'what'],
    ['with a broken row', { version: 1, writtenBy: '0.1.0', traces: [{ clientId: 1 }] }],
  ])('leaves traces %s alone', async (_what, unsavedSecrets) => {
    await fakeBrowser.storage.local.set({ unsavedSecrets });
    await nameLostSecrets();
    expect((await readSession()).handoffs).toEqual([]);
    expect(await onDisk()).toEqual({ unsavedSecrets });
  });
});
