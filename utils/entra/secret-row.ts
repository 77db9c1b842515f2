/**
 * Reads one row of *Certificates & secrets > Client secrets*: which text is the value, which the ID that looks like it,
 * and what names them (facts/entra.md §3.2). By shape first, by the columns' headers where shape leaves a choice.
 */
import type { Day } from '../handoff/model';
import { isInside } from '../page/text';
import { follows } from '../page/tree';
import { secretChecksum } from './checksum';
import { type DateHints, type DayReading, readDay } from './dates';
import { type ColumnLabel, columnLabel } from './labels';
import { upwards } from './row-hits';
import { type Piece, readPieces } from './row-texts';
import { asSecretId, type SecretId, type SecretValue } from './values';
import { isControl } from './walk';

/** What a value's reading rests on, beside standing in a row with a GUID. */
export type Signal = 'shape' | 'checksum' | 'column' | 'onlyCandidate';

export type RowValue =
  | { kind: 'readable'; secretValue: SecretValue; element: Element; reliedOn: readonly Signal[] }
  | { kind: 'masked'; element: Element }
  /** Several texts could be the value: ask, never guess. */
  | { kind: 'ambiguous'; elements: readonly Element[] };

export interface SecretRow {
  readonly container: Element;
  readonly value: RowValue;
  /** Absent where two GUIDs stand in the row and nothing tells which one is the ID. */
  readonly secretId?: SecretId;
  readonly secretIdElement?: Element;
  readonly description?: string;
  readonly expires: DayReading;
  /** The expiry as it stands in the row. */
  readonly expiresText?: string;
}

/** More pieces than this are not a row of a grid but a page around it. */
const PIECES_MOST = 16;

type ValuePiece = Extract<Piece, { kind: 'value' }>;

/**
 * Reads a row, or nothing where the container holds no value of a client secret: certificates, federated credentials.
 * @param headers shared by the rows that are read together
 */
export function readSecretRow(
  container: Element,
  dates: DateHints,
  headers: Headers = new Map(),
): SecretRow | undefined {
  const pieces = readPieces(container);
  if (pieces.length > PIECES_MOST) return undefined;
  const columnOf = columnsOf(container, headers);
  const value = readValue(pieces, columnOf);
  if (!value) return undefined;
  const id = readId(pieces, columnOf, value);
  const taken = value.kind === 'readable' ? value.secretValue : undefined;
  const texts = pieces.flatMap((piece) => {
    if (piece.kind === 'text') return [{ text: piece.text, element: piece.element }];
    const isName = piece.kind === 'value' && piece.secretValue !== taken && value.kind !== 'ambiguous';
    return isName ? [{ text: piece.secretValue as string, element: piece.element }] : [];
  });
  const expiresText =
    texts.find(({ element }) => columnOf(element) === 'expires') ??
    texts.findLast(({ element, text }) => !columnOf(element) && readDay(text, dates).kind !== 'none');
  const description = (
    texts.find(({ element }) => columnOf(element) === 'description') ??
    texts.find(({ element, text }) => text !== expiresText?.text && !columnOf(element))
  )?.text;
  return {
    container,
    value,
    ...(id ? { secretId: id.secretId, secretIdElement: id.element } : {}),
    ...(description ? { description: description.slice(0, 256) } : {}),
    // A value that can still be read was made just now.
    expires: readDay(expiresText?.text ?? '', { ...dates, isFresh: value.kind === 'readable' }),
    ...(expiresText ? { expiresText: expiresText.text } : {}),
  };
}

/** The expiry as a message carries it: only a day that is certain. */
export const certainDay = (reading: DayReading): Day | undefined =>
  reading.kind === 'day' ? reading.day : undefined;

type ColumnOf = (element: Element) => ColumnLabel | undefined;

function readValue(pieces: readonly Piece[], columnOf: ColumnOf): RowValue | undefined {
  const isElsewhere = ({ element }: Piece) =>
    /^(?:description|expires|secretId)$/.test(columnOf(element) ?? '');
  const masked = pieces.find((piece) => piece.kind === 'masked' && !isElsewhere(piece));
  // A hidden value beside a readable text of the same shape: the text is a description.
  if (masked) return { kind: 'masked', element: masked.element };
  const all = byValue(
    pieces.filter((piece): piece is ValuePiece => piece.kind === 'value' && !isElsewhere(piece)),
  );
  const inColumn = all.filter(({ element }) => columnOf(element) === 'value');
  const shaped = all.filter(({ fits }) => fits === 'identifiable');
  const candidates =
    inColumn.length > 0 ? inColumn : shaped.length > 0 ? shaped : all.filter(({ fits }) => fits === 'random');
  const passing = candidates.filter(({ secretValue }) => secretChecksum(secretValue) === 'passes');
  const [best] = passing.length === 1 ? passing : candidates;
  if (!best) return undefined;
  if (candidates.length > 1 && passing.length !== 1) {
    return { kind: 'ambiguous', elements: candidates.map(({ element }) => element) };
  }
  const reliedOn: Signal[] = [];
  if (best.fits === 'identifiable') reliedOn.push('shape');
  if (passing.includes(best)) reliedOn.push('checksum');
  if (inColumn.includes(best)) reliedOn.push('column');
  if (candidates.length === 1) reliedOn.push('onlyCandidate');
  return { kind: 'readable', secretValue: best.secretValue, element: best.element, reliedOn };
}

/** One piece a value; of several elements that say the same, one that is no control. */
function byValue(pieces: readonly ValuePiece[]): ValuePiece[] {
  const values = new Map<string, ValuePiece>();
  for (const piece of pieces) {
    const known = values.get(piece.secretValue);
    if (!known || (isControl(known.element) && !isControl(piece.element)))
      values.set(piece.secretValue, piece);
  }
  return [...values.values()];
}

function readId(pieces: readonly Piece[], columnOf: ColumnOf, value: RowValue) {
  const guids = pieces.filter((piece): piece is Extract<Piece, { kind: 'guid' }> => piece.kind === 'guid');
  const named = guids.filter(({ element }) => columnOf(element) === 'secretId');
  const left = guids.filter(({ element }) => columnOf(element) !== 'description');
  const valueElement = value.kind === 'ambiguous' ? undefined : value.element;
  const after = left.filter(({ element }) => valueElement && follows(element, valueElement));
  const choice = [named, left, after].find((group) => new Set(group.map(({ guid }) => guid)).size === 1)?.[0];
  const secretId = choice && asSecretId(choice.guid);
  return secretId ? { secretId, element: choice.element } : undefined;
}

const CELLS = 'td,th,[role="gridcell"],[role="cell"],[role="rowheader"]';
const HEADERS = 'th[scope="col"],thead th,[role="columnheader"]';
/** How far above a row its headers are looked for: some grids keep them in a table of their own. */
const HEADER_LEVELS = 6;

/** Headers that stand inside an element: looked for once in what a list's rows have around them, however many there are. */
export type Headers = Map<Element, readonly Element[]>;

/** Tells the column of an element in the row by the header at the same position. */
function columnsOf(row: Element, known: Headers): ColumnOf {
  const cells = [...row.querySelectorAll(CELLS)].filter(
    (cell) => !cell.parentElement?.closest(CELLS) || cell.parentElement === row,
  );
  const headers = headersOf(row, known);
  return (element) => {
    const cell = cells.find((each) => isInside(element, each));
    const index = cell ? cells.indexOf(cell) : -1;
    const header = headerAt(headers, cell, index);
    return header && columnLabel(header.getAttribute('title') || header.textContent || '');
  };
}

function headerAt(
  headers: readonly Element[],
  cell: Element | undefined,
  index: number,
): Element | undefined {
  const number = cell?.getAttribute('aria-colindex');
  const numbered = number && headers.find((header) => header.getAttribute('aria-colindex') === number);
  return numbered || headers[index];
}

function headersOf(row: Element, known: Headers): readonly Element[] {
  const around = [...upwards(row)].slice(1, 1 + HEADER_LEVELS);
  for (const at of around) {
    const headers = known.get(at) ?? headersIn(at, around, known);
    known.set(at, headers);
    if (headers.length > 1) return headers;
  }
  return [];
}

/** A long list is gone through once, not for each element around it: what stands above all of them is asked. */
function headersIn(at: Element, around: readonly Element[], known: Headers): readonly Element[] {
  const root = at.getRootNode();
  const top = around.findLast((each) => each.getRootNode() === root) ?? at;
  const all = known.get(top) ?? [...top.querySelectorAll(HEADERS)];
  known.set(top, all);
  return all.filter((header) => header !== at && at.contains(header));
}
