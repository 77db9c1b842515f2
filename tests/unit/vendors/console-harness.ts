/** A vendor console page under watch, with a background that answers from a table. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { MessageType } from '../../../utils/messages/protocol';
import type { PageContext } from '../../../utils/page/context';
import type { FillPayload } from '../../../utils/page/fill';
import { watchConsole } from '../../../utils/vendors/console/watch';
import { layOut } from '../page/layout';
import { fieldNamed } from './forms';
import { armed } from './press-mock';

export { press } from './press-mock';

export const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
export const SECRET_ID = '99999999-2222-4333-8444-555555555555';
export const SECRET = 'abc8Q~0123456789abcdefghijklmnopqrstuvwx';
export const payload: FillPayload = {
  origin: 'https://acme.kandji.io',
  vendorId: 'kandji',
  values: {
    connectionName: 'Entra ID SSO',
    directoryDomain: 'contoso.onmicrosoft.com',
    clientId: CLIENT_ID,
    secretValue: SECRET,
  },
  whenFilled: 'ask',
};

export const goTo = (address: string): void =>
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);

type Answers = Partial<Record<MessageType, unknown>>;
let messages: { type: MessageType; data: unknown }[] = [];
let ending = new AbortController();

/** Each test starts on an empty console page and ends with every trace of ours gone. */
export function onConsolePage(): void {
  beforeEach(() => {
    layOut();
    seeClosedRoots();
    armed.clear();
    messages = [];
    ending = new AbortController();
    document.body.innerHTML = '';
    goTo('https://acme.kandji.io/settings/access');
  });
  afterEach(() => {
    ending.abort();
    expect(hostCount()).toBe(0);
    expect(globalThis.ssoCourierFill).toBeUndefined();
  });
}

/** Shows a page and watches it. An answer that is an error is thrown. */
export function show(html: string, answers: Answers = {}): void {
  document.body.innerHTML = html;
  const send = async (type: MessageType, data: unknown) => {
    messages.push({ type, data });
    const answer = (await answers[type]) ?? { kind: 'done' };
    if (answer instanceof Error) throw answer;
    return answer;
  };
  watchConsole({ document, window, send: send as unknown as PageContext['send'] }, ending.signal);
}

export const allSent = () => messages;
export const sent = (type: MessageType) =>
  messages.filter((message) => message.type === type).map(({ data }) => data);

export const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 4000, interval: 10 });
/** Longer than the watch waits between two looks: what has not come by then does not come. */
export const soon = () => new Promise((resolve) => setTimeout(resolve, 400));

/** Types a text into a field, as far as the page can tell. */
export function type(key: Parameters<typeof fieldNamed>[0], value: string): void {
  fieldNamed(key).value = value;
  fieldNamed(key).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
export function click(selector: string): void {
  const init = { bubbles: true, cancelable: true, composed: true, detail: 1 };
  document.querySelector(selector)?.dispatchEvent(new MouseEvent('click', init));
}

/** Roots of our own controls: they are closed, so their making is watched. */
const roots = new WeakMap<Element, ShadowRoot>();
export function seeClosedRoots(): void {
  const attachShadow = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    if (this.localName === 'sso-courier') roots.set(this, root);
    return root;
  });
}

const hosts = () => [...document.querySelectorAll('sso-courier')];
const inOurs = (selector: string): Element[] =>
  hosts().flatMap((host) => [...(roots.get(host)?.querySelectorAll(selector) ?? [])]);
/** Labels of pointers. */
export const labels = () => inOurs('[role=note]') as HTMLElement[];
const textsOf = (selector: string) =>
  inOurs(selector)
    .map((element) => element.textContent?.trim() ?? '')
    .filter(Boolean);

export const buttons = () => textsOf('button');
export const statuses = () => textsOf('[role="status"]');
export const alerts = () => textsOf('[role="alert"] .text');
export const notes = () => textsOf('[role="note"]');
export const hostCount = () => hosts().length;
