/** The filler: writes an app registration's values into the connection form (DESIGN §4, Filling). */
import { asClientId, bare, isMasked } from '../entra/values';
import type { FieldOutcome, FieldReport } from '../messages/protocol';
import {
  type Filler,
  type FillOutcome,
  type FillPayload,
  keepOutOfStores,
  nextFrame,
  readField,
  writeField,
} from '../page/fill';
import { stateOf } from '../page/find';
import { type ConnectionForm, type FieldPlace, findConnectionForm } from './connection-form';
import { fieldIds } from './field-match';
import { type FilledForm, fieldOf } from './filled';
import type { FieldId } from './profile';
import { vendorTenantOf } from './registry';

/** A page takes a value back at most once before it is reported. */
const ATTEMPTS = 2;
/** Longest connection name that is reported. */
const NAME_LENGTH = 256;

/** Leaves the fill at once: the page is another one, or the form has gone. */
class Stopped extends Error {
  constructor(readonly outcome: Extract<FillOutcome, { kind: 'wrongPage' | 'noForm' }>) {
    super(outcome.kind);
  }
}

/**
 * Makes the filler of this page. It never submits, writes nothing when the page is not the payload's, and finds its
 * fields again after every wait.
 * @param onFilled told what came of a fill, whoever asked for it
 */
export function createFiller(
  window: Window,
  filled: FilledForm,
  onFilled: (outcome: FillOutcome) => void,
): Filler {
  let last: Promise<unknown> = Promise.resolve();
  return (payload) => {
    // One after the other: a press in the page and one in the popup may come together.
    const outcome = last.then(() => new Fill(window, filled, payload).run());
    last = outcome.then(onFilled, () => undefined);
    return outcome;
  };
}

class Fill {
  readonly #window: Window;
  readonly #filled: FilledForm;
  readonly #payload: FillPayload;

  constructor(window: Window, filled: FilledForm, payload: FillPayload) {
    this.#window = window;
    this.#filled = filled;
    this.#payload = payload;
  }

  async run(): Promise<FillOutcome> {
    try {
      return await this.#fill();
    } catch (error) {
      if (error instanceof Stopped) return error.outcome;
      throw error;
    }
  }

  async #fill(): Promise<FillOutcome> {
    const { values, whenFilled, only } = this.#payload;
    const form = this.#form();
    if (form === 'several') return { kind: 'filled', fields: ambiguous(only) };
    const secretField = fieldOf(form, 'secretValue');
    const before = secretField ? readField(secretField) : '';
    // Dots in the place of a saved secret are no secret: there is nothing to lose.
    const holdsSecret = before !== '' && before !== values.secretValue && !isMasked(before);
    if (whenFilled === 'ask' && holdsSecret) return { kind: 'holdsSecret' };

    this.#filled.forget();
    const reports: FieldReport[] = [];
    if (!only) {
      reports.push(await this.#fillName());
      reports.push(await this.#fillField('directoryDomain', values.directoryDomain));
      reports.push(await this.#fillField('clientId', values.clientId));
    }
    reports.push(await this.#fillSecret());
    return this.#closing(reports);
  }

  /** The form as it is now. Every write goes through here, so that the address is checked at that moment. */
  #form(): ConnectionForm | 'several' {
    const { location } = this.#window;
    const tenant = vendorTenantOf(location.href);
    const isHere =
      location.origin === this.#payload.origin &&
      tenant?.vendor.id === this.#payload.vendorId &&
      this.#window.top === this.#window;
    if (!tenant || !isHere) throw new Stopped({ kind: 'wrongPage' });
    const finding = findConnectionForm(this.#window.document, tenant.vendor);
    if (finding.kind === 'several') return 'several';
    if (finding.kind !== 'form') throw new Stopped({ kind: 'noForm' });
    return finding.form;
  }

  #place(id: FieldId): FieldPlace {
    const form = this.#form();
    if (form === 'several') return { kind: 'ambiguous', label: '' };
    const place = form.places[id];
    if (place.kind !== 'notEditable') return place;
    // A field that is scrolled away in its dialog looks covered.
    place.field.scrollIntoView({ block: 'nearest' });
    return stateOf(place.field) === 'usable' ? { ...place, kind: 'found' } : place;
  }

  /** The name is the admin's: it is proposed where the field is empty, and kept otherwise. */
  async #fillName(): Promise<FieldReport> {
    const { connectionName } = this.#payload.values;
    const place = this.#place('connectionName');
    const holds = 'field' in place ? readField(place.field).trim() : '';
    if (holds !== '' && holds !== connectionName) return report('connectionName', 'kept', place);
    return this.#fillField('connectionName', connectionName);
  }

  /** The secret only ever stands beside the client ID that it belongs to. */
  async #fillSecret(): Promise<FieldReport> {
    const form = this.#form();
    const clientIdField = form === 'several' ? undefined : fieldOf(form, 'clientId');
    const holdsClientId =
      clientIdField && asClientId(readField(clientIdField)) === this.#payload.values.clientId;
    if (!holdsClientId) return report('secretValue', 'kept', this.#place('secretValue'));
    return this.#fillField('secretValue', this.#payload.values.secretValue);
  }

  async #fillField(id: FieldId, value: string | undefined): Promise<FieldReport> {
    let place = this.#place(id);
    if (value === undefined) return report(id, 'notHeld', place);
    if ('field' in place && isSame(id, readField(place.field), value)) {
      if (id === 'secretValue') keepOutOfStores(place.field);
      return report(id, 'alreadyEqual', place);
    }
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (place.kind !== 'found') return report(id, place.kind, place);
      place.field.scrollIntoView({ block: 'nearest' });
      if (id === 'secretValue') keepOutOfStores(place.field);
      writeField(place.field, value);
      await nextFrame(this.#window);
      // Found again: the framework may have put a new field in the place of the one written to.
      place = this.#place(id);
      if ('field' in place && readField(place.field) === value) return report(id, 'filled', place);
    }
    return report(id, place.kind === 'notFound' ? 'notFound' : 'reverted', place);
  }

  /** Looks at all fields once more: filling one may have reset another. Then remembers what they hold. */
  async #closing(reports: readonly FieldReport[]): Promise<FillOutcome> {
    await nextFrame(this.#window);
    const { values } = this.#payload;
    const fields = reports.map((field) => {
      if (field.outcome !== 'filled' && field.outcome !== 'alreadyEqual') return field;
      const place = this.#place(field.field);
      const value = values[field.field] ?? '';
      if (!('field' in place) || !isSame(field.field, readField(place.field), value)) {
        return { ...field, outcome: 'reverted' as const };
      }
      this.#filled.remember(field.field, readField(place.field));
      return field;
    });
    const name = this.#place('connectionName');
    const connectionName = 'field' in name ? readField(name.field).trim().slice(0, NAME_LENGTH) : '';
    this.#filled.connectionName = connectionName || this.#filled.connectionName;
    return { kind: 'filled', fields, ...(connectionName && { connectionName }) };
  }
}

/** Whether a field holds a value already; IDs and domains do not depend on case. */
function isSame(id: FieldId, holds: string, value: string): boolean {
  if (id === 'secretValue' || id === 'connectionName') return holds === value;
  return bare(holds).toLowerCase() === value.toLowerCase();
}

function report(field: FieldId, outcome: FieldOutcome, place: FieldPlace): FieldReport {
  const label = 'label' in place ? place.label : '';
  return { field, outcome, ...(label && { label }) };
}

function ambiguous(only: FillPayload['only']): FieldReport[] {
  const asked = only ? [only] : fieldIds;
  return asked.map((field) => ({ field, outcome: 'ambiguous' }));
}
