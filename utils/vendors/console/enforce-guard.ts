/** Objects to ending a way to sign in while no passed test of the connection is on record (DESIGN §2, step 13). */

import { PRESSED } from '../../page/controls';
import { type Objection, objectTo } from '../../page/objecting';
import { NoticeSlot } from '../../page/slot';
import { closest } from '../../page/tree';
import { endingWords, vendorLabels } from '../../words/vendor';
import type { VendorProfile } from '../profile';
import { nameOfRow, stateOfRow } from './connections';
import type { ConsolePage } from './console-page';
import { connectionRows, type Ending, endingOf, type Moment } from './ending';

/** After this long, ending a sign-in is a new thing to be told of. One act takes a press, and its confirmation. */
const ACT_MILLISECONDS = 120_000;
/** A page that changes all the time has the answer asked for again this often at most. */
const ASK_AGAIN_MILLISECONDS = 1000;

/** `change`: of the page; `approach`: the admin is about to press; `return`: the admin comes back to the page. */
type Occasion = 'change' | 'approach' | 'return';

interface Held extends Objection {
  readonly ending: Ending;
}

interface Known {
  isTested?: boolean;
  askedAt: number;
}

export class EnforceGuard {
  readonly #page: ConsolePage;
  readonly #slot: NoticeSlot;
  /** Whether a test has passed, by connection name; '' = any connection of this tenant. */
  readonly #known = new Map<string, Known>();
  #aimedAt: Ending | undefined;
  #moment: Moment = 'before';
  #shown: Ending | undefined;
  #shownAt = 0;
  #act = 0;

  constructor(page: ConsolePage) {
    this.#page = page;
    this.#slot = new NoticeSlot(page.document, vendorLabels.dismiss);
    const { document, window, tenant, signal } = page;
    // Heard before the objection's own listeners: what is pressed is read by the moment of the press.
    for (const type of ['pointerdown', 'keydown', 'click']) {
      const note = () => {
        this.#moment = type === 'click' ? 'duringClick' : 'before';
      };
      window.addEventListener(type, note, { capture: true, signal });
    }
    objectTo(
      {
        window,
        // The press is judged right after it was found to be one.
        isControl: (element) => {
          const ending = endingOf(element, tenant.vendor, this.#moment);
          if (ending) this.#aimedAt = ending;
          return ending !== undefined;
        },
        leadsToControl: () => false,
      },
      () => this.#decide(),
      (held) => this.#show(held),
      signal,
    );
    // A verdict comes while the administrator is elsewhere: asked again before the press, which must be judged at once.
    const askAgain = () => this.#askAll();
    document.addEventListener('visibilitychange', askAgain, { signal });
    window.addEventListener('focus', askAgain, { signal });
    for (const type of ['pointerover', 'focusin']) {
      window.addEventListener(type, (event) => this.#onApproach(event), { capture: true, signal });
    }
    signal.addEventListener('abort', () => this.#slot.clear());
  }

  /** Keeps the answers for what the page shows now. */
  look(): void {
    const { document, tenant } = this.#page;
    const rows = connectionRows(document, tenant.vendor);
    // Done, or off the page: nothing to warn of any more.
    if (this.#shown && !isStillThere(this.#shown, rows, tenant.vendor)) this.#slot.clear();
    if (rows.length > 0) this.#ask('', 'change');
    for (const row of rows) {
      const name = nameOfRow(row);
      if (name) this.#ask(name, 'change');
    }
  }

  #onApproach(event: Event): void {
    const target = event.composedPath()[0];
    const pressed = target instanceof Element ? closest(target, PRESSED) : undefined;
    const ending = pressed && endingOf(pressed, this.#page.tenant.vendor);
    if (ending) this.#ask(keyOf(ending), 'approach');
  }

  #askAll(): void {
    if (this.#page.document.visibilityState === 'hidden') return;
    for (const name of this.#known.keys()) this.#ask(name, 'return');
  }

  /** What the admin does is answered at once; only the page's own changes have to wait. */
  #ask(connectionName: string, occasion: Occasion): void {
    const known = this.#known.get(connectionName) ?? { askedAt: 0 };
    if (occasion === 'change' && Date.now() - known.askedAt < ASK_AGAIN_MILLISECONDS) return;
    known.askedAt = Date.now();
    this.#known.set(connectionName, known);
    void this.#page.ask('enforceContext', connectionName ? { connectionName } : {}).then((answer) => {
      if (answer) known.isTested = answer.isTested;
      // Proved meanwhile: the warning holds no longer. On a page in use nothing may move under the pointer.
      const isAnswered = this.#shown && keyOf(this.#shown) === connectionName;
      if (answer?.isTested && isAnswered && occasion === 'return') this.#slot.clear();
    });
  }

  /** Not known counts as not tested. */
  #decide(): Held | undefined {
    const ending = this.#aimedAt;
    if (!ending || this.#known.get(keyOf(ending))?.isTested) return undefined;
    if (Date.now() - this.#shownAt > ACT_MILLISECONDS) this.#act += 1;
    return { key: `${ending.kind} ${keyOf(ending)} ${this.#act}`, ending };
  }

  #show({ ending }: Held): void {
    this.#shownAt = Date.now();
    this.#shown = ending;
    // Shown anew for every press that is held back, so that it is announced anew.
    this.#slot.clear();
    this.#slot.show({ role: 'alert', text: endingWords(ending, this.#page.tenant.vendor) }, ending.near);
  }
}

function isStillThere({ near }: Ending, rows: readonly Element[], profile: VendorProfile): boolean {
  if (rows.includes(near)) return stateOfRow(near, profile) === 'active';
  return near.isConnected && endingOf(near, profile) !== undefined;
}

const keyOf = (ending: Ending): string => (ending.kind === 'connection' ? (ending.connectionName ?? '') : '');
