import { memo, type ReactNode, useRef, useState } from 'react';
import type { AnswerOf } from '../../utils/messages/protocol';
import { calendarFile, hasDate } from '../../utils/reminders/calendar-file';
import { secretsLink } from '../../utils/reminders/links';
import type { ConnectionRow, ListedRow } from '../../utils/reminders/listing';
import { unansweredWords } from '../../utils/words/faults';
import { recordWords } from '../../utils/words/notes';
import { eventWords, lastTestWords, listWords, urgencyWords } from '../../utils/words/reminders';
import { renewOfferWords } from '../../utils/words/renewal';
import { ageWords, dayWords } from '../../utils/words/times';
import type { Ask, Copy, Unanswered } from '../ask';
import { Button } from '../button';
import { Words } from '../words';
import { ExpiryForm } from './expiry-form';
import type { Download } from './file-bar';
import { ForgetQuestion } from './forget-question';

type AnswerKind = (AnswerOf<'startRenewal'> | AnswerOf<'handoverRecord'> | Unanswered)['kind'];

export interface ConnectionItemProps {
  listed: ListedRow;
  now: number;
  /** Days before the expiry on which the calendar's alarms ring. */
  reminderDays: readonly number[];
  ask: Ask;
  copy: Copy;
  download: Download;
  onForget: (row: ConnectionRow) => Promise<void>;
}

/** One connection: what it connects, when its secret expires, and what to do. */
export const ConnectionItem = memo(function ConnectionItem(props: ConnectionItemProps) {
  const { listed, now, reminderDays, ask, copy, download, onForget } = props;
  const { row, urgency, daysLeft } = listed;
  const { vendorHost, clientId } = row;
  const [open, setOpen] = useState<'expiry' | 'forget'>();
  const [said, setSaid] = useState('');
  const item = useRef<HTMLLIElement>(null);

  /** The control that had the focus goes away with its form. */
  function close() {
    setOpen(undefined);
    item.current?.focus();
  }

  function downloadCalendar() {
    const file = calendarFile([row], eventWords, reminderDays);
    if (file !== undefined) download(`secret-expiry-${row.vendorHost}.ics`, 'text/calendar', file);
  }

  async function renew() {
    const answer = await ask('startRenewal', { vendorHost, clientId });
    setSaid(answer.kind === 'opened' ? '' : sayOf(answer.kind, renewOfferWords.notKnown));
  }

  async function withRecord(use: (text: string) => Promise<string> | string) {
    const answer = await ask('handoverRecord', { vendorHost, clientId });
    setSaid(answer.kind === 'record' ? await use(answer.text) : sayOf(answer.kind, recordWords.notKnown));
  }

  const copyRecord = () =>
    withRecord(async (text) => ((await copy(text)) ? recordWords.copied : recordWords.clipboardRefused));

  const saveRecord = () =>
    withRecord((text) => {
      download(`sso-record-${vendorHost}.txt`, 'text/plain', text);
      return recordWords.saved;
    });

  return (
    <li className={`connection ${urgency}`} ref={item} tabIndex={-1} aria-label={row.vendorHost}>
      <Cell label={listWords.columns.connection}>
        <strong>{row.vendorHost}</strong>
        <span className={row.connectionName ? '' : 'quiet'}>
          {row.connectionName ?? listWords.unnamedConnection}
        </span>
        <small className="quiet">
          {row.lastVerdict
            ? `${lastTestWords(row.lastVerdict.verdict)}, ${ageWords(row.lastVerdict.at, now)}`
            : listWords.notTested}
        </small>
      </Cell>
      <Cell label={listWords.columns.app}>
        <span className={row.appName ? '' : 'quiet'}>{row.appName ?? listWords.unnamedApp}</span>
        {row.directoryDomain && <span className="quiet">{row.directoryDomain}</span>}
        <Id name={listWords.clientId} value={row.clientId} />
      </Cell>
      <Cell label={listWords.columns.secret}>
        <span className={row.description ? '' : 'quiet'}>{row.description ?? listWords.unnamedSecret}</span>
        {row.secretId && <Id name={listWords.secretId} value={row.secretId} />}
      </Cell>
      <Cell label={listWords.columns.expiry}>
        {row.expiresOn !== undefined && <span className="date">{dayWords(row.expiresOn)}</span>}
        <span className="chip">{urgencyWords(urgency, daysLeft)}</span>
      </Cell>
      {urgency === 'deleted' && <p className="deleted-fix">{listWords.deletedFix}</p>}
      <div className="doings">
        <a className="button subtle" href={secretsLink(row)} target="_blank" rel="noreferrer">
          {listWords.openSecrets}
          <Of host={row.vendorHost} />
        </a>
        <Button look="subtle" onPress={renew}>
          {listWords.renew}
          <Of host={row.vendorHost} />
        </Button>
        <Button look="subtle" onPress={() => setOpen('expiry')}>
          {row.expiresOn === undefined || row.secretDeleted ? listWords.setExpiry : listWords.correctExpiry}
          <Of host={row.vendorHost} />
        </Button>
        {hasDate(row) && (
          <Button look="subtle" onPress={downloadCalendar}>
            {listWords.calendarFile}
            <Of host={row.vendorHost} />
          </Button>
        )}
        <Button look="subtle" onPress={copyRecord}>
          {listWords.copyRecord}
          <Of host={row.vendorHost} />
        </Button>
        <Button look="subtle" onPress={saveRecord}>
          {listWords.saveRecord}
          <Of host={row.vendorHost} />
        </Button>
        <Button look="subtle" onPress={() => setOpen('forget')}>
          {listWords.forget}
          <Of host={row.vendorHost} />
        </Button>
      </div>
      <p role="status" className="said">
        <Words text={said} />
      </p>
      {open === 'expiry' && <ExpiryForm row={row} ask={ask} onClose={close} />}
      {open === 'forget' && (
        <ForgetQuestion host={row.vendorHost} onForget={() => onForget(row)} onKeep={close} />
      )}
    </li>
  );
});

/** Words for an answer that is not the wanted one. */
function sayOf(kind: Exclude<AnswerKind, 'opened' | 'record'>, notKnown: string): string {
  switch (kind) {
    case 'notKnown':
    case 'refused':
      return notKnown;
    case 'dropped':
      return unansweredWords({ kind });
    case 'unreachable':
      return `${listWords.unreachableTitle}. ${listWords.unreachable}`;
    default:
      return kind satisfies never;
  }
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="cell">
      <span className="cell-label">{label}</span>
      {children}
    </div>
  );
}

function Id({ name, value }: { name: string; value: string }) {
  return (
    <span className="id">
      <span className="for-readers">{name}: </span>
      <code className="whole" title={name}>
        {value}
      </code>
    </span>
  );
}

/** Buttons of the same name in every row: which one is it? */
function Of({ host }: { host: string }) {
  return <span className="for-readers"> {listWords.ofHost(host)}</span>;
}
