import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ConnectionList } from '../../utils/messages/protocol';
import { calendarFile, hasDate } from '../../utils/reminders/calendar-file';
import {
  type ConnectionRow,
  countByFilter,
  dueBy,
  type ListedRow,
  listed,
  matching,
} from '../../utils/reminders/listing';
import { unansweredWords } from '../../utils/words/faults';
import { eventWords, forgetWords, listWords } from '../../utils/words/reminders';
import type { Ask, Copy } from '../ask';
import { Button } from '../button';
import { Mark } from '../mark';
import { Notice, type NoticeProps } from '../notice';
import { detailsOf, useNotedAsk } from '../support-details';
import { ConnectionItem } from './connection-item';
import { type Download, FileBar } from './file-bar';
import { everything, type Narrowed, Narrowing } from './narrowing';
import { NotificationsCard, type NotificationsCardProps } from './notifications-card';

/** Rows drawn at first, and with every press of *Show more*: a list of thousands stays quick. */
const ROWS_AT_ONCE = 100;

const COLUMNS = ['connection', 'app', 'secret', 'expiry'] as const;

export interface ConnectionsProps {
  /** Absent until the background has answered. */
  list: ConnectionList | undefined;
  unreachable: boolean;
  ask: Ask;
  copy: Copy;
  download: Download;
  notifications: NotificationsCardProps;
  /** What stands below the list. */
  children?: ReactNode;
}

/** The page of all connections: what expires when, and what can be done about it. */
export function Connections(props: ConnectionsProps) {
  const { list, unreachable, ask, copy, download, notifications, children } = props;
  const rows = useMemo(() => (list ? listed(list.connections, list.today) : []), [list]);
  const [notice, setNotice] = useState<NoticeProps>();
  const forms = useNotedAsk(ask);

  const forget = useCallback(
    async ({ vendorHost, clientId }: ConnectionRow) => {
      const answer = await ask('forgetConnection', { vendorHost, clientId });
      if (answer.kind === 'dropped') {
        setNotice({ tone: 'error', text: unansweredWords(answer), children: detailsOf(answer, copy) });
      }
      if (answer.kind === 'done') setNotice({ tone: 'success', text: forgetWords.forgotten(vendorHost) });
    },
    [ask, copy],
  );

  return (
    <div className="connections">
      <header>
        <Mark size={32} />
        <div>
          <h1>{listWords.title}</h1>
          <p className="quiet">{listWords.intro}</p>
        </div>
      </header>
      <main>
        {unreachable && (
          <Notice tone="error" role="alert" title={listWords.unreachableTitle} text={listWords.unreachable} />
        )}
        {list === undefined ? (
          !unreachable && <p role="status">{listWords.loading}</p>
        ) : (
          <>
            {list.setAside > 0 && (
              <Notice tone="warning" role="note" text={listWords.setAside(list.setAside)} />
            )}
            {rows.some(({ daysLeft }) => daysLeft !== undefined) && <NotificationsCard {...notifications} />}
            <FileBar
              rows={rows}
              today={list.today}
              reminderDays={list.reminderDays}
              ask={ask}
              copy={copy}
              download={download}
            />
            <div role="status">{notice && <Notice {...notice} onDismiss={() => setNotice(undefined)} />}</div>
            {detailsOf(forms, copy)}
            {rows.length === 0 ? (
              <Empty />
            ) : (
              <List
                rows={rows}
                now={list.now}
                reminderDays={list.reminderDays}
                ask={forms.ask}
                copy={copy}
                download={download}
                onForget={forget}
              />
            )}
          </>
        )}
        {children}
      </main>
    </div>
  );
}

function Empty() {
  return (
    <section className="card empty">
      <h2>{listWords.emptyHeading}</h2>
      <p>{listWords.empty}</p>
    </section>
  );
}

interface ListProps {
  rows: readonly ListedRow[];
  now: number;
  reminderDays: readonly number[];
  ask: Ask;
  copy: Copy;
  download: Download;
  onForget: (row: ConnectionRow) => Promise<void>;
}

function List({ rows, now, reminderDays, ask, copy, download, onForget }: ListProps) {
  const [narrowed, setNarrowed] = useState(everything);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const found = useRef<HTMLParagraphElement>(null);
  // Typing stays quick while thousands of rows are searched.
  const { search, filter, day } = useDeferredValue(narrowed);
  const matches = useMemo(() => dueBy(matching(rows, search, filter), day), [rows, search, filter, day]);
  const dated = useMemo(() => matches.map(({ row }) => row).filter(hasDate), [matches]);
  const counts = useMemo(() => countByFilter(rows), [rows]);
  const shown = matches.slice(0, most);

  // The same function as long as it can be: rows that did not change are not drawn again.
  const forget = useCallback(
    async (row: ConnectionRow) => {
      await onForget(row);
      // The row that had the focus is gone.
      found.current?.focus();
    },
    [onForget],
  );

  function narrow(change: Partial<Narrowed>) {
    setNarrowed({ ...narrowed, ...change });
    setMost(ROWS_AT_ONCE);
  }

  function downloadFound() {
    const file = calendarFile(dated, eventWords, reminderDays);
    if (file !== undefined) download('secret-expiries-found.ics', 'text/calendar', file);
  }

  return (
    <section className="list" aria-label={listWords.title}>
      <Narrowing narrowed={narrowed} counts={counts} onNarrow={narrow} />
      <div className="found">
        <p className="quiet" role="status" ref={found} tabIndex={-1}>
          {matches.length === 0 ? listWords.nothingFound : listWords.found(matches.length, rows.length)}
        </p>
        {matches.length < rows.length && dated.length > 0 && (
          <Button look="subtle" onPress={downloadFound}>
            {listWords.calendarOfFound(dated.length)}
          </Button>
        )}
      </div>
      {matches.length === 0 ? (
        <Button onPress={() => narrow(everything)}>{listWords.showAll}</Button>
      ) : (
        <>
          <div className="columns" aria-hidden="true">
            {COLUMNS.map((column) => (
              <span key={column}>{listWords.columns[column]}</span>
            ))}
          </div>
          <ul>
            {shown.map((row) => (
              <ConnectionItem
                key={row.key}
                listed={row}
                now={now}
                reminderDays={reminderDays}
                ask={ask}
                copy={copy}
                download={download}
                onForget={forget}
              />
            ))}
          </ul>
        </>
      )}
      {matches.length > shown.length && (
        <Button onPress={() => setMost(most + ROWS_AT_ONCE)}>
          {listWords.showMore(Math.min(ROWS_AT_ONCE, matches.length - shown.length))}
        </Button>
      )}
    </section>
  );
}
