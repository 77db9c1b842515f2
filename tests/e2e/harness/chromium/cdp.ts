/**
 * The DevTools protocol to any target. Playwright's own sessions reach the pages it knows; the extension's popup and the
 * frames of other origins are reached through `Target.sendMessageToTarget` of one session with the browser.
 */
import type { CDPSession } from '@playwright/test';
import { NotNow } from '../poll';

export type Send = CDPSession['send'];
type Method = Parameters<Send>[0];
export type TargetInfo = Awaited<ReturnType<typeof anySend<'Target.getTargets'>>>['targetInfos'][number];
declare const anySend: Send;

/** The events that are listened to, as far as they are read. */
interface Events {
  'Target.attachedToTarget': { targetInfo: TargetInfo };
  'ServiceWorker.workerVersionUpdated': {
    versions: { versionId: string; runningStatus: 'stopped' | 'starting' | 'running' | 'stopping' }[];
  };
}

/** A call that gets no answer in this time belongs to a page that is going away. */
const ANSWER_WITHIN_MS = 5_000;

interface Waiting {
  method: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
}

/** A session with one target. Errors of the browser are `NotNow`: the page may be between two documents. */
export class TargetSession {
  readonly #waiting = new Map<number, Waiting>();
  readonly #heard: ((method: string, params: unknown) => void)[] = [];
  #lastId = 0;
  #open = true;

  constructor(
    readonly targetId: string,
    private readonly post: (message: string) => Promise<unknown>,
  ) {}

  get isOpen(): boolean {
    return this.#open;
  }

  readonly send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      if (!this.#open) {
        reject(new NotNow('the page was closed'));
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      const timer = setTimeout(
        () => this.#settle({ id, error: { message: `no answer in ${ANSWER_WITHIN_MS} ms` } }),
        ANSWER_WITHIN_MS,
      );
      this.#waiting.set(id, { method, resolve: (result) => resolve(result as never), reject, timer });
      this.post(JSON.stringify({ id, method, params: params ?? {} })).catch((error: unknown) =>
        this.#settle({ id, error: { message: String(error) } }),
      );
    });

  onEvent<M extends keyof Events>(method: M, listener: (params: Events[M]) => void): void {
    this.#heard.push((heard, params) => {
      if (heard === method) listener(params as Events[M]);
    });
  }

  receive(message: string): void {
    const answer = JSON.parse(message) as Answer;
    if (answer.id !== undefined) this.#settle(answer);
    else if (answer.method !== undefined) for (const hear of this.#heard) hear(answer.method, answer.params);
  }

  closed(): void {
    this.#open = false;
    for (const id of [...this.#waiting.keys()])
      this.#settle({ id, error: { message: 'the page was closed' } });
  }

  #settle(answer: Answer): void {
    const waiting = answer.id === undefined ? undefined : this.#waiting.get(answer.id);
    if (answer.id === undefined || waiting === undefined) return;
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if (answer.error) waiting.reject(new NotNow(`${waiting.method}: ${answer.error.message}`));
    else waiting.resolve(answer.result);
  }
}

/** All targets of one browser, and a session with each that is asked for. */
export class Targets {
  readonly #bySession = new Map<string, TargetSession>();
  readonly #byTarget = new Map<string, Promise<TargetSession>>();

  constructor(private readonly browser: CDPSession) {
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
      this.#bySession.get(sessionId)?.receive(message),
    );
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      const session = this.#bySession.get(sessionId);
      if (session === undefined) return;
      this.#bySession.delete(sessionId);
      this.#byTarget.delete(session.targetId);
      session.closed();
    });
  }

  async send<M extends Method>(method: M, params?: Parameters<typeof anySend<M>>[1]) {
    try {
      return await this.browser.send<M>(method, params);
    } catch (error) {
      throw new NotNow(error instanceof Error ? error.message : String(error));
    }
  }

  /** Every target there is, tabs and workers included. */
  async list(): Promise<TargetInfo[]> {
    return (await this.send('Target.getTargets', { filter: [{}] })).targetInfos;
  }

  /** The session with a target, opened at the first call. */
  session(targetId: string): Promise<TargetSession> {
    const known = this.#byTarget.get(targetId);
    if (known) return known;
    const opening = this.#attach(targetId);
    this.#byTarget.set(targetId, opening);
    opening.catch(() => this.#byTarget.delete(targetId));
    return opening;
  }

  async #attach(targetId: string): Promise<TargetSession> {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: false });
    const session = new TargetSession(targetId, (message) =>
      this.browser.send('Target.sendMessageToTarget', { sessionId, message }),
    );
    this.#bySession.set(sessionId, session);
    return session;
  }

  /**
   * The target of type `tab` around a page: `Extensions.triggerAction` wants that one. The two are tied together by
   * attaching to the tab and asking for its children; addresses would not tell two tabs with one address apart.
   */
  async tabOf(pageTargetId: string): Promise<string> {
    for (const tab of (await this.list()).filter((target) => target.type === 'tab')) {
      const { sessionId } = await this.send('Target.attachToTarget', {
        targetId: tab.targetId,
        flatten: false,
      });
      const session = new TargetSession(tab.targetId, (message) =>
        this.browser.send('Target.sendMessageToTarget', { sessionId, message }),
      );
      const children: string[] = [];
      session.onEvent('Target.attachedToTarget', ({ targetInfo }) => children.push(targetInfo.targetId));
      this.#bySession.set(sessionId, session);
      await session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      });
      await this.send('Target.detachFromTarget', { sessionId });
      if (children.includes(pageTargetId)) return tab.targetId;
    }
    throw new NotNow(`no tab holds the page ${pageTargetId}`);
  }
}
