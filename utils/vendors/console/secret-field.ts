/** What stands in the fields and cannot be right, whoever put it there: typed, pasted, or a password manager. */
import { isGuid, isMasked } from '../../entra/values';
import { readField } from '../../page/fill';
import type { TextField } from '../../page/find';
import { mistakeWords, remedyWords, vendorLabels } from '../../words/vendor';
import type { ConnectionForm, FormFinding } from '../connection-form';
import { fieldOf } from '../filled';
import type { ConsolePage } from './console-page';
import type { FormNotice } from './form-notice';

export type Mistake = {
  readonly kind: 'secretId' | 'masked' | 'clientId';
  readonly label: string;
  readonly field: TextField;
};

/**
 * The value in the form that cannot be right, if any: a GUID or the portal's mask in the secret field, something other
 * than a GUID as the client ID. `asFound` is what the fields held when the form came up: a vendor may show a saved
 * secret as dots of its own.
 */
export function mistakeIn(form: ConnectionForm, asFound: string): Mistake | undefined {
  const secret = form.places.secretValue;
  if ('field' in secret) {
    const value = readField(secret.field);
    if (isGuid(value)) return { kind: 'secretId', label: secret.label, field: secret.field };
    if (value !== asFound && isMasked(value))
      return { kind: 'masked', label: secret.label, field: secret.field };
  }
  const clientId = form.places.clientId;
  if ('field' in clientId) {
    const value = readField(clientId.field).trim();
    const isBeingTyped = clientId.field.matches(':focus');
    if (value !== '' && !isGuid(value) && !isBeingTyped) {
      return { kind: 'clientId', label: clientId.label, field: clientId.field };
    }
  }
  return undefined;
}

export class SecretFieldAlert {
  readonly #page: ConsolePage;
  readonly #notice: FormNotice;
  readonly #overwrite: () => void;
  /** What the admin has been told of, so that a dismissed alert stays away until the field changes. */
  #shown: string | undefined;
  #asFound = '';
  #secretField: TextField | undefined;
  #finding: FormFinding = { kind: 'none' };

  /** @param overwrite fills the form; the alert has said what is overwritten */
  constructor(page: ConsolePage, notice: FormNotice, overwrite: () => void) {
    this.#page = page;
    this.#overwrite = overwrite;
    this.#notice = notice;
    const { signal } = page;
    const options = { capture: true, signal };
    for (const type of ['input', 'change', 'focusout']) {
      // After the page's own handlers, which may put the value right or take it back.
      page.window.addEventListener(type, () => page.window.setTimeout(() => this.#check()), options);
    }
  }

  /** @returns the value in the form that cannot be right */
  mistake(form: ConnectionForm): Mistake | undefined {
    return mistakeIn(form, this.#asFound);
  }

  look(finding: FormFinding): void {
    this.#finding = finding;
    const field = finding.kind === 'form' ? fieldOf(finding.form, 'secretValue') : undefined;
    if (field && field !== this.#secretField && !this.#secretField?.isConnected)
      this.#asFound = readField(field);
    this.#secretField = field;
    this.#check();
  }

  #check(): void {
    const finding = this.#finding;
    const mistake =
      finding.kind === 'form' && !this.#page.signal.aborted ? this.mistake(finding.form) : undefined;
    if (!mistake) {
      this.#shown = undefined;
      this.#notice.clear('secretField');
      return;
    }
    if (this.#shown === mistake.kind) return;
    this.#shown = mistake.kind;
    void this.#show(mistake);
  }

  async #show({ kind, label, field }: Mistake): Promise<void> {
    if (kind === 'clientId') {
      this.#notice.alert('secretField', field, mistakeWords(kind, label));
      return;
    }
    const held = await this.#page.ask('vendorContext', undefined);
    // The field may have been put right while the background answered.
    if (this.#page.signal.aborted || this.#shown !== kind) return;
    const isHeld = held?.kind === 'ready' || held?.kind === 'choose';
    const text = `${mistakeWords(kind, label)} ${remedyWords(isHeld, this.#page.tenant.vendor.name)}`;
    const actions = isHeld ? [{ label: vendorLabels.fill, onPress: this.#overwrite }] : [];
    this.#notice.alert('secretField', field, text, actions);
  }
}
