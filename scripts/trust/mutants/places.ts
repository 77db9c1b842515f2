/** Where values go (TRUST §1.3, §1.5). */
import type { Mutant } from './mutant';

const FILL = 'utils/background/fill.ts';
const FILL_HANDLERS = 'utils/background/fill-handlers.ts';
const FILLER = 'utils/vendors/fill-connection.ts';
const REGISTRY = 'utils/vendors/registry.ts';
const CAPTURE = 'utils/handoff/capture.ts';

const answers = ['tests/unit/trust/answers.test.ts'];
const filler = ['tests/unit/vendors/fill-connection.test.ts', 'tests/unit/vendors/fill-react.test.tsx'];
const hosts = ['tests/unit/vendors/registry.test.ts', 'tests/unit/trust/router.test.ts'];

export const places: readonly Mutant[] = [
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
];
