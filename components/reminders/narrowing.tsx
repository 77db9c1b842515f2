import { useId } from 'react';
import type { Day } from '../../utils/handoff/model';
import { type ListFilter, listFilters } from '../../utils/reminders/listing';
import { numberWords } from '../../utils/words/messages';
import { filterWords, listWords } from '../../utils/words/reminders';

/** What the list is narrowed to. */
export interface Narrowed {
  search: string;
  filter: ListFilter;
  /** Only what expires on this day or before it; empty = whenever. */
  day: Day | '';
}

export const everything: Narrowed = { search: '', filter: 'all', day: '' };

export interface NarrowingProps {
  narrowed: Narrowed;
  /** How many rows each filter would show. */
  counts: Readonly<Record<ListFilter, number>>;
  onNarrow: (change: Partial<Narrowed>) => void;
}

/** The ways to a few connections out of hundreds: search, a filter by urgency, a day by which they expire. */
export function Narrowing({ narrowed, counts, onNarrow }: NarrowingProps) {
  return (
    <div className="narrowing">
      <SearchBox value={narrowed.search} onChange={(search) => onNarrow({ search })} />
      <Filters chosen={narrowed.filter} counts={counts} onChoose={(filter) => onNarrow({ filter })} />
      <DueBy value={narrowed.day} onChange={(day) => onNarrow({ day })} />
    </div>
  );
}

function DueBy({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <div className="search due-by">
      <label htmlFor={id}>{listWords.dueBy}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
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
