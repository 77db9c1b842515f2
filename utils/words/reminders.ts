/** Reminders in words: toolbar button, notifications, calendar events, the list, import and export. */
import type { ConnectionRecord } from '../handoff/model';
import type { Verdict } from '../handoff/verdict';
import type { ImportAnswer, SetExpiryAnswer } from '../messages/protocol';
import type { DueReminder, Urgency } from '../reminders/due';
import type { FileFault } from '../reminders/exchange';
import type { ListFilter } from '../reminders/listing';
import { vendors } from '../vendors/registry';
import { commas, count, numberWords, say, sentences, texts } from './messages';
import { daysLeftWords, dayWords } from './times';

/** Tooltip of the toolbar button. */
export const buttonWords = texts('button', {
  due: (overdue: number, soon: number) => {
    const parts = [
      ...(overdue > 0 ? [count('button.overdue', overdue)] : []),
      ...(soon > 0 ? [count('button.soon', soon)] : []),
    ];
    return say('button.due', { due: commas(parts) });
  },
});

type Named = Pick<
  ConnectionRecord,
  | 'vendorId'
  | 'vendorHost'
  | 'connectionName'
  | 'clientId'
  | 'appName'
  | 'directoryDomain'
  | 'description'
  | 'expiresOn'
>;

/** Names only, so that they fit into a sentence of any language: `Acme SSO (contoso.com)`. */
const appOf = ({ appName, clientId, directoryDomain }: Named) =>
  `${appName ?? clientId}${directoryDomain === undefined ? '' : ` (${directoryDomain})`}`;

export function notificationWords({ record, daysLeft }: DueReminder): { title: string; message: string } {
  const { vendorHost: host, description, expiresOn } = record;
  const kind = daysLeft < 0 ? 'expired' : 'expires';
  const names = {
    app: appOf(record),
    vendor: vendors[record.vendorId].name,
    day: expiresOn === undefined ? '' : dayWords(expiresOn),
  };
  return {
    title:
      kind === 'expired'
        ? say('notification.expiredTitle', { host })
        : say('notification.expiresTitle', { host, when: daysLeftWords(daysLeft) }),
    message: description
      ? say(`notification.${kind}Named`, { ...names, description })
      : say(`notification.${kind}`, names),
  };
}

/** One notification for many reminders: how many, and the most urgent ones by name. */
export function summaryWords(due: readonly DueReminder[]): { title: string; message: string } {
  const byDate = [...due].sort((one, other) => one.daysLeft - other.daysLeft);
  const expired = due.filter(({ daysLeft }) => daysLeft < 0).length;
  const first = byDate
    .slice(0, 3)
    .map(({ record, daysLeft }) =>
      say('summary.each', { host: record.vendorHost, when: daysLeftWords(daysLeft) }),
    );
  const more = due.length - first.length;
  const named = commas(first);
  const soon = expired > 0 ? 'summary.someExpired' : 'summary.soon';
  return {
    title:
      expired === due.length
        ? count('summary.expired', due.length)
        : count(soon, due.length, { expired: numberWords(expired) }),
    message:
      more > 0 ? say('summary.more', { named, more: numberWords(more) }) : say('summary.all', { named }),
  };
}

/** A calendar event of a connection. */
export function eventWords(record: Named): { summary: string; description: string } {
  const { vendorHost: host, connectionName: connection, description } = record;
  const vendor = vendors[record.vendorId].name;
  const app = appOf(record);
  return {
    summary: say('event.summary', { host }),
    description: sentences(
      description ? say('event.expiresNamed', { description, app }) : say('event.expires', { app }),
      connection ? say('event.todoNamed', { vendor, connection }) : say('event.todo', { vendor }),
    ),
  };
}

export const listWords = texts('list', {
  columns: texts('list.columns'),
  found: (found: number, all: number) =>
    found === all ? count('list.all', all) : count('list.found', all, { found: numberWords(found) }),
  showMore: (more: number) => say('list.showMore', { more: numberWords(more) }),
  setAside: (records: number) => count('list.setAside', records),
  ofHost: (host: string) => say('list.ofHost', { host }),
  calendarOfFound: (dates: number) => count('list.calendarOfFound', dates),
});

export const filterWords = (filter: ListFilter) => say(`list.filter.${filter}`);

/** A row's expiry beside its date. */
export function urgencyWords(urgency: Urgency, daysLeft: number | undefined): string {
  switch (urgency) {
    case 'deleted':
      return listWords.deleted;
    case 'unknown':
      return filterWords('undated');
    case 'overdue':
    case 'soon':
    case 'later':
      return daysLeftWords(daysLeft ?? 0);
    default:
      return urgency satisfies never;
  }
}

/** The last sign-in test of a connection, as a short half sentence; the age follows. */
export function lastTestWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'reported':
      return say(`lastTest.${verdict.worked ? 'reportedWorked' : 'reportedFailed'}`);
    case 'microsoftRefused':
      return say('lastTest.microsoftRefused', { code: verdict.code });
    default:
      return say(`lastTest.${verdict.kind}`);
  }
}

export const expiryWords = texts('expiry', { label: (host: string) => say('expiry.label', { host }) });

export const expiryFaultWords = (fault: Exclude<SetExpiryAnswer['kind'], 'done'>) =>
  say(`expiry.fault.${fault}`);

export const forgetWords = texts('forget', {
  question: (host: string) => say('forget.question', { host }),
  forgotten: (host: string) => say('forget.forgotten', { host }),
});

export const notificationCardWords = texts('notificationCard');

export const fileWords = texts('file', {
  exported: (connections: number) => count('file.exported', connections),
  calendarMade: (dates: number) => count('file.calendarMade', dates),
});

export interface ImportWords {
  tone: 'success' | 'warning' | 'error';
  text: string;
  /** What was set aside, a line each. */
  lines: string[];
}

export function importWords(answer: ImportAnswer): ImportWords {
  if (answer.kind === 'refused') return { tone: 'error', text: fileFaultWords(answer.fault), lines: [] };
  const { added, updated, kept, duplicates, setAside, setAsideCount } = answer;
  const counts = [
    count('import.added', added),
    ...(updated > 0 ? [count('import.updated', updated)] : []),
    ...(kept > 0 ? [count('import.kept', kept)] : []),
    ...(duplicates > 0 ? [count('import.duplicates', duplicates)] : []),
    ...(setAsideCount > 0 ? [count('import.setAside', setAsideCount)] : []),
  ];
  const more = setAsideCount - setAside.length;
  return {
    tone: setAsideCount > 0 ? 'warning' : 'success',
    text: say('import.done', { counts: commas(counts) }),
    lines: [
      ...setAside.map(({ row, fault }) => say(`import.row.${fault}`, { row })),
      ...(more > 0 ? [say('import.moreLines', { more: numberWords(more) })] : []),
    ],
  };
}

function fileFaultWords(fault: FileFault | { kind: 'storageRefused' }): string {
  switch (fault.kind) {
    case 'otherVersion':
      return say('import.fault.otherVersion', { version: fault.version });
    case 'tooManyRows':
      return say('import.fault.tooManyRows', {
        rows: numberWords(fault.rows),
        most: numberWords(fault.most),
      });
    default:
      return say(`import.fault.${fault.kind}`);
  }
}
