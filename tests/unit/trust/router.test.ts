/** Thousands of forged messages at the background's door: half valid but for one field or one sender property. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Door, type Handlers, openDoor } from '../../../utils/messages/door';
import { type MessageType, protocol, type SenderKind } from '../../../utils/messages/protocol';
import { classifySender, type RawSender } from '../../../utils/messages/senders';
import { tally, volume } from '../../trust/tally';
import { envelope, pageAt, samples, self, senders } from './messages';

const types = Object.keys(protocol) as MessageType[];
const kinds = Object.keys(senders) as SenderKind[];
const HALF = volume(1_000, 5_000);

let handled: ReturnType<typeof vi.fn<(type: string) => void>>;
let door: Door;

beforeEach(() => {
  fakeBrowser.reset();
  handled = vi.fn<(type: string) => void>();
  const handlers = Object.fromEntries(
    types.map((type) => [
      type,
      () => {
        handled(type);
        return { kind: 'done' };
      },
    ]),
  ) as unknown as Handlers;
  door = openDoor(handlers, self);
});

async function send(message: unknown, sender: unknown): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => {});
  return (answer as { res?: { kind?: unknown } } | undefined)?.res?.kind;
}
const droppedSoFar = () => Object.values(door.dropped).reduce((sum, count) => sum + count, 0);

/** One change to valid data that makes it none of ours. */
type Flaw = (data: Record<string, unknown>, field: string) => unknown;
const flaws: Readonly<Record<string, Flaw>> = {
  'a field too many': (data) => ({ ...data, extra: 1 }),
  'a field of a prototype': (data) => ({ ...data, constructor: { prototype: {} } }),
  'a number in its place': (data, field) => ({
    ...data,
    [field]: typeof data[field] === 'number' ? 'x' : 7.5,
  }),
  'an object in its place': (data, field) => ({ ...data, [field]: { toString: 'x' } }),
  'a list in its place': (data, field) => ({
    ...data,
    [field]: Array.isArray(data[field]) ? {} : [data[field]],
  }),
  'null in its place': (data, field) => ({ ...data, [field]: null }),
  'millions of characters': (data, field) => ({
    ...data,
    [field]: typeof data[field] === 'string' ? longest : 7.5,
  }),
  'text in place of the whole': () => 'text',
  'a list in place of the whole': (data) => [data],
  'a function’s name in place of the whole': () => 'constructor',
};
const longest = 'x'.repeat(8_000_001);

/** One change to a sender that makes it none of ours, for a message of that kind. */
const forgeries: Readonly<Record<string, (sender: RawSender) => unknown>> = {
  'another extension': (sender) => ({ ...sender, id: 'stranger' }),
  'no id': ({ id: _id, ...sender }) => sender,
  'no origin (Firefox before it was reported)': ({ origin: _origin, ...sender }) => sender,
  'an opaque origin': (sender) => ({ ...sender, origin: 'null' }),
  'another origin': (sender) => ({ ...sender, origin: 'https://evil.example' }),
  'an address of another origin': (sender) => ({ ...sender, url: 'https://evil.example/' }),
  'no address': ({ url: _url, ...sender }) => sender,
  'an empty page': (sender) => ({ ...sender, url: 'about:blank' }),
  'an address that is none': (sender) => ({ ...sender, url: '://' }),
  'another extension’s page': (sender) => ({
    ...sender,
    url: 'chrome-extension://stranger/popup.html',
    origin: 'chrome-extension://stranger',
  }),
  http: (sender) => ({
    ...sender,
    url: sender.url?.replace(/^https?:/, 'http:') ?? '',
    origin: 'http://x',
  }),
};
const pageForgeries: typeof forgeries = {
  'a page before it is shown': (sender) => ({ ...sender, documentLifecycle: 'prerender' }),
  'a page in the back/forward cache': (sender) => ({ ...sender, documentLifecycle: 'cached' }),
  'a page that is going': (sender) => ({ ...sender, documentLifecycle: 'pending_deletion' }),
  'neither lifecycle nor document': ({ documentLifecycle: _l, documentId: _d, ...sender }) => sender,
  'no tab': ({ tab: _tab, ...sender }) => sender,
  'no frame': ({ frameId: _frame, ...sender }) => sender,
  'a port': (sender) => {
    const { host } = new URL(sender.url ?? '');
    return { ...sender, url: `https://${host}:8443/`, origin: `https://${host}:8443` };
  },
  'a look-alike host': (sender) => {
    const { host } = new URL(sender.url ?? '');
    return { ...sender, url: `https://${host}.evil.example/`, origin: `https://${host}.evil.example` };
  },
};

describe('the door', () => {
  it('takes every message that is valid from everyone who may send it', async () => {
    for (const type of types) {
      for (const kind of protocol[type].from) {
        expect(await send(envelope(type, samples[type]), senders[kind]), `${type} from ${kind}`).toBe('done');
      }
    }
    expect(droppedSoFar()).toBe(0);
  });

  it('drops every message from everyone who may not send it', async () => {
    let forged = 0;
    for (const type of types) {
      for (const kind of kinds.filter((other) => !(protocol[type].from as string[]).includes(other))) {
        expect(await send(envelope(type, samples[type]), senders[kind]), `${type} from ${kind}`).toBe(
          'dropped',
        );
        forged += 1;
      }
    }
    expect(handled).not.toHaveBeenCalled();
    expect(door.dropped.wrongSender).toBe(forged);
    tally('messages forged', forged);
  });

  it('drops and counts what is valid but for one field or one property of its sender', async () => {
    const any = fc.record({
      type: fc.constantFrom(...types),
      seed: fc.nat(1_000_000),
      inSender: fc.boolean(),
    });
    let forged = 0;
    for (const { type, seed, inSender } of fc.sample(any, HALF)) {
      const kind = pick(protocol[type].from as readonly SenderKind[], seed);
      const sender = senders[kind];
      const data = samples[type] as Record<string, unknown> | undefined;
      const field = pick(Object.keys(data ?? { extra: 1 }), seed >> 3);
      const all = kind === 'extensionPage' ? forgeries : { ...forgeries, ...pageForgeries };
      const [name, change] = pick(Object.entries<unknown>(inSender ? all : flaws), seed >> 7);
      const message = envelope(type, inSender ? data : (change as Flaw)(data ?? {}, field));
      const from = inSender ? (change as (sender: RawSender) => unknown)(sender) : sender;
      expect(await send(message, from), `${type}.${field} from ${kind}: ${name}`).toBe('dropped');
      forged += 1;
    }
    expect(handled).not.toHaveBeenCalled();
    expect(droppedSoFar()).toBe(forged);
    tally('messages forged', forged);
  });

  it('never throws at anything at all', async () => {
    const message = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.anything(), type: fc.anything(), data: fc.anything() }),
      fc.record({
        type: fc.constantFrom(...types, '__proto__', 'toString', 'hasOwnProperty'),
        data: fc.anything(),
      }),
    );
    const sender = fc.oneof(
      fc.constantFrom(...Object.values(senders)),
      fc.record({
        id: fc.constantFrom(self.id, 'x'),
        url: fc.webUrl(),
        origin: fc.webUrl(),
        frameId: fc.nat(),
      }),
      fc.record({ id: fc.anything(), url: fc.anything(), origin: fc.anything(), tab: fc.anything() }),
    );
    for (const [sent, from] of fc.sample(fc.tuple(message, sender), HALF)) {
      const kind = await send(sent, from);
      expect(['done', 'dropped']).toContain(kind);
      if (kind !== 'done') continue;
      const { type, data } = sent as { type: MessageType; data: unknown };
      const who = classifySender(from as RawSender, self)?.kind;
      expect((protocol[type].from as readonly unknown[]).includes(who)).toBe(true);
      expect(protocol[type].data.safeParse(data).success).toBe(true);
    }
    tally('messages forged', HALF);
  });

  it('is closed to frames of consoles and sign-in pages', async () => {
    for (const type of types) {
      for (const kind of ['vendorConsole', 'signinPage'] as const) {
        expect(await send(envelope(type, samples[type]), { ...senders[kind], frameId: 4 })).toBe('dropped');
      }
    }
    tally('messages forged', types.length * 2);
  });

  it('is closed to thousands of hosts that only look like ours', () => {
    const real = ['acme.kandji.io', 'acme.eu.kandji.io', 'acme.iru.com', 'entra.microsoft.com'];
    const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    const host = fc.oneof(
      fc.tuple(fc.constantFrom(...real), word).map(([name, tld]) => `${name}.${tld}.example`),
      fc
        .tuple(word, fc.constantFrom('-kandji.io', 'kandji.io.co', '-iru.com', 'portal-azure.com'))
        .map((parts) => parts.join('')),
      fc
        .tuple(word, word, fc.constantFrom('kandji.io', 'iru.com'))
        .map(([a, b, suffix]) => `${a}.${b}x.${suffix}`),
      fc
        .tuple(word, fc.constantFrom('api', 'gateway', 'clients', 'connect'))
        .map(([a, b]) => `${a}.${b}.kandji.io`),
      fc
        .tuple(word, fc.constantFrom('kandji.io', 'iru.com', 'entra.microsoft.com'))
        .map(([a, b]) => `xn--${a}.${b}.`),
      fc.constantFrom(...real).map((name) => `${name}.`),
      fc.constantFrom('www.kandji.io', 'docs.iru.com', 'updater.kandji.io', 'entra.microsoft.com.'),
    );
    const all = fc.sample(host, volume(2_000, 20_000));
    for (const name of all) {
      const kind = classifySender(pageAt(`https://${name}/`), self)?.kind;
      expect(kind, name).toBeUndefined();
    }
    tally('hosts tried', all.length);
  });
});

function pick<T>(items: readonly T[], seed: number): T {
  const item = items[seed % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
