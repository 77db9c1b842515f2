/** The table of connections: whether ours is there, and whether it is active. */
import { asClientId, type ClientId } from '../../entra/values';
import { readField } from '../../page/fill';
import { isShown, wordsOf } from '../../page/find';
import { queryNear } from '../../page/near';
import { queryAll, squeeze, textOf, textPieces } from '../../page/tree';
import type { ConnectionForm } from '../connection-form';
import { type FilledForm, fieldOf } from '../filled';
import type { VendorProfile } from '../profile';
import type { ConsolePage } from './console-page';

export type ConnectionRow =
  | { readonly kind: 'row'; readonly state: 'active' | 'inactive' | 'unknown' }
  | { readonly kind: 'none' };

export const ROWS = 'tr, [role="row"], li';
export const CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"]';

/**
 * The row of the connection with this name. Its state is a cell, badge or piece of text that says exactly *Active* or
 * *Inactive*. Two rows of the name = none.
 */
export function readConnectionRow(
  document: Document,
  profile: VendorProfile,
  connectionName: string,
): ConnectionRow {
  const row = findRow(document, connectionName);
  return row ? { kind: 'row', state: stateOfRow(row, profile) } : { kind: 'none' };
}

/** The only shown row of this name. */
export function findRow(document: Document, connectionName: string): Element | undefined {
  const name = squeeze(connectionName);
  if (!name) return undefined;
  const rows = queryNear(document, ROWS).filter((row) => isRowOf(row, name));
  return rows.length === 1 ? rows[0] : undefined;
}

export function stateOfRow(row: Element, profile: VendorProfile): 'active' | 'inactive' | 'unknown' {
  const { active, inactive } = profile.console.words;
  const pieces = textPieces(row).map(wordsOf);
  const says = (words: readonly string[]) => words.some((word) => pieces.includes(wordsOf(word)));
  // Where both stand in a row, one may be a button that would change it: not known.
  if (says(active) === says(inactive)) return 'unknown';
  return says(active) ? 'active' : 'inactive';
}

/** What a row is called: the first text in it. */
export const nameOfRow = (row: Element): string | undefined => queryAll(row, CELLS).flatMap(textPieces)[0];

const withoutSpace = (text: string) => text.replace(/\s/g, '');

function isRowOf(row: Element, name: string): boolean {
  // Cheap question first: a console's device list has thousands of rows.
  if (!withoutSpace(row.textContent ?? '').includes(withoutSpace(name))) return false;
  const cells = queryAll(row, CELLS);
  const texts = cells.length > 0 ? cells.map(textOf) : textPieces(row);
  const pieces = cells.flatMap(textPieces);
  return (texts.includes(name) || pieces.includes(name)) && isShown(row);
}

/** What of a saved form the background may know: no value of its secret field. */
export interface SavedForm {
  /** What the Client ID field held, where that was one. */
  readonly clientId?: ClientId;
  /** Whether the secret field held what was filled; false where it was typed, or left alone. */
  readonly secretIsFilled: boolean;
}

export function savedFormOf(form: ConnectionForm, filled: FilledForm): SavedForm {
  const field = fieldOf(form, 'clientId');
  const clientId = field && asClientId(readField(field));
  return { ...(clientId && { clientId }), secretIsFilled: filled.holdsSecret(form) };
}

export class ConnectionsTable {
  readonly #page: ConsolePage;
  /** What the form held when its Save went through, until the save is seen. */
  #saving: SavedForm | undefined;
  #told = '';

  constructor(page: ConsolePage) {
    this.#page = page;
  }

  /** Save went through: a row of our name that comes up now is the saved connection. */
  saved(form: SavedForm): void {
    this.#saving = form;
  }

  /** A consent link came up: the vendor has saved the connection. */
  linkSeen(): void {
    this.#tellSaved(this.#page.filled.connectionName);
  }

  /** @param isFormOpen while the form is open, its row is the one from before */
  look(isFormOpen: boolean): void {
    const { document, tenant, filled } = this.#page;
    const name = filled.connectionName ?? tenant.vendor.connectionName;
    const row = readConnectionRow(document, tenant.vendor, name);
    if (row.kind === 'none') return;
    if (this.#saving && !isFormOpen) this.#tellSaved(name);
    if (row.state !== 'unknown') this.#tell(row.state, name);
  }

  #tellSaved(connectionName: string | undefined): void {
    const saved = this.#saving;
    this.#saving = undefined;
    void this.#page.ask('vendorSeen', {
      seen: 'saved',
      ...saved,
      ...(connectionName !== undefined && { connectionName }),
    });
  }

  #tell(seen: 'active' | 'inactive', connectionName: string): void {
    const key = `${seen} ${connectionName}`;
    if (this.#told === key) return;
    this.#told = key;
    void this.#page.ask('vendorSeen', { seen, connectionName });
  }
}
