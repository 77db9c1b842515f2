/** WebDriver BiDi to Firefox: the few commands that are needed, and the types of all of them. */
import type { Commands } from 'webdriver-bidi-protocol';

/** Firefox's own: https://firefox-source-docs.mozilla.org/remote/Security.html, with `--remote-allow-system-access`. */
interface MozCommands {
  'browsingContext.getTree': { params: { 'moz:scope': 'chrome' } };
  'webExtension.install': { params: Installation };
}
export interface Installation {
  extensionData: { type: 'path'; path: string };
  'moz:allowPrivateBrowsing': boolean;
}
type Method = keyof Commands;
type Params<M extends Method> = M extends keyof MozCommands
  ? MozCommands[M]['params']
  : Commands[M]['params'];

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

/** The browser said no, or ended before it could answer. */
export class BidiError extends Error {
  override readonly name = 'BidiError';
}

export class Bidi {
  readonly #waiting = new Map<number, Waiting>();
  readonly #heard: ((method: string, params: unknown) => void)[] = [];
  #lastId = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Answer));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new BidiError('the browser has ended'));
      this.#waiting.clear();
    });
  }

  /** @param address `ws://127.0.0.1:<port>`, as the browser announces it. */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new BidiError(`no connection to ${address}`)), {
        once: true,
      });
    });
    return new Bidi(socket);
  }

  send<M extends Method>(method: M, params: Params<M>): Promise<Commands[M]['returnType']> {
    return new Promise((resolve, reject) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        reject(new BidiError('the browser has ended'));
        return;
      }
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve: (result) => resolve(result as never), reject });
      this.socket.send(JSON.stringify({ id: this.#lastId, method, params }));
    });
  }

  onEvent(listener: (method: string, params: unknown) => void): void {
    this.#heard.push(listener);
  }

  #receive({ id, type, result, error, message, method, params }: Answer): void {
    if (type === 'event' && method !== undefined) {
      for (const hear of this.#heard) hear(method, params);
      return;
    }
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === 'error') waiting?.reject(new BidiError(`${error}: ${message}`));
    else waiting?.resolve(result);
  }
}
