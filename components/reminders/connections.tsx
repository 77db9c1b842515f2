import { type ReactNode, useCallback, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { ConnectionList } from '../../utils/messages/protocol';
import {
  type ConnectionRow,
  countByFilter,
  type ListedRow,
  type ListFilter,
  listed,
  listFilters,
  matching,
} from '../../utils/reminders/listing';
import { unansweredWords } from '../../utils/words/faults';
import { numberWords } from '../../utils/words/messages';
import { filterWords, forgetWords, listWords } from '../../utils/words/reminders';
import type { Ask, Copy } from '../ask';
import { Button } from '../button';
import { Mark } from '../mark';
import { Notice, type NoticeProps } from '../notice';
import { ConnectionItem } from './connection-item';
import { type Download, FileBar } from './file-bar';
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

  const forget = useCallback(
    async ({ vendorHost, clientId }: ConnectionRow) => {
      const answer = await ask('forgetConnection', { vendorHost, clientId });
      if (answer.kind === 'dropped') setNotice({ tone: 'error', text: unansweredWords(answer) });
      if (answer.kind === 'done') setNotice({ tone: 'success', text: forgetWords.forgotten(vendorHost) });
    },
    [ask],
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
              download={download}
            />
            <div role="status">{notice && <Notice {...notice} onDismiss={() => setNotice(undefined)} />}</div>
            {rows.length === 0 ? (
              <Empty />
            ) : (
              <List
                rows={rows}
                now={list.now}
                reminderDays={list.reminderDays}
                ask={ask}
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
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<ListFilter>('all');
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const found = useRef<HTMLParagraphElement>(null);
  // Typing stays quick while thousands of rows are searched.
  const wanted = useDeferredValue(search);
  const matches = useMemo(() => matching(rows, wanted, filter), [rows, wanted, filter]);
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

  function narrow(change: { search?: string; filter?: ListFilter }) {
    if (change.search !== undefined) setSearch(change.search);
    if (change.filter !== undefined) setFilter(change.filter);
    setMost(ROWS_AT_ONCE);
  }

  return (
    <section className="list" aria-label={listWords.title}>
      <div className="narrowing">
        <SearchBox value={search} onChange={(text) => narrow({ search: text })} />
        <Filters chosen={filter} counts={counts} onChoose={(choice) => narrow({ filter: choice })} />
      </div>
      <p className="found quiet" role="status" ref={found} tabIndex={-1}>
        {matches.length === 0 ? listWords.nothingFound : listWords.found(matches.length, rows.length)}
      </p>
      {matches.length === 0 ? (
        <Button onPress={() => narrow({ search: '', filter: 'all' })}>{listWords.showAll}</Button>
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

function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="search">
      <label htmlFor={id}>{listWords.search}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={listWords.searchExample}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface FiltersProps {
  chosen: ListFilter;
  counts: Readonly<Record<ListFilter, number>>;
  onChoose: (filter: ListFilter) => void;
}

function Filters({ chosen, counts, onChoose }: FiltersProps) {
  const name = useId();
  return (
    <fieldset className="filters">
      <legend>{listWords.filters}</legend>
      {listFilters.map((filter) => (
        <label key={filter} className={`pill ${filter}`}>
          <input
            type="radio"
            name={name}
            className="for-readers"
            checked={filter === chosen}
            onChange={() => onChoose(filter)}
          />
          {filterWords(filter)} <span className="count">{numberWords(counts[filter])}</span>
        </label>
      ))}
    </fieldset>
  );
}
