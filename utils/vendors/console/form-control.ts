/** The button *Fill from Entra* in the connection form, and what it says afterwards. */

import { isGuid } from '../../entra/values';
import type { AnswerOf, FieldReport, FillCandidate } from '../../messages/protocol';
import { createButton, type OnPageButton } from '../../page/button';
import { keepOutOfStores, readField } from '../../page/fill';
import type { NoticeAction } from '../../page/notice';
import { placeAbove } from '../../page/place-above';
import {
  candidateWords,
  filledWords,
  notFilledWords,
  notTakenWords,
  vendorLabels,
  vendorTexts,
} from '../../words/vendor';
import type { ConnectionForm, FormFinding } from '../connection-form';
import { fieldOf, REMOUNT_MILLISECONDS } from '../filled';
import type { ConsolePage } from './console-page';
import { answerTo } from './deed';
import type { FormNotice } from './form-notice';

type WhenFilled = 'ask' | 'overwrite';

export class FormControl {
  readonly #page: ConsolePage;
  readonly #notice: FormNotice;
  #button: OnPageButton | undefined;
  #form: ConnectionForm | undefined;
  /** The secret field was filled by us: it stays out of the browser's stores as long as it is there. */
  #isFilled = false;
  /** The app registration the admin has chosen among several. */
  #chosen: string | undefined;
  #isBusy = false;
  #leaving: number | undefined;

  constructor(page: ConsolePage, notice: FormNotice) {
    this.#page = page;
    this.#notice = notice;
    page.signal.addEventListener('abort', () => this.#leave());
  }

  /** The page has drawn its form anew, and our button is not in it yet. */
  get isTakenOut(): boolean {
    return this.#button?.host.isConnected === false;
  }

  /** Keeps the button in the form, wherever the page has put it now. */
  look(finding: FormFinding): void {
    if (finding.kind !== 'form') {
      // Gone together with its button: it may be back in a moment, and what the button said still holds then.
      if (!this.#button || this.#button.host.isConnected) this.#leave();
      // The clock runs from when it went, however often the page changes meanwhile.
      else this.#leaving ??= this.#page.window.setTimeout(() => this.#leave(), REMOUNT_MILLISECONDS);
      return;
    }
    this.#page.window.clearTimeout(this.#leaving);
    this.#leaving = undefined;
    const { form } = finding;
    this.#form = form;
    this.#button ??= createButton(this.#page.document, {
      label: vendorLabels.fill,
      key: 'fill-from-entra',
      command: 'fill',
      onPress: () => void this.fill('ask'),
    });
    placeAbove(this.#button.host, form.firstField);
    this.#notice.keep(form.firstField);
    const secretField = fieldOf(form, 'secretValue');
    if (this.#isFilled && secretField) keepOutOfStores(secretField);
    // What was filled is no longer what is there: the status would be wrong.
    if (this.#page.filled.changedIn(form).length > 0) this.#button.setStatus('');
  }

  #leave(): void {
    this.#page.window.clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#button?.remove();
    this.#button = undefined;
    this.#form = undefined;
    this.#isFilled = false;
    this.#chosen = undefined;
    this.#notice.clearAll();
  }

  /** Asks the background to fill. The values come by an injected call, never in the answer. */
  async fill(whenFilled: WhenFilled): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#notice.clearAll();
    this.#button?.setStatus(vendorTexts.busy);
    const coming = this.#page.ask('requestFill', {
      // A Secret ID is no secret: there is nothing to ask before overwriting it.
      whenFilled: this.#holdsSecretId() ? 'overwrite' : whenFilled,
      ...(this.#chosen !== undefined && { clientId: this.#chosen }),
    });
    const answer = await answerTo(this.#page, {
      name: 'fillForm',
      button: this.#button,
      text: vendorTexts.busy,
      coming,
      alertInterrupted: (actions) => this.#alert(vendorTexts.interrupted, actions),
    });
    this.#isBusy = false;
    if (answer) this.#show(answer);
  }

  #holdsSecretId(): boolean {
    const field = this.#form && fieldOf(this.#form, 'secretValue');
    return field !== undefined && isGuid(readField(field));
  }

  #show(answer: AnswerOf<'requestFill'>): void {
    if (answer.kind !== 'filled') this.#button?.setStatus('');
    switch (answer.kind) {
      case 'filled':
        // The filler has shown it already, whoever asked; the same words are not announced twice.
        this.showFilled(answer.fields);
        break;
      case 'holdsSecret':
        this.#alert(vendorTexts.holdsSecret, [
          { label: vendorLabels.overwrite, onPress: () => void this.fill('overwrite') },
          { label: vendorLabels.keep, onPress: () => this.#keep() },
        ]);
        break;
      case 'choose':
        this.#alert(
          vendorTexts.choose,
          answer.candidates.map((candidate) => this.#choiceOf(candidate)),
        );
        break;
      case 'cancelled':
        this.#button?.setStatus(vendorTexts.cancelled);
        break;
      default:
        this.#alert(notFilledWords(answer, this.#page.tenant.vendor.name), []);
    }
  }

  #keep(): void {
    this.#notice.clearAll();
    this.#button?.setStatus(vendorTexts.kept);
  }

  #choiceOf(candidate: FillCandidate) {
    return {
      label: candidateWords(candidate, Date.now()),
      onPress: () => {
        this.#chosen = candidate.clientId;
        void this.fill('ask');
      },
    };
  }

  /** Shows what came of a fill, asked for here or in the popup. */
  showFilled(fields: readonly FieldReport[]): void {
    this.#isFilled = fields.some(({ field, outcome }) => field === 'secretValue' && outcome !== 'kept');
    this.#button?.setStatus(filledWords(fields) ?? '');
    const problems = notTakenWords(fields);
    if (problems) this.#alert(problems, []);
    else this.#notice.clearAll();
  }

  #alert(text: string, actions: readonly NoticeAction[]): void {
    if (this.#form) this.#notice.alert('fill', this.#form.firstField, text, actions);
  }
}
