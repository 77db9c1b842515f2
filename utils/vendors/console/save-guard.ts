/** Objects to the form's Save when a field is not what was filled, or cannot be right (DESIGN §2, step 8). */
import { readField } from '../../page/fill';
import { type TextField, textFields } from '../../page/find';
import { fingerprintOf, newSalt } from '../../page/fingerprint';
import { type Control, type Objection, objectTo } from '../../page/objecting';
import { closest, holds, matches } from '../../page/tree';
import { mistakeWords, objectionWords } from '../../words/vendor';
import {
  BUTTONS,
  type ConnectionForm,
  type FormFinding,
  findConnectionForm,
  saysSave,
} from '../connection-form';
import { fieldIds } from '../field-match';
import { fieldOf } from '../filled';
import type { VendorProfile } from '../profile';
import type { ConsolePage } from './console-page';
import type { FormNotice } from './form-notice';
import type { SecretFieldAlert } from './secret-field';

interface SaveObjection extends Objection {
  readonly text: string;
  readonly form: ConnectionForm;
}

export class SaveGuard {
  readonly #page: ConsolePage;
  readonly #secretField: SecretFieldAlert;
  readonly #notice: FormNotice;
  readonly #salt = newSalt();
  #form: ConnectionForm | undefined;

  /** @param onSave a press of Save went through; not yet that the vendor has saved */
  constructor(
    page: ConsolePage,
    notice: FormNotice,
    secretField: SecretFieldAlert,
    onSave: (form: ConnectionForm) => void,
  ) {
    this.#page = page;
    this.#secretField = secretField;
    this.#notice = notice;
    const { window, signal } = page;
    // Looked for anew at every press: the page may have changed since the last look.
    const decide = () => this.#decide(findConnectionForm(page.document, page.tenant.vendor));
    objectTo(this.#control(), decide, (objection) => this.#show(objection), signal);
    // Listens after the objection, which stops what it holds back: a press that arrives here goes through.
    const onPress = (event: Event) => {
      if (this.#form && isSaving(event, this.#form, page.tenant.vendor)) onSave(this.#form);
    };
    for (const type of ['click', 'submit']) window.addEventListener(type, onPress, { capture: true, signal });
  }

  look(finding: FormFinding): void {
    this.#form = finding.kind === 'form' ? finding.form : undefined;
    if (!this.#decide(finding)) this.#notice.clear('saveGuard');
  }

  #decide(finding: FormFinding): SaveObjection | undefined {
    if (finding.kind !== 'form') return undefined;
    const { form } = finding;
    const changed = this.#page.filled.changedIn(form);
    const mistake = this.#secretField.mistake(form);
    if (changed.length === 0 && !mistake) return undefined;
    const text = objectionWords(changed, mistake && mistakeWords(mistake.kind, mistake.label));
    return { key: `${text} ${stateOf(form, this.#salt)}`, text, form };
  }

  #control(): Control {
    const profile = this.#page.tenant.vendor;
    return {
      window: this.#page.window,
      isControl: (element) => this.#form !== undefined && isSaveButton(element, this.#form, profile),
      leadsToControl: (element) => this.#form !== undefined && leadsToSave(element, this.#form),
    };
  }

  /** Shown anew for every press that is held back, so that it is announced anew. */
  #show({ text, form }: SaveObjection): void {
    this.#notice.clearAll();
    this.#notice.alert('saveGuard', form.firstField, text);
  }
}

/** A button of the form that says *Save*, or that submits it. */
export function isSaveButton(element: Element, form: ConnectionForm, profile: VendorProfile): boolean {
  if (!matches(element, BUTTONS)) return false;
  const own = closest(form.firstField, 'form');
  const submits = own !== undefined && submitsOf(element) === own;
  return submits || (holds(form.area, element) && saysSave(element, profile));
}

/** The form that a button submits. */
function submitsOf(element: Element): Element | undefined {
  const isButton = element instanceof HTMLButtonElement || element instanceof HTMLInputElement;
  return isButton && element.type === 'submit' ? (element.form ?? undefined) : undefined;
}

/** Enter in one of the form's fields, or the submit of the form itself. */
export function leadsToSave(element: Element, form: ConnectionForm): boolean {
  if (element instanceof HTMLFormElement) return holds(element, form.firstField);
  return element instanceof HTMLInputElement && textFields(form.container).includes(element);
}

function isSaving(event: Event, form: ConnectionForm, profile: VendorProfile): boolean {
  const path = event.composedPath().filter((target): target is Element => target instanceof Element);
  if (event.type === 'submit') return path[0] !== undefined && leadsToSave(path[0], form);
  return path.some((element) => isSaveButton(element, form, profile));
}

/** Tells two states of the form apart without keeping what stands in it. */
function stateOf(form: ConnectionForm, salt: Uint8Array): string {
  const fields = fieldIds
    .map((id) => fieldOf(form, id))
    .filter((field): field is TextField => field !== undefined);
  return fingerprintOf(JSON.stringify(fields.map(readField)), salt).digest.join();
}
