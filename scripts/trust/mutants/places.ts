/** Where values go, and where they come from (TRUST §1.3, §1.5). */
import { answersTests, FILL_HANDLERS, fillTests } from './files';
import type { Mutant } from './mutant';

const FILL = 'utils/background/fill.ts';
const REGISTRY = 'utils/vendors/registry.ts';
const CAPTURE = 'utils/handoff/capture.ts';

const hosts = ['tests/unit/vendors/registry.test.ts', 'tests/unit/trust/router.test.ts'];
const console = ['tests/unit/background/vendor-handlers.test.ts'];
const parts = ['tests/unit/background/part-handlers.test.ts'];
const frames = ['tests/unit/background/frame-routes.test.ts'];

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
    tests: answersTests,
  },
  {
    guard: 'the answer comes from that document',
    file: FILL,
    from: "if (answer?.documentId !== target.documentId) return { kind: 'wrongPage' };",
    to: '',
    tests: answersTests,
  },
  {
    guard: 'the asking tab is in front',
    file: FILL_HANDLERS,
    from: ' || !(await isInFront(tabId))',
    to: '',
    tests: answersTests,
  },
  {
    guard: 'a handoff for another vendor tenant is never offered',
    file: 'utils/handoff/choose.ts',
    from: 'handoff.vendorHost === undefined && ',
    to: '',
    tests: [...answersTests, 'tests/unit/handoff/choose.test.ts'],
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
  {
    guard: 'a tab is filled where it shows the console',
    file: FILL,
    from: 'vendorTenantOf(probe.result)?.host !== vendorHost ||',
    to: '',
    tests: fillTests,
  },
  {
    guard: 'of an answer of another shape nothing counts',
    file: FILL,
    from: "if (!outcome.success) return { kind: 'noForm' };",
    to: 'if (!outcome.success) return answer.result as Filled;',
    tests: fillTests,
  },
  {
    guard: 'another vendor’s handoff is never offered',
    file: 'utils/handoff/choose.ts',
    from: ' && handoff.vendorId === vendorId',
    to: '',
    tests: [...answersTests, 'tests/unit/handoff/choose.test.ts'],
  },
  {
    guard: 'two that match are asked about',
    file: 'utils/handoff/choose.ts',
    from: 'if (only && others.length === 0)',
    to: 'if (only)',
    tests: [...answersTests, 'tests/unit/handoff/choose.test.ts'],
  },
  {
    guard: 'a consent link is a consent link when it is seen',
    file: 'utils/background/vendor-handlers.ts',
    from: "    const fault = consentLinkFault(href, tenant.vendor, tenant.host);\n    if (fault) return { kind: 'done' };\n",
    to: '',
    tests: console,
  },
  {
    guard: 'a consent link is one when it is opened',
    file: 'utils/background/vendor-handlers.ts',
    from: 'if (consentLinkFault(href, vendors[handoff.vendorId], handoff.vendorHost)) {',
    to: 'if (false) {',
    tests: console,
  },
  {
    guard: 'a redirect URI is the vendor’s',
    file: 'utils/background/vendor-handlers.ts',
    from: "    if (!isRedirectUriOf(tenant, redirectUri)) return { kind: 'refused', reason: 'notTheVendors' };\n",
    to: '',
    tests: console,
  },
  {
    guard: 'a part goes to the document that asked',
    file: 'utils/background/part-handlers.ts',
    from: 'documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] }',
    to: '{ tabId, frameIds: [frameId] }',
    tests: parts,
  },
  {
    guard: 'a frame gets a part on a route of ours only',
    file: 'utils/background/part-handlers.ts',
    from: 'page.frameId === 0 || (await topPageOf(page)) !== undefined',
    to: 'true',
    tests: parts,
  },
  {
    guard: 'a frame speaks of the app that its tab shows',
    file: 'utils/background/frame-routes.ts',
    from: "return 'clientId' in at && at.clientId === clientId;",
    to: 'return true;',
    tests: frames,
  },
  {
    guard: 'a frame is in its own cloud',
    file: 'utils/background/frame-routes.ts',
    from: ' || cloudOfShellHost(address.host)?.id !== cloud.id',
    to: '',
    tests: frames,
  },
  {
    guard: 'a report is taken of consoles only',
    file: 'utils/background/report-handlers.ts',
    from: ' || !isConsole(tab.url)',
    to: '',
    tests: ['tests/unit/background/report-handlers.test.ts'],
  },
  {
    guard: 'values follow a move to the same tenant only',
    file: 'utils/background/move.ts',
    from: '      other.subdomain === tenant.subdomain &&\n',
    to: '',
    tests: console,
  },
  {
    guard: 'values follow a move by themselves in a tab of ours only',
    file: 'utils/background/move.ts',
    from: 'session.openedTabs?.[String(tabId)] === move.from',
    to: 'true',
    tests: console,
  },
];
