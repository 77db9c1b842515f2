/** Who may speak to the background, and what it lets in (TRUST §1.6). */
import { lifetimeTests } from './files';
import type { Mutant } from './mutant';

const SENDERS = 'utils/messages/senders.ts';
const DOOR = 'utils/messages/door.ts';

const router = ['tests/unit/trust/router.test.ts', 'tests/unit/messages'];
const hearing = ['tests/unit/messages', 'tests/unit/entra/frame-route.test.ts'];

export const senders: readonly Mutant[] = [
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
    tests: lifetimeTests,
  },
  {
    guard: 'the name of an exception is no text',
    file: DOOR,
    from: ' && /^[A-Za-z]{1,40}$/.test(name)',
    to: '',
    tests: ['tests/unit/messages/door.test.ts'],
  },
  {
    guard: 'the word to a page is the background’s',
    file: 'utils/messages/hear.ts',
    from: ' && sender.id === runtime.id && sender.tab === undefined',
    to: ' && sender.tab === undefined',
    tests: hearing,
  },
  {
    guard: 'the word to a page is no other page’s',
    file: 'utils/messages/hear.ts',
    from: ' && sender.tab === undefined',
    to: '',
    tests: hearing,
  },
];
