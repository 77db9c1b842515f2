import { describe, expect, it } from 'vitest';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { countByFilter, listed, type listFilters, matching, rowOf } from '../../../utils/reminders/listing';
import { otherClientId, secretValue } from '../handoff/samples';
import { dayAfter, record } from './records';

const TODAY = '2028-11-01';
const { expiresOn: _expiry, ...undated } = record({ vendorHost: 'undated.kandji.io' });
const records: ConnectionRecord[] = [
  undated,
  record({ vendorHost: 'later.kandji.io', expiresOn: dayAfter(TODAY, 61) }),
  record({ vendorHost: 'sixty.kandji.io', expiresOn: dayAfter(TODAY, 60), appName: 'Passport' }),
  record({
    vendorHost: 'thirty.eu.kandji.io',
    expiresOn: dayAfter(TODAY, 30),
    connectionName: 'Entra Zürich',
  }),
  record({ vendorHost: 'today.kandji.io', expiresOn: TODAY, directoryDomain: 'fabrikam.com' }),
  record({ vendorHost: 'overdue.kandji.io', expiresOn: dayAfter(TODAY, -1), clientId: otherClientId }),
  record({ vendorHost: 'deleted.kandji.io', expiresOn: dayAfter(TODAY, 10), secretDeleted: true }),
];
const rows = listed(records.map(rowOf), TODAY);
const hosts = (search: string, filter: (typeof listFilters)[number] = 'all') =>
  matching(rows, search, filter).map(({ row }) => row.vendorHost.split('.')[0]);

describe('the list', () => {
  it('is ordered by urgency: gone, then by date, then without one', () => {
    expect(hosts('')).toEqual(['deleted', 'overdue', 'today', 'thirty', 'sixty', 'later', 'undated']);
  });

  it.each([
    ['all', 7],
    ['overdue', 2],
    ['within30', 2],
    ['within60', 3],
    ['undated', 1],
  ] as const)('%s: %i', (filter, count) => {
    expect(hosts('', filter)).toHaveLength(count);
    expect(countByFilter(rows)[filter]).toBe(count);
  });

  it.each([
    ['OVERDUE', ['overdue']],
    ['passport', ['sixty']],
    ['zürich', ['thirty']],
    ['fabrikam', ['today']],
    [otherClientId.slice(0, 8), ['overdue']],
    ['kandji.io entra eu. thirty', ['thirty']],
    ['  ', ['deleted', 'overdue', 'today', 'thirty', 'sixty', 'later', 'undated']],
    ['no such thing', []],
    ['.*', []],
  ])('finds %j', (search, expected) => {
    expect(hosts(search)).toEqual(expected);
  });

  it('searches what is filtered', () => {
    expect(hosts('kandji', 'undated')).toEqual(['undated']);
  });

  it('knows nothing of steps, marks, or whatever else a record carries', () => {
    const odd = { ...record({ reminded: [] }), secretValue, hint: 'zzz' } as ConnectionRecord;
    const said = JSON.stringify(listed([rowOf(odd)], TODAY));
    for (const absent of [secretValue, 'hint', 'evidence', 'reminded']) expect(said).not.toContain(absent);
  });
});
