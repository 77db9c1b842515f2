import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { MOST_CONNECTIONS, readFile, writeFile } from '../../../utils/reminders/exchange';
import { factsOf } from '../../../utils/reminders/facts';
import { mergeConnections } from '../../../utils/reminders/merge';
import { importWords } from '../../../utils/words/reminders';
import { clientId, NOW, otherClientId, otherSecretId, secretValue } from '../handoff/samples';
import { record } from './records';

const file = (connections: unknown, change: object = {}) =>
  JSON.stringify({ format: 'sso-courier-connections', version: 1, connections, ...change });
const read = (text: string) => {
  const found = readFile(text, NOW);
  if (found.kind === 'fault') throw new Error(found.fault.kind);
  return found;
};
const facts = (change: Partial<ConnectionRecord> = {}) => factsOf(record(change));

describe('an exported file', () => {
  it('comes back as it was, without what this browser has seen', () => {
    const records = [record(), record({ vendorHost: 'b.eu.kandji.io', secretDeleted: true })];
    const text = writeFile(records, NOW);
    expect(read(text)).toEqual({
      kind: 'read',
      connections: records.map(factsOf),
      setAside: [],
      duplicates: 0,
    });
    for (const absent of ['evidence', 'lastVerdict', 'reminded']) expect(text).not.toContain(absent);
  });

  it('carries nothing that a stored record should not have either', () => {
    const odd = { ...record(), secretValue, hint: 'zzz', secret: { secretValue } } as ConnectionRecord;
    expect(writeFile([odd], NOW)).not.toMatch(/zzz|hint|secretValue/);
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['not JSON', '{', { kind: 'notJson' }, 'not JSON'],
    ['empty', '', { kind: 'notJson' }, 'not JSON'],
    ['cut off', file([facts()]).slice(0, -9), { kind: 'notJson' }, 'cut off'],
    ['null', 'null', { kind: 'notOurs' }, 'not a list of connections'],
    ['another format', file([], { format: 'bookmarks' }), { kind: 'notOurs' }, 'not a list of connections'],
    ['no list', file({ length: 1 }), { kind: 'notOurs' }, 'not a list of connections'],
    [
      'a prototype',
      '{"__proto__":{"format":"sso-courier-connections","version":1,"connections":[]}}',
      { kind: 'notOurs' },
      'not a list',
    ],
    ['a later version', file([], { version: 2 }), { kind: 'otherVersion', version: 2 }, 'version 2'],
    [
      '10,000 rows',
      file(Array.from({ length: 10_000 }, () => 0)),
      { kind: 'tooManyRows', rows: 10_000, most: MOST_CONNECTIONS },
      '10,000 connections; at most 5,000',
    ],
    ['too large', ' '.repeat(8_000_001), { kind: 'tooLarge' }, 'larger than 8 MB'],
  ])('%s: named in words', (_what, text, fault, words) => {
    expect(readFile(text, NOW)).toEqual({ kind: 'fault', fault });
    const said = importWords({ kind: 'refused', fault: fault as never }).text;
    expect(said).toContain(words);
    expect(said).toContain('Nothing was imported.');
  });
});

describe('a row of a file', () => {
  it.each([
    ['null', null, 'notAConnection'],
    ['an array', [], 'notAConnection'],
    ['no host', { clientId }, 'notAConnection'],
    ['a number for a name', { ...facts(), appName: 7 }, 'notAConnection'],
    ['an object for a day', { ...facts(), expiresOn: {} }, 'notAConnection'],
    ['another cloud', { ...facts(), cloudId: 'moon' }, 'notAConnection'],
    ['another host', { ...facts(), vendorHost: 'kandji.io.evil.example' }, 'notAConsole'],
    ['a service host', { ...facts(), vendorHost: 'acme.api.kandji.io' }, 'notAConsole'],
    ['a host with a path', { ...facts(), vendorHost: 'acme.kandji.io/x' }, 'notAConsole'],
    ['a host with a user', { ...facts(), vendorHost: 'acme.kandji.io@evil.example' }, 'notAConsole'],
    ['a host in upper case', { ...facts(), vendorHost: 'ACME.kandji.io' }, 'notAConsole'],
    ['a client ID that is none', { ...facts(), clientId: 'x' }, 'notAnId'],
    ['a secret ID that is none', { ...facts(), secretId: 'x' }, 'notAnId'],
    ['a directory that is none', { ...facts(), tenantId: 'x' }, 'notAnId'],
    ['a day that is none', { ...facts(), expiresOn: '2027-02-30' }, 'notADay'],
    ['a name with a line break', { ...facts(), appName: 'Kandji\r\nBEGIN:VALARM' }, 'notAText'],
    ['a name that turns the direction', { ...facts(), appName: 'Kandji\u202egnp' }, 'notAText'],
    ['a name without end', { ...facts(), description: 'x'.repeat(257) }, 'notAText'],
    ['a domain with a slash', { ...facts(), directoryDomain: 'contoso.com/x' }, 'notAText'],
    ['a secret value as a name', { ...facts(), description: secretValue }, 'secretValue'],
    [
      'a secret value within a name',
      { ...facts(), appName: `secret: ${secretValue}, do not lose` },
      'secretValue',
    ],
    ['a secret value as an ID', { ...facts(), secretId: secretValue }, 'secretValue'],
    ['a time of next year', { ...facts(), updatedAt: NOW + 365 * 86_400_000 }, 'notATime'],
    ['a time that is none', { ...facts(), createdAt: -1 }, 'notATime'],
  ])('%s: set aside, the others imported', (_what, bad, fault) => {
    const good = facts({ clientId: otherClientId });
    expect(read(file([bad, good]))).toEqual({
      kind: 'read',
      connections: [good],
      setAside: [{ row: 1, fault }],
      duplicates: 0,
    });
  });

  it('keeps nothing but the fields it may have', () => {
    const bold = {
      ...facts(),
      secretValue: 'x',
      hint: 'zzz',
      evidence: { test: 1 },
      lastVerdict: { verdict: { kind: 'passed' } },
    };
    expect(read(file([bold])).connections).toEqual([facts()]);
  });

  it('needs no more than a host and a client ID', () => {
    expect(
      read(file([{ vendorHost: 'acme.kandji.io', clientId: clientId.toUpperCase() }])).connections,
    ).toEqual([
      {
        vendorId: 'kandji',
        vendorHost: 'acme.kandji.io',
        clientId,
        cloudId: 'global',
        createdAt: NOW,
        updatedAt: NOW,
      },
    ]);
  });

  it('counts once, the newest, when it is there twice', () => {
    const rows = [facts({ updatedAt: NOW - 5 }), facts({ appName: 'Newest' }), facts({ updatedAt: NOW - 9 })];
    expect(read(file(rows))).toMatchObject({ connections: [{ appName: 'Newest' }], duplicates: 2 });
  });

  it('is set aside quickly, also in thousands', () => {
    const text = file(
      Array.from({ length: MOST_CONNECTIONS }, (_, index) => ({ ...facts(), clientId: `x${index}` })),
    );
    expect(read(text).setAside).toHaveLength(MOST_CONNECTIONS);
  });
});

describe('a file that an earlier release wrote', () => {
  it('of version 1 is read for good', () => {
    const text = readFileSync(join(import.meta.dirname, 'files/connections-v1.json'), 'utf8');
    expect(read(text)).toMatchObject({
      connections: [
        {
          vendorId: 'kandji',
          vendorHost: 'acme.kandji.io',
          expiresOn: '2028-11-20',
          connectionName: 'Acme Entra',
        },
        { vendorId: 'iru', vendorHost: 'acme.iru.com', secretDeleted: true },
      ],
      setAside: [],
    });
  });
});

describe('merging', () => {
  const merge = (records: ConnectionRecord[], ...connections: ReturnType<typeof facts>[]) => {
    const merged = mergeConnections(records, connections);
    if (merged.kind === 'tooMany') throw new Error(merged.kind);
    return merged;
  };

  it('adds a new connection without evidence, verdict or marks', () => {
    expect(merge([], facts())).toEqual({
      kind: 'merged',
      records: [{ ...facts(), version: 2, evidence: {} }],
      added: 1,
      updated: 0,
      kept: 0,
    });
  });

  it('keeps the same client ID of two vendor hosts apart', () => {
    expect(merge([record()], facts({ vendorHost: 'b.kandji.io' })).records).toHaveLength(2);
  });

  it('never overwrites what was changed later here', () => {
    const records = [record({ expiresOn: '2029-01-01', updatedAt: NOW + 1 })];
    const merged = merge(records, facts({ expiresOn: '2027-01-01', appName: 'Old' }));
    expect(merged).toMatchObject({ kept: 1, updated: 0 });
    expect(merged.records).toBe(records);
  });

  it('takes a later change, and keeps what this browser has seen', () => {
    const before = record({ reminded: [{ expiresOn: '2028-11-20', threshold: 60, shownOn: '2028-09-21' }] });
    const later = facts({ expiresOn: '2030-11-20', secretId: otherSecretId, updatedAt: NOW + 1 });
    const { records, updated } = merge([before], later);
    expect(updated).toBe(1);
    expect(records).toEqual([
      { ...before, expiresOn: '2030-11-20', secretId: otherSecretId, updatedAt: NOW + 1 },
    ]);
  });

  it('does not give another secret the date of the one before', () => {
    const {
      expiresOn: _none,
      description: _unnamed,
      ...later
    } = facts({ secretId: otherSecretId, updatedAt: NOW + 1 });
    expect(merge([record()], later).records[0]).not.toHaveProperty('expiresOn');
  });

  it('fills the gaps of a record that was changed later', () => {
    const { expiresOn: _none, appName: _unnamed, ...gaps } = record({ updatedAt: NOW + 1 });
    expect(merge([gaps], facts()).records).toEqual([record({ updatedAt: NOW + 1 })]);
  });

  it('does not fill a gap with the date of another secret', () => {
    const { expiresOn: _none, ...gap } = record({ updatedAt: NOW + 1 });
    const records = [gap];
    expect(merge(records, facts({ secretId: otherSecretId })).records).toBe(records);
  });

  it('changes nothing by the same file twice', () => {
    const once = merge([], facts());
    const twice = merge([...once.records], facts());
    expect(twice).toMatchObject({ added: 0, updated: 0, kept: 1 });
  });

  it('takes nothing when there would be too many', () => {
    const many = Array.from({ length: MOST_CONNECTIONS }, (_, index) =>
      record({ vendorHost: `t${index}.kandji.io` }),
    );
    expect(mergeConnections(many, [facts()])).toEqual({
      kind: 'tooMany',
      rows: MOST_CONNECTIONS + 1,
      most: MOST_CONNECTIONS,
    });
  });
});
