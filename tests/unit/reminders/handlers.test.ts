/** What the messages of the list do to what is stored. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reminderHandlers } from '../../../utils/background/reminder-handlers';
import { clouds } from '../../../utils/entra/clouds';
import { noteConnection } from '../../../utils/handoff/connection-records';
import { readSession, updateSession } from '../../../utils/handoff/memory';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { readStored } from '../../../utils/handoff/stored-record';
import { protocol } from '../../../utils/messages/protocol';
import { writeFile } from '../../../utils/reminders/exchange';
import { importWords } from '../../../utils/words/reminders';
import {
  clientId,
  handoff,
  heldSecret,
  NOW,
  otherClientId,
  otherSecretId,
  secretId,
  secretValue,
} from '../handoff/samples';
import { record } from './records';

const page = { kind: 'extensionPage' } as const;
const portal = { kind: 'portalFrame', cloud: clouds.global } as never;
const key = { vendorHost: 'acme.kandji.io', clientId };
const junk = { version: 99 };

const store = (...connections: unknown[]) => fakeBrowser.storage.local.set({ connections });
/** What lies in the store, records as they are read. */
const stored = async () => {
  const { connections } = await fakeBrowser.storage.local.get('connections');
  const { records, setAside } = readStored(connections);
  return [...records, ...setAside] as ConnectionRecord[];
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

describe('the list', () => {
  it('has every connection that can be read, and counts the others', async () => {
    await store(record(), junk, record({ clientId: otherClientId }));
    expect(await reminderHandlers.listConnections(undefined, page)).toMatchObject({
      kind: 'connections',
      today: '2026-11-20',
      connections: [{ clientId }, { clientId: otherClientId }],
      setAside: 1,
    });
  });

  it('never carries a secret value or a hint, whatever is stored', async () => {
    await store({ ...record(), secretValue, hint: 'zzz' });
    const answers = JSON.stringify([
      await reminderHandlers.listConnections(undefined, page),
      await reminderHandlers.exportConnections(undefined, page),
    ]);
    expect(answers).not.toMatch(/hint|zzz|secretValue/);
  });
});

describe('an expiry set by hand', () => {
  it('is stored, and brings its reminders anew', async () => {
    await store(record({ updatedAt: NOW - 5 }), junk);
    const set = reminderHandlers.setExpiry({ ...key, expiresOn: '2027-05-05' }, page);
    expect(await set).toEqual({ kind: 'done' });
    expect(await stored()).toEqual([record({ expiresOn: '2027-05-05' }), junk]);
  });

  it('can be taken away', async () => {
    await store(record());
    await reminderHandlers.setExpiry(key, page);
    expect((await stored())[0]).not.toHaveProperty('expiresOn');
  });

  it('is that of another secret where the one on record was deleted', async () => {
    await store(record({ secretDeleted: true }));
    await reminderHandlers.setExpiry({ ...key, expiresOn: '2027-05-05' }, page);
    const [after] = await stored();
    expect(after).toMatchObject({ expiresOn: '2027-05-05' });
    expect(after).not.toHaveProperty('secretDeleted');
    expect(after).not.toHaveProperty('secretId');
  });

  it.each([
    ['a day that is none', { ...key, expiresOn: '2027-02-30' }, 'notADay'],
    ['no day', { ...key, expiresOn: 'soon' }, 'notADay'],
    ['a connection that is gone', { ...key, vendorHost: 'x.kandji.io', expiresOn: '2027-05-05' }, 'notKnown'],
  ])('is refused: %s', async (_what, data, kind) => {
    await store(record());
    expect(await reminderHandlers.setExpiry(data, page)).toEqual({ kind });
    expect(await stored()).toEqual([record()]);
  });

  it('says when the browser could not store it', async () => {
    await store(record());
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    expect(await reminderHandlers.setExpiry({ ...key, expiresOn: '2027-05-05' }, page)).toEqual({
      kind: 'storageRefused',
    });
  });
});

describe('forgetting a connection', () => {
  it('removes this one and no other', async () => {
    await store(record(), record({ vendorHost: 'b.kandji.io' }), junk);
    await reminderHandlers.forgetConnection(key, page);
    expect(await stored()).toEqual([record({ vendorHost: 'b.kandji.io' }), junk]);
  });

  it('writes nothing when there is nothing to forget', async () => {
    await store(record());
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await reminderHandlers.forgetConnection({ ...key, clientId: otherClientId }, page);
    expect(set).not.toHaveBeenCalled();
  });
});

describe('importing', () => {
  it('adds, says what came of every row, and leaves unreadable records alone', async () => {
    await store(record(), junk);
    const other = record({ clientId: otherClientId });
    const text = writeFile([record(), other, record({ vendorHost: 'evil.example' }), other], NOW);
    const answer = await reminderHandlers.importConnections({ text }, page);
    expect(answer).toMatchObject({
      kind: 'imported',
      added: 1,
      updated: 0,
      kept: 1,
      duplicates: 1,
      setAsideCount: 1,
    });
    expect(importWords(answer)).toEqual({
      tone: 'warning',
      text: '1 connection added, 1 left as it was (the same, or changed later here), 1 duplicate row skipped (the newest counts), 1 row set aside.',
      lines: ['Row 3: the vendor host is not a console of a vendor tenant'],
    });
    expect(await stored()).toHaveLength(3);
    expect(await stored()).toContainEqual(junk);
  });

  it('names the first rows it set aside and counts the others', async () => {
    const text = writeFile(
      Array.from({ length: 25 }, () => record({ vendorHost: 'evil.example' })),
      NOW,
    );
    const { lines } = importWords(await reminderHandlers.importConnections({ text }, page));
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('… and 15 more');
  });

  it('stores nothing of a file that is refused, nor when the browser cannot store', async () => {
    expect(await reminderHandlers.importConnections({ text: '{}' }, page)).toEqual({
      kind: 'refused',
      fault: { kind: 'notOurs' },
    });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    const text = writeFile([record()], NOW);
    expect(await reminderHandlers.importConnections({ text }, page)).toEqual({
      kind: 'refused',
      fault: { kind: 'storageRefused' },
    });
    expect(await stored()).toEqual([]);
  });
});

describe('a visited list of secrets', () => {
  const row = { secretId, description: 'Kandji SSO', expiresOn: '2027-03-03' };

  it('updates the record of that app', async () => {
    await store(record(), record({ clientId: otherClientId }));
    await reminderHandlers.secretsSeen({ clientId, rows: [row], complete: true }, portal);
    expect(await stored()).toEqual([
      record({ expiresOn: '2027-03-03' }),
      record({ clientId: otherClientId }),
    ]);
  });

  it('takes back the notice of a left-over secret that the whole list does not show any more', async () => {
    const lost = handoff({ orphan: { secretId, wipedAt: NOW, reason: 'updated' } });
    await updateSession((session) => ({ session: { ...session, handoffs: [lost] }, answer: undefined }));
    const orphan = async () => (await readSession()).handoffs[0]?.orphan;
    await reminderHandlers.secretsSeen({ clientId, rows: [], complete: false }, portal);
    await reminderHandlers.secretsSeen({ clientId: otherClientId, rows: [], complete: true }, portal);
    await reminderHandlers.secretsSeen({ clientId, rows: [row], complete: true }, portal);
    expect(await orphan()).toBeDefined();
    await reminderHandlers.secretsSeen({ clientId, rows: [], complete: true }, portal);
    expect(await orphan()).toBeUndefined();
  });

  it('does not take a day that the calendar does not have', async () => {
    await store(record());
    await reminderHandlers.secretsSeen(
      { clientId, rows: [{ ...row, expiresOn: '2027-02-30' }], complete: true },
      portal,
    );
    expect(await stored()).toEqual([record()]);
  });

  it.each([
    ['a value', { clientId, complete: true, rows: [{ ...row, secretValue }] }],
    ['a hint', { clientId, complete: true, rows: [{ ...row, hint: 'zzz' }] }],
    ['a row without a secret ID', { clientId, complete: true, rows: [{ description: 'x' }] }],
    ['more than 500 rows', { clientId, complete: true, rows: Array.from({ length: 501 }, () => row) }],
    ['no word on whether it is whole', { clientId, rows: [] }],
  ])('cannot carry %s', (_what, data) => {
    expect(protocol.secretsSeen.data.safeParse(data).success).toBe(false);
  });

  it('is taken with 500 rows', () => {
    const rows = Array.from({ length: 500 }, () => row);
    expect(protocol.secretsSeen.data.safeParse({ clientId, complete: true, rows }).success).toBe(true);
  });

  it.each([
    ['secretsSeen', ['portalFrame']],
    ['listConnections', ['extensionPage']],
    ['setExpiry', ['extensionPage']],
    ['forgetConnection', ['extensionPage']],
    ['exportConnections', ['extensionPage']],
    ['importConnections', ['extensionPage']],
  ] as const)('%s comes from %j only', (type, from) => {
    expect(protocol[type].from).toEqual(from);
  });
});

describe('a renewed secret that was saved', () => {
  it('does not inherit the name and the date of the one before', async () => {
    await noteConnection(handoff({ secret: heldSecret({ expiresOn: '2027-01-01' }) }), 'acme.kandji.io');
    const { secretId: _pasted, description: _unnamed, ...pasted } = heldSecret();
    await noteConnection(handoff({ secret: pasted }), 'acme.kandji.io');
    expect((await stored())[0]).not.toHaveProperty('expiresOn');
    expect((await stored())[0]).not.toHaveProperty('secretId');
  });

  it('takes the mark of the deleted one away', async () => {
    await store(record({ secretDeleted: true }));
    await noteConnection(
      handoff(),
      'acme.kandji.io',
      heldSecret({ secretId: otherSecretId, expiresOn: '2029-01-01' }),
    );
    expect((await stored())[0]).not.toHaveProperty('secretDeleted');
    expect((await stored())[0]).toMatchObject({ secretId: otherSecretId, expiresOn: '2029-01-01' });
  });

  it('keeps a date set by hand when the same connection is noted again', async () => {
    await store(record());
    await noteConnection(handoff(), 'acme.kandji.io');
    expect((await stored())[0]).toMatchObject({ expiresOn: '2028-11-20', secretId });
  });
});
