import { momentMutants } from './moment-mutants';

/**
 * Every guard, and what the code would be without it. A test named beside it has to fail then: a guard that can go
 * unnoticed is none.
 */
export interface Mutant {
  /** The guard, in words: *… is not asked for*. */
  readonly guard: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** Test files of which one fails. */
  readonly tests: readonly string[];
}

const SENDERS = 'utils/messages/senders.ts';
const DOOR = 'utils/messages/door.ts';
const MEMORY = 'utils/handoff/memory.ts';
const HOLD = 'utils/handoff/hold.ts';
const WATCH_HOLD = 'utils/background/watch-hold.ts';
const FILL = 'utils/background/fill.ts';
const FILL_HANDLERS = 'utils/background/fill-handlers.ts';
const FILLER = 'utils/vendors/fill-connection.ts';
const REGISTRY = 'utils/vendors/registry.ts';
const PRESS = 'utils/page/press.ts';
const VISIBLE = 'utils/page/visible.ts';
const VALUES = 'utils/entra/values.ts';
const CAPTURE = 'utils/handoff/capture.ts';
const EXCHANGE = 'utils/reminders/exchange.ts';

const router = ['tests/unit/trust/router.test.ts', 'tests/unit/messages'];
const lifetime = ['tests/unit/trust/lifetime.test.ts', 'tests/unit/handoff'];
const answers = ['tests/unit/trust/answers.test.ts'];
const filler = ['tests/unit/vendors/fill-connection.test.ts', 'tests/unit/vendors/fill-react.test.tsx'];
const hosts = ['tests/unit/vendors/registry.test.ts', 'tests/unit/trust/router.test.ts'];
const press = ['tests/unit/page/press.test.ts', 'tests/unit/page/visible.test.ts'];
const input = ['tests/unit/trust/bad-input.test.ts', 'tests/unit/entra/values.test.ts'];
const files = ['tests/unit/trust/bad-input.test.ts', 'tests/unit/reminders/exchange.test.ts'];
const fetches = ['tests/unit/background'];

export const mutants: readonly Mutant[] = [
  // Senders (TRUST §1.6).
  { guard: 'id of the sender', file: SENDERS, from: 'sender.id !== self.id || ', to: '', tests: router },
  {
    guard: 'origin and address of a page agree',
    file: SENDERS,
    from: 'sender.origin === url.origin ? ',
    to: 'true ? ',
    tests: router,
  },
  {
    guard: 'address of an extension page is ours',
    file: SENDERS,
    from: "=== self.origin ? { kind: 'extensionPage' } : undefined",
    to: "!== '' ? { kind: 'extensionPage' } : undefined",
    tests: router,
  },
  { guard: 'https', file: SENDERS, from: "url.protocol !== 'https:' || ", to: '', tests: router },
  { guard: 'a tab', file: SENDERS, from: 'tabId === undefined || ', to: '', tests: router },
  { guard: 'a frame', file: SENDERS, from: ' || sender.frameId === undefined', to: '', tests: router },
  {
    guard: 'the document is active',
    file: SENDERS,
    from: "sender.documentLifecycle !== 'active'",
    to: 'false',
    tests: router,
  },
  {
    guard: 'lifecycle or document is reported',
    file: SENDERS,
    from: ': !sender.documentId)',
    to: ': false)',
    tests: router,
  },
  {
    guard: 'consoles and sign-in pages in the top frame only',
    file: SENDERS,
    from: 'if (sender.frameId !== 0) return undefined;',
    to: '',
    tests: router,
  },
  // The door.
  {
    guard: 'own message names only',
    file: DOOR,
    from: 'Object.hasOwn(protocol, type)',
    to: 'type in protocol',
    tests: router,
  },
  {
    guard: 'who may send what',
    file: DOOR,
    from: "if (!(entry.from as readonly string[]).includes(sender.kind)) return drop('wrongSender');",
    to: '',
    tests: router,
  },
  {
    guard: 'shape of the data',
    file: DOOR,
    from: "if (!shaped.success) return drop('malformed');",
    to: 'if (!shaped.success) return { res: await (handlers[type] as (data: unknown, sender: unknown) => Promise<unknown>)(data, sender) };',
    tests: router,
  },
  {
    guard: 'no exception text crosses',
    file: DOOR,
    from: "return drop('failed', classOf(error));",
    to: "return drop('failed', String(error));",
    tests: ['tests/unit/trust/errors.test.ts'],
  },
  {
    guard: 'a refusing memory is named',
    file: DOOR,
    from: 'return answer ? { res: answer } : drop(error.fault);',
    to: "return drop('failed');",
    tests: lifetime,
  },
  // Where values go (§1.3, §1.5).
  {
    guard: 'https consoles only',
    file: REGISTRY,
    from: "url.protocol !== 'https:' || url.port !== ''",
    to: "url.port !== ''",
    tests: hosts,
  },
  {
    guard: 'no port',
    file: REGISTRY,
    from: "url.protocol !== 'https:' || url.port !== ''",
    to: "url.protocol !== 'https:'",
    tests: hosts,
  },
  {
    guard: 'no user name',
    file: REGISTRY,
    from: " || url.username !== '' || url.password !== ''",
    to: '',
    tests: hosts,
  },
  {
    guard: 'one label before the suffix, none of another alphabet',
    file: REGISTRY,
    from: "if (!SUBDOMAIN.test(subdomain) || subdomain.startsWith('xn--')) continue;",
    to: '',
    tests: hosts,
  },
  {
    guard: 'hosts that are no consoles',
    file: REGISTRY,
    from: 'if (vendor.notConsoles.includes(subdomain)) continue;',
    to: '',
    tests: hosts,
  },
  {
    guard: 'the fill goes to the document that asked',
    file: FILL,
    from: 'target: { tabId: target.tabId, documentIds: [target.documentId] },',
    to: 'target: { tabId: target.tabId, frameIds: [0] },',
    tests: answers,
  },
  {
    guard: 'the answer comes from that document',
    file: FILL,
    from: "if (answer?.documentId !== target.documentId) return { kind: 'wrongPage' };",
    to: '',
    tests: answers,
  },
  {
    guard: 'the asking tab is in front',
    file: FILL_HANDLERS,
    from: ' || !(await isInFront(tabId))',
    to: '',
    tests: answers,
  },
  {
    guard: 'a handoff for another vendor tenant is never offered',
    file: 'utils/handoff/choose.ts',
    from: 'handoff.vendorHost === undefined && ',
    to: '',
    tests: [...answers, 'tests/unit/handoff/choose.test.ts'],
  },
  {
    guard: 'origin inside the page, at the moment of writing',
    file: FILLER,
    from: 'location.origin === this.#payload.origin &&',
    to: '',
    tests: filler,
  },
  {
    guard: 'top frame inside the page',
    file: FILLER,
    from: ' &&\n      this.#window.top === this.#window',
    to: '',
    tests: filler,
  },
  {
    guard: 'the secret stands beside its own client ID',
    file: FILLER,
    from: "if (!holdsClientId) return report('secretValue', 'kept', this.#place('secretValue'));",
    to: '',
    tests: filler,
  },
  {
    guard: 'asks before a secret is overwritten',
    file: FILLER,
    from: "if (whenFilled === 'ask' && holdsSecret) return { kind: 'holdsSecret' };",
    to: '',
    tests: filler,
  },
  {
    guard: 'kept out of session restore before it is written',
    file: FILLER,
    from: "      if (id === 'secretValue') keepOutOfStores(place.field);\n      writeField",
    to: '      writeField',
    tests: filler,
  },
  {
    guard: 'another directory is not mixed in',
    file: CAPTURE,
    from: '!existing?.tenantId || !reading.tenantId || existing.tenantId === reading.tenantId',
    to: 'true',
    tests: ['tests/unit/handoff/capture.test.ts'],
  },
  {
    guard: 'asks before a held secret is replaced',
    file: CAPTURE,
    from: "if (held && isAnother && reading.whenHeld === 'ask') {",
    to: 'if (false) {',
    tests: ['tests/unit/handoff/capture.test.ts'],
  },
  {
    guard: 'the object ID is no client ID',
    file: CAPTURE,
    from: 'reading.objectId && isSame(reading.clientId, reading.objectId)',
    to: 'false',
    tests: ['tests/unit/handoff/capture.test.ts'],
  },
  // How long (§1.2).
  {
    guard: 'the deadline',
    file: HOLD,
    from: "if (!(now < over)) return 'deadline';",
    to: '',
    tests: lifetime,
  },
  {
    guard: 'the cap, whatever the record says',
    file: HOLD,
    from: '    secret.capturedAt + HOLD_MINUTES_CAP * MINUTE_MS,\n',
    to: '',
    tests: lifetime,
  },
  {
    guard: 'a clock set back',
    file: HOLD,
    from: "return clockWentBack ? 'clockWentBack' : undefined;",
    to: 'return undefined;',
    tests: lifetime,
  },
  {
    guard: 'the check on every read',
    file: MEMORY,
    from: 'sweep(stored.handoffs, now, stored.lastSeen)',
    to: 'stored.handoffs',
    tests: lifetime,
  },
  {
    guard: 'a secret without its times is no secret',
    file: MEMORY,
    from: '          deadline: z.number(),\n',
    to: '',
    tests: lifetime,
  },
  {
    guard: 'a refusing store keeps no secret whose time is up',
    file: MEMORY,
    from: 'if (losesSecret(stored.handoffs, session.handoffs)) await browser.storage.session.remove(SESSION_KEY);',
    to: '',
    tests: lifetime,
  },
  {
    guard: 'a refusing disk keeps no secret from leaving',
    file: 'utils/background/vendor-handlers.ts',
    from: 'await noteConnectionIfPossible(',
    to: 'await noteConnection(',
    tests: lifetime,
  },
  { guard: 'a locked screen', file: WATCH_HOLD, from: "void wipe('locked')", to: 'void 0', tests: lifetime },
  { guard: 'an update', file: WATCH_HOLD, from: "void wipe('updated')", to: 'void 0', tests: lifetime },
  {
    guard: 'the alarm',
    file: WATCH_HOLD,
    from: 'if (name === DEADLINE_ALARM) void readSession();',
    to: '',
    tests: lifetime,
  },
  {
    guard: 'saved',
    file: HOLD,
    from: "if (reason === 'saved') return rest;",
    to: "if (reason === 'saved') return handoff;",
    tests: lifetime,
  },
  // Presses (§1.4).
  {
    guard: 'a trusted press',
    file: PRESS,
    from: '!event.isTrusted || !event.isPrimary',
    to: '!event.isPrimary',
    tests: press,
  },
  {
    guard: 'a trusted release',
    file: PRESS,
    from: 'if (!event.isTrusted || event.pointerId',
    to: 'if (event.pointerId',
    tests: press,
  },
  {
    guard: 'a trusted key',
    file: PRESS,
    from: '!event.isTrusted || event.repeat',
    to: 'event.repeat',
    tests: press,
  },
  {
    guard: 'a trusted click',
    file: PRESS,
    from: 'if (event.isTrusted && !followsPointer)',
    to: 'if (!followsPointer)',
    tests: press,
  },
  {
    guard: 'unmoved between press and release',
    file: PRESS,
    from: '!isSamePlace(box, released.press.box) || ',
    to: '',
    tests: press,
  },
  {
    guard: 'seen at the release',
    file: PRESS,
    from: 'if (isPressable(options.host, options.control, released.point)) options.onPress();',
    to: 'options.onPress();',
    tests: press,
  },
  {
    guard: 'no second half of a double click',
    file: PRESS,
    from: 'endsDoubleClick(stage, key, pointOf(event)) || ',
    to: '',
    tests: press,
  },
  {
    guard: 'rendered',
    file: VISIBLE,
    from: '!host.isConnected || !host.checkVisibility({ visibilityProperty: true })',
    to: 'false',
    tests: press,
  },
  {
    guard: 'large enough',
    file: VISIBLE,
    from: 'if (box.width < SIDE_LEAST || box.height < SIDE_LEAST) return false;',
    to: '',
    tests: press,
  },
  {
    guard: 'opaque through all ancestors',
    file: VISIBLE,
    from: 'opacity < OPACITY_LEAST || ',
    to: '',
    tests: press,
  },
  {
    guard: 'readable under filters',
    file: VISIBLE,
    from: 'UNREADABLE.test(filter) || ',
    to: '',
    tests: press,
  },
  { guard: 'not masked out', file: VISIBLE, from: ' || isMaskedOut(style)', to: '', tests: press },
  {
    guard: 'on top',
    file: VISIBLE,
    from: 'isOpaque(host) && isOnTop(host, point) && ',
    to: 'isOpaque(host) && ',
    tests: press,
  },
  {
    guard: 'no veil that lets presses through',
    file: VISIBLE,
    from: ' && !isVeiled(host, point)',
    to: '',
    tests: press,
  },
  // What may be held (§2).
  {
    guard: 'the Secret ID is no value',
    file: VALUES,
    from: "return 'secretId';",
    to: 'return undefined;',
    tests: input,
  },
  { guard: 'masked', file: VALUES, from: "if (isMasked(value)) return 'masked';", to: '', tests: input },
  {
    guard: 'cut',
    file: VALUES,
    from: "if (/…$|\\.\\.\\.$/.test(value)) return 'cut';",
    to: '',
    tests: input,
  },
  {
    guard: 'several values',
    file: VALUES,
    from: "if (/\\s/.test(value)) return 'severalValues';",
    to: '',
    tests: input,
  },
  {
    guard: 'unprintable',
    file: VALUES,
    from: "if (!/^[\\x21-\\x7e]+$/.test(value)) return 'unprintable';",
    to: '',
    tests: input,
  },
  {
    guard: 'endless texts are not looked at',
    file: VALUES,
    from: "if (text.length > LONGEST_TEXT) return { kind: 'fault', fault: 'tooLong' };",
    to: '',
    tests: input,
  },
  {
    guard: 'marks that turn the writing direction leave a name',
    file: 'utils/messages/protocol.ts',
    from: 'z.transform(plain)',
    to: 'z.transform((from: string) => from)',
    tests: answers,
  },
  // The network (§1.9, §2).
  {
    guard: 'no cookies to the login host',
    file: 'utils/background/discovery.ts',
    from: "credentials: 'omit'",
    to: "credentials: 'include'",
    tests: fetches,
  },
  {
    guard: 'no redirects',
    file: 'utils/background/discovery.ts',
    from: "redirect: 'error'",
    to: "redirect: 'follow'",
    tests: fetches,
  },
  {
    guard: 'ten seconds',
    file: 'utils/background/discovery.ts',
    from: 'AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)])',
    to: 'cancelled',
    tests: fetches,
  },
  {
    guard: 'a look-up that was cancelled is aborted',
    file: 'utils/background/discovery.ts',
    from: '[cancelled, AbortSignal',
    to: '[AbortSignal',
    tests: fetches,
  },
  {
    guard: 'a proxy’s 400 is not Microsoft’s',
    file: 'utils/background/discovery.ts',
    from: ' && saysUnknownTenant(answer)',
    to: '',
    tests: fetches,
  },
  {
    guard: 'the token is not read',
    file: 'utils/background/ask-microsoft.ts',
    from: 'await response.body?.cancel();',
    to: 'await response.text();',
    tests: fetches,
  },
  {
    guard: 'the Origin rule goes again',
    file: 'utils/background/ask-microsoft.ts',
    from: '    await dropOriginRule();\n  }\n}',
    to: '  }\n}',
    tests: fetches,
  },
  // Cancelled: nothing of it is stored, filled or left open.
  {
    guard: 'a cancelled fill writes nothing',
    file: 'utils/background/fill-handlers.ts',
    from: 'signal.throwIfAborted();\n  const filled',
    to: 'const filled',
    tests: fetches,
  },
  {
    guard: 'a cancelled wait ends at once, and what comes late is undone',
    file: 'utils/background/cancelling.ts',
    from: 'void coming.then(undo).catch(() => undefined);',
    to: '',
    tests: fetches,
  },
  {
    guard: 'one deed cancelled is not all of them',
    file: 'utils/background/cancelling.ts',
    from: 'of running.get(keyOf(deed, owner)) ?? []) controller.abort();',
    to: 'of [...running.values()].flatMap((each) => [...each])) controller.abort();',
    tests: fetches,
  },
  {
    guard: 'a page cancels what it began itself',
    file: 'utils/background/cancelling.ts',
    from: "owner.documentId ?? ''",
    to: "'any page'",
    tests: fetches,
  },
  // Files and policies (§2).
  {
    guard: 'a row whose name turns the writing direction',
    file: EXCHANGE,
    from: '\\u202a-\\u202e\\u2066-\\u2069',
    to: '',
    tests: files,
  },
  {
    guard: 'a secret value in a row',
    file: EXCHANGE,
    from: "if (texts.some(holdsSecretValue)) return 'secretValue';",
    to: '',
    tests: files,
  },
  {
    guard: 'a host of a row is a console, letter for letter',
    file: EXCHANGE,
    from: '!tenant || tenant.host !== row.vendorHost',
    to: '!tenant',
    tests: files,
  },
  {
    guard: 'too many rows',
    file: EXCHANGE,
    from: 'if (rows.length > MOST_CONNECTIONS) {',
    to: 'if (rows.length < 0) {',
    tests: files,
  },
  {
    guard: 'a link of a policy is https and names no user',
    file: 'utils/settings/managed.ts',
    from: "url?.protocol === 'https:' && url.username === '' && url.password === ''",
    to: 'url',
    tests: ['tests/unit/settings/managed.test.ts'],
  },
  {
    guard: 'direction marks leave a text of a page',
    file: 'utils/page/text.ts',
    from: '\\u202a-\\u202e\\u2060-\\u2069',
    to: '',
    tests: input,
  },
  ...momentMutants,
];
