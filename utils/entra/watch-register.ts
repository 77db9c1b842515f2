/**
 * *Register an application*: *Fill for Kandji*. Fills name and redirect URI; says which options to choose, since the portal's
 * drop-downs ignore events of scripts, and fills the redirect URI once the platform is chosen. Never presses Register.
 */
import type { RegistrationValues } from '../messages/protocol';
import { readField } from '../page/fill';
import type { TextField } from '../page/find';
import { nowAndThen } from '../page/now-and-then';
import * as words from '../words/registration';
import { FillGuide, type Guidance } from './fill-guide';
import { fillText, type TextOutcome } from './fill-text';
import { isLocked } from './form-controls';
import type { PageSession } from './portal-session';
import { findRegisterForm, type RegisterForm } from './register-form';

/** How long the button outlives its form: a page that rebuilds itself brings the form back at once. */
const GRACE_MS = 1000;
/** A form is looked for this often at most, in milliseconds. */
const LOOK_MS = 100;
/** While the redirect URI is not known, the background is asked again this often at most. */
const ASK_MS = 1500;

export function watchRegister(session: PageSession): void {
  const { page, signal, ask } = session;
  const { document, window } = page;
  let guide: FillGuide | undefined;
  let leaving: number | undefined;
  /** What the last press asked for: good for this visit of the form, however often the page draws it anew. */
  let values: RegistrationValues | undefined;
  const outcomes = new Map<words.FormField, TextOutcome>();
  /** The choice under which the redirect URI was written: emptied under the same one, it was the admin. */
  let written: { field: TextField; platform: string } | undefined;
  let work = Promise.resolve();

  const lookNow = () => {
    if (signal.aborted) return;
    const form = findRegisterForm(document);
    if (!form) return leave();
    window.clearTimeout(leaving);
    leaving = undefined;
    guide ??= new FillGuide(document, 'fill-register', session.vendorName, () => void press());
    guide.standAbove(form.firstRow);
    if (!values) return;
    if (isDue(form)) queue(fillRedirectUri);
    else render(form);
  };
  const isTakenOut = () => guide?.isTakenOut === true;
  const look = nowAndThen(window, LOOK_MS, lookNow, isTakenOut);

  session.watch(look);
  // Radio buttons of the browser's own make change no attribute.
  document.addEventListener('change', look, { capture: true, signal });
  // The way out was taken elsewhere (a tenant chosen, the address carried): the press is still good.
  const comeBack = () => {
    if (values?.why) void refreshValues();
  };
  session.onContext(({ vendorName }) => {
    guide?.setVendor(vendorName);
    comeBack();
  });
  // A popup over the page takes no focus from it in every browser; the pointer does come back.
  document.addEventListener('pointerover', nowAndThen(window, ASK_MS, comeBack), { capture: true, signal });
  signal.addEventListener('abort', () => {
    window.clearTimeout(leaving);
    guide?.remove();
  });

  function leave(): void {
    if (!guide || leaving !== undefined) return;
    leaving = window.setTimeout(() => {
      leaving = undefined;
      guide?.remove();
      guide = undefined;
      // Another form is another registration: it is filled at another press.
      values = undefined;
    }, GRACE_MS);
  }

  async function press(): Promise<void> {
    const answer = await ask('registrationValues', {});
    if (signal.aborted) return;
    if (!answer) return guide?.tell({ role: 'alert', lines: [words.registrationTexts.noValues] });
    values = answer;
    written = undefined;
    outcomes.clear();
    queue(fillName);
    queue(fillRedirectUri);
  }

  async function refreshValues(): Promise<void> {
    const answer = await ask('registrationValues', {});
    if (signal.aborted || !answer?.redirectUri) return;
    values = answer;
    look();
  }

  /** One after the other: a choice may come while a box is being written. */
  function queue(run: (values: RegistrationValues) => Promise<void>): void {
    work = work.then(async () => {
      if (signal.aborted || !values) return;
      await run(values);
      const form = findRegisterForm(document);
      if (!signal.aborted && form) render(form);
    });
  }

  async function fillName({ appName }: RegistrationValues): Promise<void> {
    outcomes.set('name', await fillText(window, signal, () => findRegisterForm(document)?.name, appName));
  }

  async function fillRedirectUri({ redirectUri }: RegistrationValues): Promise<void> {
    const form = findRegisterForm(document);
    if (!redirectUri || !form || !isDue(form) || !form.redirectUri) return;
    written = { field: form.redirectUri, platform: form.platform.text };
    const find = () => findRegisterForm(document)?.redirectUri;
    const outcome = await fillText(window, signal, find, redirectUri);
    outcomes.set('redirectUri', outcome);
    const field = find();
    // Something lay over it, or it held another address: looked at again when the page changes.
    if (outcome === 'notEditable' || outcome === 'kept') written = undefined;
    else if (field) written = { field, platform: form.platform.text };
  }

  function isDue({ platform, redirectUri }: RegisterForm): boolean {
    if (!values?.redirectUri || !redirectUri || isLocked(redirectUri)) return false;
    if (platform.kind !== 'web' && platform.kind !== 'unsure') return false;
    if (!written) return true;
    const isOther = written.field !== redirectUri || written.platform !== platform.text;
    return isOther && readField(redirectUri) === '';
  }

  function render(form: RegisterForm): void {
    if (!values || !guide) return;
    guide.setFilled(words.filled(outcomes));
    guide.tell(guidance(form, values, outcomes));
  }
}

/** What is left to do, or what is wrong, in the form as it stands. */
function guidance(form: RegisterForm, values: RegistrationValues, outcomes: words.Outcomes): Guidance {
  const { platform, accountTypes } = form;
  const { vendorName, redirectUri } = values;
  const held = form.redirectUri ? readField(form.redirectUri).trim() : '';
  const wrong = [
    ...[...outcomes].flatMap(([field, outcome]) => {
      // What the box holds by now counts, not what it held at the press.
      if (field === 'redirectUri' && held === redirectUri) return [];
      return words.notTaken(field, outcome, field === 'name' ? values.appName : (redirectUri ?? '')) ?? [];
    }),
    ...(platform.kind === 'spa' || platform.kind === 'publicClient'
      ? [words.wrongPlatform(platform.text, platform.dropDownName, vendorName)]
      : []),
    ...(accountTypes.kind === 'other' ? [words.notSingleTenant(accountTypes.dropDownName)] : []),
  ];
  const todo: string[] = [];
  const done: string[] = [];
  if (platform.kind === 'web') done.push(words.webChosen());
  if (platform.kind === 'notChosen')
    todo.push(words.chooseWeb(platform.dropDownName, redirectUri !== undefined));
  if (platform.kind === 'unsure') todo.push(words.checkWeb(platform.text));
  if (values.why) todo.push(words.noRedirectUri(values.why, vendorName));
  if (accountTypes.kind === 'singleTenant') done.push(words.singleTenant());
  if (accountTypes.kind === 'unsure') todo.push(words.leaveSingleTenant(accountTypes.dropDownName));
  const isReady = wrong.length === 0 && redirectUri !== undefined && held === redirectUri;
  const lines = [...wrong, ...todo, ...done, ...(isReady ? [words.registrationTexts.pressRegister] : [])];
  return { role: wrong.length > 0 ? 'alert' : 'status', lines };
}
