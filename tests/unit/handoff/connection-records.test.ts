import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteConnection, readRecords } from '../../../utils/handoff/connection-records';
import { handoff, heldSecret, MINUTE, NOW, secretValue } from './samples';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

describe('connection records', () => {
  it('keep everything but the secret value and its hint', async () => {
    await noteConnection(handoff(), 'acme.kandji.io', heldSecret({ expiresOn: '2028-11-20' }));
    const { records } = await readRecords();
    expect(records).toMatchObject([
      {
        vendorHost: 'acme.kandji.io',
        secretId: heldSecret().secretId,
        description: 'Kandji SSO',
        expiresOn: '2028-11-20',
      },
    ]);
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).not.toContain(secretValue);
    expect(stored).not.toMatch(/\bhint\b/);
  });

  it('set a bad record aside and keep the others', async () => {
    await noteConnection(handoff(), 'acme.kandji.io');
    const { connections } = await fakeBrowser.storage.local.get('connections');
    await fakeBrowser.storage.local.set({
      connections: JSON.stringify([...JSON.parse(String(connections)), { version: 99 }, null]),
    });
    expect(await readRecords()).toMatchObject({ records: [{ vendorHost: 'acme.kandji.io' }], setAside: 2 });
  });

  it('are amended, not doubled, by a second save of the same connection', async () => {
    const first = await noteConnection(handoff(), 'acme.kandji.io');
    vi.setSystemTime(NOW + MINUTE);
    await noteConnection(handoff({ connectionName: 'Entra' }), 'acme.kandji.io');
    expect((await readRecords()).records).toMatchObject([
      { connectionName: 'Entra', createdAt: first.createdAt, updatedAt: NOW + MINUTE },
    ]);
  });
});
