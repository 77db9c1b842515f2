/**
 * *Add a client secret*: *Fill for Kandji*. Fills the description and says which lifetime to choose; the portal's drop-down
 * ignores events of scripts, so the choice is watched and ticked off. Never presses Add.
 */
import type { RegistrationValues } from '../messages/protocol';
import { nowAndThen } from '../page/now-and-then';
import * as words from '../words/registration';
import { type AddSecretPane, findAddSecretPane } from './add-secret-pane';
import { FillGuide } from './fill-guide';
import { fillText, type TextOutcome } from './fill-text';
import type { PageSession } from './portal-session';

/** How long the button outlives its pane: a page that rebuilds itself brings the pane back at once. */
const GRACE_MS = 400;
/** The pane is looked for this often at most, in milliseconds. */
const LOOK_MS = 100;

export function watchAddSecret(session: PageSession): void {
  const { page, signal, ask } = session;
  const { document, window } = page;
  let guide: FillGuide | undefined;
  let leaving: number | undefined;
  let values: RegistrationValues | undefined;
  let dropDownName: string | undefined;
  const outcomes = new Map<words.FormField, TextOutcome>();

  const find = () => findAddSecretPane(document, dropDownName);
  const lookNow = () => {
    if (signal.aborted) return;
    const pane = find();
    if (!pane) return leave();
    window.clearTimeout(leaving);
    leaving = undefined;
    dropDownName = pane.expires.name;
    guide ??= new FillGuide(document, 'fill-secret', session.vendorName, () => void press());
    guide.standAbove(pane.firstRow);
    render(pane);
  };
  const isTakenOut = () => guide?.isTakenOut === true;
  const look = nowAndThen(window, LOOK_MS, lookNow, isTakenOut);

  session.watch(({ changed, moved, plain }) => {
    if (guide || changed.some((root) => !plain.has(root) && mayBringPane(root)) || moved.some(mayBringPane))
      look();
  });
  document.addEventListener('change', look, { capture: true, signal });
  session.onContext(({ vendorName }) => guide?.setVendor(vendorName));
  signal.addEventListener('abort', close);

  /** The next pane is another secret: nothing was filled there yet. */
  function close(): void {
    window.clearTimeout(leaving);
    leaving = undefined;
    guide?.remove();
    guide = undefined;
    values = undefined;
    dropDownName = undefined;
    outcomes.clear();
  }

  function leave(): void {
    if (guide && leaving === undefined) leaving = window.setTimeout(close, GRACE_MS);
  }

  async function press(): Promise<void> {
    const answer = await ask('registrationValues', {});
    if (signal.aborted || !guide) return;
    if (!answer) return guide.tell({ role: 'alert', lines: [words.registrationTexts.noValues] });
    values = answer;
    const outcome = await fillText(window, signal, () => find()?.description, answer.secretDescription);
    if (signal.aborted || !values) return;
    outcomes.set('description', outcome);
    const pane = find();
    if (pane) render(pane);
  }

  function render({ is24Months, expires }: AddSecretPane): void {
    const outcome = outcomes.get('description');
    if (!guide || !values || outcome === undefined) return;
    guide.setFilled(words.filled(outcomes));
    const wrong = words.notTaken('description', outcome, values.secretDescription);
    const lines = is24Months
      ? [words.months24Chosen(), words.registrationTexts.pressAdd]
      : [words.choose24Months(expires.name)];
    guide.tell({ role: wrong ? 'alert' : 'status', lines: wrong ? [wrong, ...lines] : lines });
  }
}

const PARTS = 'input, textarea, select, button, [role="combobox"], [role="button"], [aria-haspopup]';

/** Most changes of the page are rows and texts: a pane comes with its controls, and stands in no list. */
const mayBringPane = (root: Element): boolean =>
  root.closest('table, [role="grid"]') === null &&
  (root.matches(PARTS) || root.querySelector(PARTS) !== null || root.shadowRoot !== null);
