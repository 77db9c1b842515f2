/** A Firefox page that the administrator can use: found by accessibility tree, pressed with the widget's own input. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessibleNode } from '../accessible';
import type { KeyStroke } from '../keys';
import { found, NotNow, notYet, poll } from '../poll';
import { ClosedError, type Place, type Point, type Surface } from '../surface';
import type { Privileged } from './privileged';
import type { Evaluated } from './privileged/pages';
import { within } from './within';

/** A call that gets no answer in this time belongs to a page that is going away. */
const ANSWER_WITHIN_MS = 5_000;

export class FirefoxSurface implements Surface {
  #indexes = new WeakMap<AccessibleNode, number>();
  #open = true;
  /** Something was pressed since the last look. */
  #isTouched = false;

  constructor(
    readonly kind: Surface['kind'],
    readonly browserId: number,
    private readonly firefox: Privileged,
  ) {}

  get id(): string {
    return String(this.browserId);
  }

  isOpen(): boolean {
    return this.#open;
  }

  /** The browser has reported it. */
  wasClosed(): void {
    this.#open = false;
  }

  #assertOpen(): void {
    if (!this.isOpen()) throw new ClosedError(`This ${this.kind} was closed.`);
  }

  async address(): Promise<string> {
    this.#assertOpen();
    return this.firefox.call('addressOf', this.browserId);
  }

  async nodes(): Promise<AccessibleNode[]> {
    this.#assertOpen();
    if (this.#isTouched) await this.firefox.call('settle', this.browserId);
    this.#isTouched = false;
    const nodes: AccessibleNode[] = [];
    this.#indexes = new WeakMap();
    for (const [index, seen] of (await this.firefox.call('nodes', this.browserId)).entries()) {
      const node = { ...seen, states: new Set(seen.states), parent: nodes[seen.parent] };
      this.#indexes.set(node, index);
      nodes.push(node);
    }
    return nodes;
  }

  async place(node: AccessibleNode): Promise<Place> {
    const index = this.#indexes.get(node);
    if (index === undefined)
      throw new NotNow(`${node.role} “${node.name}” is of an earlier look at the page`);
    return this.firefox.call('place', this.browserId, index);
  }

  async click(point: Point): Promise<void> {
    this.#assertOpen();
    this.#isTouched = true;
    await this.firefox.call('click', this.browserId, point);
  }

  async pressDown(point: Point): Promise<void> {
    await this.firefox.call('mouse', this.browserId, 'mousemove', point);
    await this.firefox.call('mouse', this.browserId, 'mousedown', point);
  }

  async letGo(point: Point): Promise<void> {
    await this.firefox.call('mouse', this.browserId, 'mouseup', point);
  }

  async press(stroke: KeyStroke): Promise<void> {
    this.#assertOpen();
    this.#isTouched = true;
    await this.firefox.call('press', this.browserId, stroke);
  }

  async bringToFront(): Promise<void> {
    if (this.kind === 'tab' || this.kind === 'privateTab') await this.firefox.call('select', this.browserId);
  }

  async goto(address: string): Promise<void> {
    this.#assertOpen();
    const problem = await this.firefox.call('load', this.browserId, address);
    if (problem !== '') throw new Error(`${address}: ${problem}`);
    await poll(`${address} to load`, async () => {
      const state = await this.evaluate<string>('document.readyState');
      return state === 'complete' ? found(undefined) : notYet(`the document is ${state}`);
    });
  }

  async evaluate<T>(expression: string): Promise<T> {
    this.#assertOpen();
    return resultOf<T>(this.firefox.call('evaluate', this.browserId, expression));
  }

  async openRoots(): Promise<void> {
    await this.firefox.call('openRoots', this.browserId);
  }

  async picture(file: string): Promise<void> {
    const data = await this.firefox.call('picture', this.browserId);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    if (this.kind === 'popup') await this.firefox.call('hidePopup');
    else await this.firefox.call('closeTab', this.browserId);
    await poll('the page to close', async () => (this.isOpen() ? notYet('it is open') : found(undefined)));
  }
}

/** @throws {NotNow} when the page went away before it could answer. */
export async function resultOf<T>(answer: Promise<Evaluated>): Promise<T> {
  const { value, thrown } = await within(ANSWER_WITHIN_MS, answer, 'the page does not answer');
  if (thrown !== '') throw new Error(thrown);
  return (value === '' ? undefined : JSON.parse(value)) as T;
}
