import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import type { Instant } from '../utils/handoff/model';
import type { ProjectedHandoff } from '../utils/handoff/projection';
import type { ConnectionList } from '../utils/messages/protocol';
import { type ListedRow, listed, matching } from '../utils/reminders/listing';
import { finderWords, heldWords } from '../utils/words/popup';
import { urgencyWords } from '../utils/words/reminders';
import { ageWords, shortId } from '../utils/words/times';
import type { Ask } from './ask';
import type { ConnectionKey } from './deeds';

/** As many as can be looked through; typing narrows them. */
const MOST_SHOWN = 20;

export interface FinderProps {
  handoffs: readonly ProjectedHandoff[];
  now: Instant;
  ask: Ask;
  onChoose: (clientId: string) => void;
  onRenew: (connection: ConnectionKey) => void;
  onClose: () => void;
}

/**
 * Finds a held app registration to switch to, or a connection on record to renew, by any part of its names: for who has
 * many. Arrow keys and Enter work from the search field; Escape closes.
 */
export function Finder({ handoffs, now, ask, onChoose, onRenew, onClose }: FinderProps) {
  const [search, setSearch] = useState('');
  const [list, setList] = useState<ConnectionList>();

  useEffect(() => {
    let isCurrent = true;
    void ask('listConnections').then((answer) => {
      if (isCurrent && answer.kind === 'connections') setList(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);

  const held = handoffs.filter((handoff) => isMeant(handoff, search));
  const rows = list ? matching(listed(list.connections, list.today), search, 'all') : [];
  const shown = rows.slice(0, MOST_SHOWN);

  function choose(key: string | number) {
    const row = shown.find((each) => each.key === key)?.row;
    if (row) onRenew({ vendorHost: row.vendorHost, clientId: row.clientId });
    else onChoose(String(key));
    onClose();
  }

  return (
    <section className="card finder" aria-label={finderWords.title}>
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        {/* The first Escape empties the field, the next one closes. */}
        <SearchField
          autoFocus
          className="paste"
          onKeyDown={(event) => event.key === 'Escape' && search === '' && onClose()}
        >
          <Label>{finderWords.title}</Label>
          <Input placeholder={finderWords.example} spellCheck={false} />
        </SearchField>
        <ListBox
          className="findings"
          aria-label={finderWords.title}
          onAction={choose}
          renderEmptyState={() => <p className="quiet">{list ? finderWords.nothing : finderWords.loading}</p>}
        >
          {held.length > 0 && (
            <ListBoxSection>
              <Header className="hint">{finderWords.held}</Header>
              {held.map((handoff) => (
                <Found
                  key={handoff.clientId}
                  id={handoff.clientId}
                  name={handoff.appName ?? heldWords.unnamedApp}
                  detail={[handoff.vendorHost, shortId(handoff.clientId)].filter(Boolean).join(' · ')}
                  note={ageWords(handoff.touchedAt, now)}
                />
              ))}
            </ListBoxSection>
          )}
          {shown.length > 0 && (
            <ListBoxSection>
              <Header className="hint">{finderWords.renew}</Header>
              {shown.map((each) => (
                <FoundConnection key={each.key} listed={each} />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </section>
  );
}

function isMeant(
  { appName, vendorHost, directoryDomain, clientId }: ProjectedHandoff,
  search: string,
): boolean {
  const haystack = [appName, vendorHost, directoryDomain, clientId].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function FoundConnection({ listed: { key, row, urgency, daysLeft } }: { listed: ListedRow }) {
  const detail = [row.appName, row.directoryDomain].filter(Boolean).join(' · ');
  return <Found id={key} name={row.vendorHost} detail={detail} note={urgencyWords(urgency, daysLeft)} />;
}

function Found({ id, name, detail, note }: { id: string; name: string; detail: string; note: string }) {
  return (
    <ListBoxItem id={id} className="finding" textValue={`${name}, ${detail}, ${note}`}>
      <span className="finding-name">{name}</span>
      <small className="quiet">{note}</small>
      <small className="quiet finding-detail">{detail}</small>
    </ListBoxItem>
  );
}

export default Finder;
