/** Calls what the harness has put into Firefox's own window. */
import type { Script } from 'webdriver-bidi-protocol';
import { NotNow } from '../poll';
import { ClosedError } from '../surface';
import type { Bidi } from './bidi';
import type { Report } from './privileged/base';
import { type Courier, declaration } from './privileged/courier';
import { within } from './within';

const CHANNEL = 'courier';
/** Longer than any page of the lab takes to load. */
const ANSWER_WITHIN_MS = 20_000;

type Functions = {
  [Name in keyof Courier as Courier[Name] extends (...given: never[]) => unknown
    ? Name
    : never]: Courier[Name];
};

export class Privileged {
  private constructor(
    private readonly bidi: Bidi,
    private readonly window: string,
  ) {}

  /** @param hear What is reported from then on. */
  static async install(bidi: Bidi, hear: (report: Report) => void): Promise<Privileged> {
    const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = contexts[0]?.context;
    if (window === undefined) throw new Error('Firefox has no window.');
    bidi.onEvent((method, params) => {
      if (method !== 'script.message') return;
      const { channel, data } = params as { channel: string; data: Script.RemoteValue };
      if (channel === CHANNEL && data.type === 'string') hear(JSON.parse(data.value) as Report);
    });
    await bidi.send('session.subscribe', { events: ['script.message'] });
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration: `(channel) => (${declaration()})((report) => channel(JSON.stringify(report)))`,
      arguments: [{ type: 'channel', value: { channel: CHANNEL } }],
      target: { context: window },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return new Privileged(bidi, window);
  }

  /**
   * @throws {NotNow} when the page is between two states.
   * @throws {ClosedError} when it is not there any more.
   */
  async call<Name extends keyof Functions>(
    name: Name,
    ...given: Parameters<Functions[Name]>
  ): Promise<Awaited<ReturnType<Functions[Name]>>> {
    const evaluated = this.bidi.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await courier.${name}(...${JSON.stringify(given)})))()`,
      target: { context: this.window },
      awaitPromise: true,
    });
    const answer = await within(ANSWER_WITHIN_MS, evaluated, `${name} gets no answer`);
    if (answer.type === 'exception') throw failureOf(name, answer.exceptionDetails.text);
    return (answer.result.type === 'string' ? JSON.parse(answer.result.value) : undefined) as never;
  }
}

function failureOf(name: string, text: string): Error {
  const [, kind, why] = /courier:(NotNow|Closed): (.*)/.exec(text) ?? [];
  if (kind === 'Closed') return new ClosedError('This page was closed.');
  // An accessible object or a frame that has gone meanwhile: Gecko throws its codes.
  if (kind === 'NotNow' || /NS_ERROR_|NotFoundError|can't access dead object/.test(text)) {
    return new NotNow(`${name}: ${why ?? text}`);
  }
  return new Error(`${name}: ${text}`);
}
