/** What the page remembers of the last fill: salted fingerprints, no values. */

import { readField } from '../page/fill';
import type { TextField } from '../page/find';
import { type Fingerprint, fingerprintOf, isTextOf } from '../page/fingerprint';
import type { ConnectionForm } from './connection-form';
import type { FieldId } from './profile';

/** A changed name is the admin's own business; the other three come from the app registration. */
const guarded: readonly FieldId[] = ['directoryDomain', 'clientId', 'secretValue'];

/** A form that was away this long is another one: its differences are no changes. */
export const REMOUNT_MILLISECONDS = 1500;

export interface ChangedField {
  readonly field: FieldId;
  readonly label: string;
}

/** Remembers what was filled for as long as the form stays. */
export class FilledForm {
  #fingerprints = new Map<FieldId, Fingerprint>();
  /** Since when the form is not there; a page that rests is not looked at, so when it was last seen says nothing. */
  #goneSince: number | undefined;
  /** What the Name field said after the last fill, or when Save was pressed. */
  connectionName: string | undefined;

  remember(field: FieldId, value: string): void {
    this.#fingerprints.set(field, fingerprintOf(value));
  }

  forget(): void {
    this.#fingerprints.clear();
  }

  /** Call on every look at the page; `now` in milliseconds. Forgets once the form has been gone for longer than a re-mount. */
  seen(isThere: boolean, now: number): void {
    if (this.#goneSince !== undefined && now - this.#goneSince > REMOUNT_MILLISECONDS) this.forget();
    this.#goneSince = isThere ? undefined : (this.#goneSince ?? now);
  }

  /** Whether the secret field holds what was filled: not what was typed, nor what was there before. */
  holdsSecret(form: ConnectionForm): boolean {
    const fingerprint = this.#fingerprints.get('secretValue');
    const field = fieldOf(form, 'secretValue');
    return fingerprint !== undefined && field !== undefined && isTextOf(fingerprint, readField(field));
  }

  /** Fields that no longer hold what was filled. */
  changedIn(form: ConnectionForm): ChangedField[] {
    return guarded.flatMap((id) => {
      const fingerprint = this.#fingerprints.get(id);
      if (!fingerprint) return [];
      const place = form.places[id];
      const field = fieldOf(form, id);
      if (field && isTextOf(fingerprint, readField(field))) return [];
      return [{ field: id, label: 'label' in place ? place.label : '' }];
    });
  }
}

/** The field for a value, editable or not. */
export function fieldOf(form: ConnectionForm, id: FieldId): TextField | undefined {
  const place = form.places[id];
  return place.kind === 'found' || place.kind === 'notEditable' ? place.field : undefined;
}
