/** An administrator who keeps a list of what was done. */
import type { Wanted, Words } from '../../tests/e2e/harness/accessible';
import { Admin, type Effort } from '../../tests/e2e/harness/admin';
import type { Surface } from '../../tests/e2e/harness/surface';

/** What an action belongs to: the work itself, or a sign-in, which is the same whoever carries the values. */
export type Part = 'work' | 'signIn';

export interface Action {
  readonly part: Part;
  /** As a person would tell it: `press “Register”`. */
  readonly what: string;
  readonly clicks: number;
  readonly keystrokes: number;
  readonly tabSwitches: number;
  /** The value that went over the clipboard or the keyboard from one place to another with this action. */
  readonly carried?: string;
}

const shown = (words: Words | undefined) =>
  words === undefined ? '' : ` “${words instanceof RegExp ? words.source.replaceAll('\\', '') : words}”`;
const nameOf = ({ role, name, within }: Wanted): string => {
  const roleName = typeof role === 'string' ? role : (role[0] ?? '');
  if (name !== undefined) return shown(name).trim();
  return within === undefined ? roleName : `${roleName} in ${nameOf(within)}`;
};

/** Records each click, keystroke and change of tab as it is made, beside the counts of {@link Admin.effort}. */
export class RecordingAdmin extends Admin {
  readonly actions: Action[] = [];
  #part: Part = 'work';

  /** Everything done meanwhile is part of a sign-in. */
  async whileSigningIn<T>(run: () => Promise<T>): Promise<T> {
    this.#part = 'signIn';
    try {
      return await run();
    } finally {
      this.#part = 'work';
    }
  }

  /** Says that the last action brought a value from one place to another. */
  carry(value: string): void {
    const last = this.actions.pop();
    if (last === undefined) throw new Error('Nothing was done yet.');
    this.actions.push({ ...last, carried: value });
  }

  /** An action in the browser's own window, which the harness cannot press: counted by hand. */
  note(what: string, counts: Partial<Effort>): void {
    const { clicks = 0, keystrokes = 0, tabSwitches = 0 } = counts;
    this.effort.clicks += clicks;
    this.effort.keystrokes += keystrokes;
    this.effort.tabSwitches += tabSwitches;
    this.actions.push({ part: this.#part, what, clicks, keystrokes, tabSwitches });
  }

  async #record<T>(what: string, run: () => Promise<T>): Promise<T> {
    const { clicks, keystrokes, tabSwitches } = this.effort;
    const result = await run();
    const made = {
      clicks: this.effort.clicks - clicks,
      keystrokes: this.effort.keystrokes - keystrokes,
      tabSwitches: this.effort.tabSwitches - tabSwitches,
    };
    if (Object.values(made).some((count) => count > 0))
      this.actions.push({ part: this.#part, what, ...made });
    return result;
  }

  override async goTo(surface: Surface): Promise<void> {
    const address = await surface.address();
    await this.#record(`go to the tab of ${placeOf(address)}`, () => super.goTo(surface));
  }

  override async open(address: string): Promise<Surface> {
    return this.#record(`open ${placeOf(address)}`, () => super.open(address));
  }

  override async openPopup(over: Surface): Promise<Surface> {
    await this.goTo(over);
    return this.#record('open the popup', () => super.openPopup(over));
  }

  override async click(surface: Surface, wanted: Wanted): Promise<void> {
    await this.goTo(surface);
    await this.#record(`press ${nameOf(wanted)}`, () => super.click(surface, wanted));
  }

  /** Toasts: a list of actions must not depend on how fast one went, so they are waited for. */
  override async clickIfThere(surface: Surface, wanted: Wanted): Promise<void> {
    await this.waitUntilGone(surface, wanted);
  }

  override async press(surface: Surface, written: string): Promise<void> {
    await this.goTo(surface);
    await this.#record(`press ${written.replace('ControlOrMeta', 'Ctrl')}`, () =>
      super.press(surface, written),
    );
  }

  override async type(surface: Surface, text: string): Promise<void> {
    await this.goTo(surface);
    const what = this.#part === 'signIn' ? 'type the account' : `type “${text}”`;
    await this.#record(what, () => super.type(surface, text));
  }
}

function placeOf(address: string): string {
  const { host, protocol } = new URL(address);
  if (protocol === 'about:') return 'the article';
  return protocol === 'chrome-extension:' ? 'the popup' : host;
}
