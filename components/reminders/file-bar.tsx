import { type ChangeEvent, useRef, useState } from 'react';
import type { Day } from '../../utils/handoff/model';
import { calendarFile, hasDate } from '../../utils/reminders/calendar-file';
import type { ListedRow } from '../../utils/reminders/listing';
import { unansweredWords } from '../../utils/words/faults';
import { eventWords, fileWords, type ImportWords, importWords } from '../../utils/words/reminders';
import type { Ask, Copy, Unanswered } from '../ask';
import { Button } from '../button';
import { Notice } from '../notice';
import { detailsOf } from '../support-details';

/** Gives the admin a file. */
export type Download = (
  name: string,
  type: 'text/calendar' | 'application/json' | 'text/plain',
  text: string,
) => void;

/** Bytes of a file that is read at all; the background has the last word on its content. */
const MOST_BYTES = 8_000_000;

export interface FileBarProps {
  rows: readonly ListedRow[];
  /** Stands in the names of the files. */
  today: Day;
  /** Days before an expiry on which the calendar's alarms ring. */
  reminderDays: readonly number[];
  ask: Ask;
  copy: Copy;
  download: Download;
}

/** What came of the last button, with the line for support where a request was not carried out. */
type Outcome = ImportWords & Pick<Unanswered, 'details'>;

/** All connections at once: a calendar, a JSON file out, a JSON file in. */
export function FileBar({ rows, today, reminderDays, ask, copy, download }: FileBarProps) {
  const [outcome, setOutcome] = useState<Outcome>();
  const chooser = useRef<HTMLInputElement>(null);
  const dated = rows.map(({ row }) => row).filter(hasDate);

  function notDone(answer: Unanswered) {
    const { details } = answer;
    setOutcome({
      tone: 'error',
      text: unansweredWords(answer),
      lines: [],
      ...(details !== undefined && { details }),
    });
  }

  function say(tone: ImportWords['tone'], text: string) {
    setOutcome({ tone, text, lines: [] });
  }

  function downloadCalendar() {
    const file = calendarFile(dated, eventWords, reminderDays);
    if (file === undefined) return;
    download(`secret-expiries-${today}.ics`, 'text/calendar', file);
    say('success', fileWords.calendarMade(dated.length));
  }

  async function exportAll() {
    const answer = await ask('exportConnections');
    if (answer.kind === 'dropped') return notDone(answer);
    if (answer.kind === 'unreachable') return;
    download(`sso-courier-connections-${today}.json`, 'application/json', answer.text);
    say('success', fileWords.exported(answer.connections));
  }

  async function importFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (!file) return;
    const tooLarge = file.size > MOST_BYTES;
    // A file that cannot be read (gone, or a folder) is no JSON either.
    const text = tooLarge ? '' : await file.text().catch(() => '');
    // The same file can be chosen again once it was mended.
    input.value = '';
    if (tooLarge) return setOutcome(importWords({ kind: 'refused', fault: { kind: 'tooLarge' } }));
    const answer = await ask('importConnections', { text });
    if (answer.kind === 'dropped') return notDone(answer);
    if (answer.kind !== 'unreachable') setOutcome(importWords(answer));
  }

  return (
    <section className="files">
      <div className="file-buttons">
        <Button
          onPress={downloadCalendar}
          disabledReason={dated.length === 0 ? fileWords.calendarNone : undefined}
        >
          {fileWords.calendarAll}
        </Button>
        <Button onPress={exportAll} disabledReason={rows.length === 0 ? fileWords.exportNone : undefined}>
          {fileWords.exportAll}
        </Button>
        <Button onPress={() => chooser.current?.click()}>{fileWords.import}</Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label={fileWords.choose}
          hidden
          onChange={importFile}
        />
      </div>
      <div role={outcome?.tone === 'error' ? 'alert' : 'status'}>
        {outcome && (
          <Notice tone={outcome.tone} text={outcome.text} onDismiss={() => setOutcome(undefined)}>
            {outcome.lines.length > 0 && (
              <ul className="lines">
                {outcome.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            {detailsOf(outcome, copy)}
          </Notice>
        )}
      </div>
    </section>
  );
}
