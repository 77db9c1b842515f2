/** Connection records as every release has written them, read by this one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord, readStored, recordsText } from '../../../utils/handoff/stored-record';
import { record } from '../reminders/records';
import { clientId } from './samples';

/** What a build of that version left in `storage.local` after a journey in the lab. */
const written = (version: number): unknown[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `stored/connections-v${version}.json`), 'utf8'));

const v1 = { ...record(), version: 1 };
const v1With = (change: object) => ({ ...v1, ...change });

describe('a stored connection record', () => {
  it('comes back as it was', () => {
    const all = { records: [record()], setAside: [{ version: 99 }, null] };
    expect(readStored(recordsText(all))).toEqual(all);
  });

  it('is read from a list of records, as they lay there before there was a text', () => {
    expect(readStored(written(1)).records).toMatchObject([{ vendorHost: 'acme.kandji.io' }]);
  });

  it.each([
    ['nothing', undefined, []],
    ['a text cut short', '[{"version":2,"vendor', ['[{"version":2,"vendor']],
    ['a text that is no list', '{"version":9}', [{ version: 9 }]],
    ['a number', 7, []],
  ])('loses nothing with the next change where there was %s', (_what, stored, setAside) => {
    expect(readStored(stored)).toEqual({ records: [], setAside });
    expect(readStored(recordsText({ records: [record()], setAside }))).toEqual({
      records: [record()],
      setAside,
    });
  });

  it('of version 1 is read as it was written, with the vendor that its host belongs to', () => {
    const [connection, ...others] = written(1).map(readRecord);
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      version: 2,
      vendorId: 'kandji',
      vendorHost: 'acme.kandji.io',
      connectionName: 'Azure AD',
      description: 'Kandji SSO',
      expiresOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      evidence: { save: { how: 'seen' } },
      lastVerdict: { verdict: { kind: 'passed' } },
    });
  });

  it.each([
    ['version 1, complete', v1, record()],
    ['version 1 of a vendor profile that has another name now', v1With({ vendorId: 'kandji2025' }), record()],
    [
      'version 1 of the other vendor generation',
      v1With({ vendorId: 'iru', vendorHost: 'acme.iru.com' }),
      record({ vendorId: 'iru', vendorHost: 'acme.iru.com' }),
    ],
    [
      'version 1, the least that was ever written',
      {
        version: 1,
        vendorId: 'kandji',
        vendorHost: 'acme.kandji.io',
        clientId,
        cloudId: 'global',
        evidence: {},
        createdAt: 1,
        updatedAt: 2,
      },
      {
        version: 2,
        vendorId: 'kandji',
        vendorHost: 'acme.kandji.io',
        clientId,
        cloudId: 'global',
        evidence: {},
        createdAt: 1,
        updatedAt: 2,
      },
    ],
    [
      'version 1 with shown reminders',
      v1With({ reminded: [{ expiresOn: '2028-11-20', threshold: 30, shownOn: '2028-10-21' }] }),
      record({ reminded: [{ expiresOn: '2028-11-20', threshold: 30, shownOn: '2028-10-21' }] }),
    ],
  ])('of %s becomes one of today', (_shape, stored, today) => {
    expect(readRecord(stored)).toEqual(today);
  });

  it.each([
    ['a later version', { ...record(), version: 3 }],
    ['version 0, which was never written', { ...record(), version: 0 }],
    ['a version that is no number', { ...record(), version: '1' }],
    ['no version', { ...record(), version: undefined }],
    ['a host of no vendor', record({ vendorHost: 'kandji.io.evil.example' })],
    ['an expiry that is no day', record({ expiresOn: 'soon' })],
    ['null', null],
    ['a list', []],
    ['a version that names a property of every object', { version: 'constructor' }],
  ])('that is %s is not read', (_shape, stored) => {
    expect(readRecord(stored)).toBeUndefined();
  });
});
