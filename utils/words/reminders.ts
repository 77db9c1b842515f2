/** Reminders in words: toolbar button, notifications, calendar events, the list, import and export. */
import type { ConnectionRecord } from '../handoff/model';
import type { Verdict } from '../handoff/verdict';
import type { ImportAnswer, SetExpiryAnswer } from '../messages/protocol';
import type { DueReminder, Urgency } from '../reminders/due';
import type { FileFault, RowFault } from '../reminders/exchange';
import type { ListFilter } from '../reminders/listing';
import { vendors } from '../vendors/registry';
import { dayWords } from './times';

const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;

/** Tooltip of the toolbar button. */
export const buttonWords = {
  nothing: 'SSO Courier',
  secretHeld: 'SSO Courier: a secret value is held',
  clientIdHeld: 'SSO Courier: a client ID is held',
  due: (overdue: number, soon: number) => {
    const parts = [
      overdue > 0 && `${many(overdue, 'client secret has', 'client secrets have')} expired or gone`,
      soon > 0 && `${many(soon, 'client secret expires', 'client secrets expire')} within 30 days`,
    ];
    return `SSO Courier: ${parts.filter(Boolean).join(', ')}`;
  },
} as const;

/** `in 14 days`, `tomorrow`, `today`, `3 days ago`. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  if (daysLeft === 1) return 'tomorrow';
  if (daysLeft === -1) return 'yesterday';
  return daysLeft > 0 ? `in ${many(daysLeft, 'day', 'days')}` : `${many(-daysLeft, 'day', 'days')} ago`;
}

type Named = Pick<
  ConnectionRecord,
  'vendorId' | 'vendorHost' | 'connectionName' | 'appName' | 'directoryDomain' | 'description' | 'expiresOn'
>;

const secretWords = ({ description }: Named) =>
  description ? `The client secret “${description}”` : 'The client secret';
const appWords = ({ appName, directoryDomain }: Named) =>
  `${appName ?? 'the app registration'}${directoryDomain === undefined ? '' : ` (${directoryDomain})`}`;

export function notificationWords({ record, daysLeft }: DueReminder): { title: string; message: string } {
  const vendorName = vendors[record.vendorId].name;
  const day = record.expiresOn === undefined ? '' : ` on ${dayWords(record.expiresOn)}`;
  const hasExpired = daysLeft < 0;
  return {
    title: hasExpired
      ? `${record.vendorHost}: client secret has expired`
      : `${record.vendorHost}: client secret expires ${daysLeftWords(daysLeft)}`,
    message: hasExpired
      ? `${secretWords(record)} of ${appWords(record)} expired${day}. Sign-ins to ${vendorName} fail until it is renewed.`
      : `${secretWords(record)} of ${appWords(record)} expires${day}. Renew it before sign-ins to ${vendorName} stop.`,
  };
}

/** One notification for many reminders: how many, and the most urgent ones by name. */
export function summaryWords(due: readonly DueReminder[]): { title: string; message: string } {
  const byDate = [...due].sort((one, other) => one.daysLeft - other.daysLeft);
  const expired = due.filter(({ daysLeft }) => daysLeft < 0).length;
  const named = byDate
    .slice(0, 3)
    .map(({ record, daysLeft }) => `${record.vendorHost} ${daysLeftWords(daysLeft)}`);
  const others = due.length - named.length;
  return {
    title:
      expired === due.length
        ? `${many(due.length, 'client secret has', 'client secrets have')} expired`
        : `${many(due.length, 'client secret expires', 'client secrets expire')} soon${expired > 0 ? `, ${expired} of them expired` : ''}`,
    message: `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}. Open the list to renew them.`,
  };
}

/** A calendar event of a connection. */
export function eventWords(connection: Named): { summary: string; description: string } {
  const vendorName = vendors[connection.vendorId].name;
  return {
    summary: `Client secret of ${connection.vendorHost} expires`,
    description:
      `${secretWords(connection)} of ${appWords(connection)} expires. Create a new one, save it in ${vendorName}’s ` +
      `connection${connection.connectionName ? ` “${connection.connectionName}”` : ''}, test the sign-in, then delete the old one.`,
  };
}

export const listWords = {
  title: 'Connections',
  intro: 'What was connected to what, and when each client secret expires. No secret is kept here.',
  loading: 'Reading the connections…',
  unreachableTitle: 'SSO Courier does not answer',
  unreachable: 'It was updated or switched off. Reload this page.',
  emptyHeading: 'No connection on record yet',
  empty:
    'A connection is recorded when its form is saved in the vendor’s console. You can also import a file from another browser or a colleague.',
  nothingFound: 'No connection matches.',
  showAll: 'Show all connections',
  search: 'Search',
  searchExample: 'Host, connection, app, domain or client ID',
  filters: 'Show',
  found: (found: number, all: number) =>
    found === all
      ? many(all, 'connection', 'connections')
      : `${found} of ${many(all, 'connection', 'connections')}`,
  showMore: (more: number) => `Show ${more} more`,
  setAside: (count: number) =>
    `${many(count, 'record', 'records')} could not be read and ${count === 1 ? 'was' : 'were'} left as found. The others are complete.`,
  columns: {
    connection: 'Vendor tenant',
    app: 'App registration',
    secret: 'Client secret',
    expiry: 'Expires',
  },
  unnamedConnection: 'Connection name not seen',
  unnamedApp: 'App name not seen',
  unnamedSecret: 'Description not seen',
  clientId: 'Client ID',
  secretId: 'Secret ID',
  openSecrets: 'Certificates & secrets',
  setExpiry: 'Set expiry',
  correctExpiry: 'Correct expiry',
  calendarFile: 'Calendar file',
  forget: 'Forget',
  renew: 'Renew',
  copyRecord: 'Copy record',
  saveRecord: 'Save record',
} as const;

export const filterWords: Readonly<Record<ListFilter, string>> = {
  all: 'All',
  overdue: 'Overdue',
  within30: 'In 30 days',
  within60: 'In 60 days',
  undated: 'No date known',
};

/** A row's expiry beside its date. */
export function urgencyWords(urgency: Urgency, daysLeft: number | undefined): string {
  switch (urgency) {
    case 'deleted':
      return 'Deleted in the portal';
    case 'unknown':
      return 'No date known';
    case 'overdue':
    case 'soon':
    case 'later':
      return daysLeftWords(daysLeft ?? 0);
    default:
      return urgency satisfies never;
  }
}

export const deletedFix =
  'This secret is gone from Entra. If the connection has a new one, set its expiry; otherwise sign-ins fail.';

/** The last sign-in test of a connection, as a short half sentence; the age follows. */
export function lastTestWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'Sign-in test passed';
    case 'reported':
      return verdict.worked ? 'Sign-in reported as working' : 'Sign-in reported as failing';
    case 'microsoftRefused':
      return `Microsoft refused the sign-in (AADSTS${verdict.code})`;
    case 'vendorRefused':
      return 'The vendor refused the sign-in';
    case 'anotherApp':
      return 'Last test went through another app';
    case 'cannotTell':
      return 'Last test could not tell';
    case 'notFinished':
      return 'Last test was not finished';
    default:
      return verdict satisfies never;
  }
}

export const notTested = 'Not tested here';

export const expiryWords = {
  label: (host: string) => `Expiry of ${host}`,
  hint: 'As the portal shows it under Expires. Leave it empty if it is not known.',
  save: 'Save',
  cancel: 'Cancel',
} as const;

export const expiryFaultWords: Readonly<Record<Exclude<SetExpiryAnswer['kind'], 'done'>, string>> = {
  notADay: 'This is not a day of the calendar. Nothing was changed.',
  notKnown: 'This connection is not on record any more. Nothing was changed.',
  storageRefused: 'The browser could not store the date (is the disk full?). Nothing was changed.',
};

export const forgetWords = {
  question: (host: string) =>
    `Forget ${host}? Its record and its reminders are deleted here. Nothing changes in Entra or at the vendor.`,
  forget: 'Forget this connection',
  keep: 'Keep it',
  forgotten: (host: string) => `${host} was forgotten.`,
} as const;

export const notificationCardWords = {
  title: 'Get notified before a secret expires',
  text: 'At 60, 30, 14, 7, 3 and 1 days, on the day, and when it is overdue. Without notifications, the toolbar badge and this list still show it.',
  allow: 'Allow notifications',
  granted: 'Notifications are on.',
  refused: 'Notifications stay off. The toolbar badge and this list still show what expires.',
} as const;

export const fileWords = {
  calendarAll: 'Calendar file of all',
  calendarNone: 'No date is known',
  exportAll: 'Export as JSON',
  exportNone: 'Nothing to export',
  import: 'Import JSON',
  choose: 'File to import',
  exported: (count: number) =>
    `${many(count, 'connection', 'connections')} exported. The file holds no secret.`,
  calendarMade: (count: number) =>
    `Calendar file made with ${many(count, 'date', 'dates')}. Importing a newer file later moves the events.`,
} as const;

export interface ImportWords {
  tone: 'success' | 'warning' | 'error';
  text: string;
  /** What was set aside, a line each. */
  lines: string[];
}

export function importWords(answer: ImportAnswer): ImportWords {
  if (answer.kind === 'refused') {
    return { tone: 'error', text: `${fileFaultWords(answer.fault)} Nothing was imported.`, lines: [] };
  }
  const { added, updated, kept, duplicates, setAside, setAsideCount } = answer;
  const counts = [
    `${many(added, 'connection', 'connections')} added`,
    updated > 0 && `${updated} updated`,
    kept > 0 && `${kept} left as ${kept === 1 ? 'it was' : 'they were'} (the same, or changed later here)`,
    duplicates > 0 && `${many(duplicates, 'duplicate row', 'duplicate rows')} skipped (the newest counts)`,
    setAsideCount > 0 && `${many(setAsideCount, 'row', 'rows')} set aside`,
  ].filter((part) => part !== false);
  const more = setAsideCount - setAside.length;
  return {
    tone: setAsideCount > 0 ? 'warning' : 'success',
    text: `${counts.join(', ')}.`,
    lines: [
      ...setAside.map(({ row, fault }) => `Row ${row}: ${rowFaultWords[fault]}`),
      ...(more > 0 ? [`… and ${more} more`] : []),
    ],
  };
}

function fileFaultWords(fault: FileFault | { kind: 'storageRefused' }): string {
  switch (fault.kind) {
    case 'tooLarge':
      return 'The file is larger than 8 MB, too large for a list of connections.';
    case 'notJson':
      return 'The file is not JSON, or it was cut off.';
    case 'notOurs':
      return 'The file is not a list of connections from SSO Courier. Choose one made with Export as JSON.';
    case 'otherVersion':
      return `The file has version ${fault.version} of the format; this SSO Courier reads version 1. Update SSO Courier, or export the file again with this version of it.`;
    case 'tooManyRows':
      return `That would be ${fault.rows.toLocaleString('en-GB')} connections; at most ${fault.most.toLocaleString('en-GB')} are kept. Split the file.`;
    case 'storageRefused':
      return 'The browser could not store the connections (is the disk full?).';
    default:
      return fault satisfies never;
  }
}

const rowFaultWords: Readonly<Record<RowFault, string>> = {
  notAConnection: 'not a connection: a field is missing or of the wrong kind',
  notAConsole: 'the vendor host is not a console of a vendor tenant',
  notAnId: 'the client, directory or secret ID is not a GUID',
  notADay: 'the expiry is not a day as in 2028-11-20',
  notAText: 'a name is longer than 256 characters or holds control characters',
  secretValue: 'a field holds what looks like a secret value; remove it from the file, and renew that secret',
  notATime: 'its times are not valid, or lie in the future',
};
