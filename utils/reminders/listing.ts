/** The list of connections as the options page shows it: rows, search, filter, order. Pure. */
import type { ConnectionRecord, Day } from '../handoff/model';
import { daysBetween } from './days';
import { type Urgency, urgencyOf } from './due';
import { type ConnectionFacts, factsOf } from './facts';

/** What the list may know of a connection: everything but the steps and the marks of shown reminders. */
export type ConnectionRow = ConnectionFacts & Pick<ConnectionRecord, 'lastVerdict'>;

export function rowOf(record: ConnectionRecord): ConnectionRow {
  return { ...factsOf(record), ...(record.lastVerdict && { lastVerdict: record.lastVerdict }) };
}

export const listFilters = ['all', 'overdue', 'within30', 'within60', 'undated'] as const;
export type ListFilter = (typeof listFilters)[number];

/** A row with what the list needs to place and show it. */
export interface ListedRow {
  row: ConnectionRow;
  key: string;
  urgency: Urgency;
  /** Absent where no date is known. Below zero when it has expired. */
  daysLeft?: number;
  /** Everything that is searched, in lower case. */
  haystack: string;
}

/** The rows, the most urgent first: deleted secrets, then by date, then those without one. */
export function listed(rows: readonly ConnectionRow[], today: Day): ListedRow[] {
  return rows
    .map((row) => listedRow(row, today))
    .sort((one, other) => rank(one) - rank(other) || one.row.vendorHost.localeCompare(other.row.vendorHost));
}

function listedRow(row: ConnectionRow, today: Day): ListedRow {
  const { vendorHost, connectionName, appName, directoryDomain, clientId } = row;
  const urgency = urgencyOf(row, today);
  const isDated = urgency !== 'unknown' && row.expiresOn !== undefined;
  return {
    row,
    key: `${vendorHost} ${clientId}`,
    urgency,
    ...(isDated && { daysLeft: daysBetween(today, row.expiresOn ?? today) }),
    haystack: [vendorHost, connectionName, appName, directoryDomain, clientId].join('\n').toLowerCase(),
  };
}

function rank({ urgency, daysLeft }: ListedRow): number {
  if (urgency === 'deleted') return Number.MIN_SAFE_INTEGER;
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}

/** A secret that is gone from the portal counts as overdue: the sign-in cannot work. */
const passes: Readonly<Record<ListFilter, (row: ListedRow) => boolean>> = {
  all: () => true,
  overdue: ({ urgency }) => urgency === 'overdue' || urgency === 'deleted',
  within30: ({ daysLeft = -1, urgency }) => urgency !== 'deleted' && daysLeft >= 0 && daysLeft <= 30,
  within60: ({ daysLeft = -1, urgency }) => urgency !== 'deleted' && daysLeft >= 0 && daysLeft <= 60,
  undated: ({ urgency }) => urgency === 'unknown',
};

/** The rows that match: every word of the search occurs somewhere, in any order and case. */
export function matching(rows: readonly ListedRow[], search: string, filter: ListFilter): ListedRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => passes[filter](row) && words.every((word) => row.haystack.includes(word)));
}

/** The rows whose secret expires on this day or before it, deleted ones included: nobody signs in with those. */
export function dueBy(rows: readonly ListedRow[], day: Day | ''): ListedRow[] {
  if (day === '') return [...rows];
  return rows.filter(
    ({ row, urgency }) =>
      urgency === 'deleted' || (urgency !== 'unknown' && row.expiresOn !== undefined && row.expiresOn <= day),
  );
}

/** How many rows each filter would show. */
export function countByFilter(rows: readonly ListedRow[]): Record<ListFilter, number> {
  const count = (filter: ListFilter) => rows.filter(passes[filter]).length;
  return {
    all: rows.length,
    overdue: count('overdue'),
    within30: count('within30'),
    within60: count('within60'),
    undated: count('undated'),
  };
}
