/** Messages of the list of connections, and what the portal's list of secrets says of them. */

import { asSecretId } from '../entra/values';
import { findRecord, readRecords, updateRecords } from '../handoff/connection-records';
import { withoutDeletedOrphans } from '../handoff/hold';
import { updateSession } from '../handoff/memory';
import type { ConnectionRecord, Day, Instant } from '../handoff/model';
import { withoutSecretFacts } from '../handoff/record';
import type { Handlers } from '../messages/door';
import type { ImportAnswer, SetExpiryAnswer } from '../messages/protocol';
import { isDay, localDay } from '../reminders/days';
import { readFile, writeFile } from '../reminders/exchange';
import { rowOf } from '../reminders/listing';
import { mergeConnections } from '../reminders/merge';
import { noteSecretsSeen, type SeenSecret } from '../reminders/secrets-seen';
import { settingsAtHand } from './settings';

const done = { kind: 'done' } as const;
/** The rows an answer names; the others are counted. */
const MOST_NAMED = 10;

export const reminderHandlers: Pick<
  Handlers,
  | 'secretsSeen'
  | 'listConnections'
  | 'setExpiry'
  | 'forgetConnection'
  | 'exportConnections'
  | 'importConnections'
> = {
  secretsSeen: async ({ clientId, rows, complete }) => {
    const seen: SeenSecret[] = rows.flatMap(({ secretId: text, description, expiresOn }) => {
      const secretId = asSecretId(text);
      if (!secretId) return [];
      return {
        secretId,
        ...(description !== undefined && { description }),
        // A day that the calendar does not have was misread: the date on record is better.
        ...(expiresOn !== undefined && isDay(expiresOn) && { expiresOn }),
      };
    });
    if (complete) {
      const secretIds = seen.map(({ secretId }) => secretId);
      await updateSession((session) => {
        const handoffs = withoutDeletedOrphans(session.handoffs, { clientId, secretIds });
        const answer = undefined;
        return handoffs === session.handoffs
          ? { session, answer }
          : { session: { ...session, handoffs }, answer };
      });
    }
    return updateRecords((records, now) => ({
      records: noteSecretsSeen(records, { clientId, rows: seen, complete }, now),
      answer: done,
    }));
  },

  listConnections: async () => {
    const { records, setAside } = await readRecords();
    const now = Date.now();
    const today = localDay(new Date(now));
    const { reminderDays } = await settingsAtHand();
    return { kind: 'connections', today, now, connections: records.map(rowOf), setAside, reminderDays };
  },

  setExpiry: async ({ vendorHost, clientId, expiresOn }) => {
    if (expiresOn !== undefined && !isDay(expiresOn)) return { kind: 'notADay' };
    const change = updateRecords<SetExpiryAnswer>((records, now) => {
      const record = findRecord(records, vendorHost, clientId);
      if (!record) return { records, answer: { kind: 'notKnown' } };
      const next = withExpiry(record, expiresOn, now);
      return { records: records.map((other) => (other === record ? next : other)), answer: done };
    });
    return change.catch(() => ({ kind: 'storageRefused' }));
  },

  forgetConnection: ({ vendorHost, clientId }) =>
    updateRecords((records) => {
      const record = findRecord(records, vendorHost, clientId);
      return { records: record ? records.filter((other) => other !== record) : records, answer: done };
    }),

  exportConnections: async () => {
    const { records } = await readRecords();
    return { kind: 'file', text: writeFile(records, Date.now()), connections: records.length };
  },

  importConnections: async ({ text }) => {
    const file = readFile(text, Date.now());
    if (file.kind === 'fault') return { kind: 'refused', fault: file.fault };
    const { connections, setAside, duplicates } = file;
    const change = updateRecords<ImportAnswer>((records) => {
      const merged = mergeConnections(records, connections);
      if (merged.kind === 'tooMany') {
        const { rows, most } = merged;
        return { records, answer: { kind: 'refused', fault: { kind: 'tooManyRows', rows, most } } };
      }
      const { added, updated, kept } = merged;
      const counts = { added, updated, kept, duplicates, setAsideCount: setAside.length };
      const named = setAside.slice(0, MOST_NAMED);
      return { records: merged.records, answer: { kind: 'imported', ...counts, setAside: named } };
    });
    return change.catch(() => ({ kind: 'refused', fault: { kind: 'storageRefused' } }));
  },
};

/** A date set by hand is one of the secret in use: a record of a deleted secret forgets that one. */
function withExpiry(record: ConnectionRecord, expiresOn: Day | undefined, now: Instant): ConnectionRecord {
  const { expiresOn: _before, ...rest } = record.secretDeleted ? withoutSecretFacts(record) : record;
  return { ...rest, ...(expiresOn !== undefined && { expiresOn }), updatedAt: now };
}
