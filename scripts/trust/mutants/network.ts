/** The login hosts (TRUST §1.9, §2). */
import type { Mutant } from './mutant';

const fetches = [
  'tests/unit/background/discovery.test.ts',
  'tests/unit/background/ask-microsoft.test.ts',
  'tests/unit/background/data-consent.test.ts',
  'tests/unit/background/cancelling.test.ts',
];

export const network: readonly Mutant[] = [
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
  {
    guard: 'only a directory’s own answer names its tenant',
    file: 'utils/background/discovery.ts',
    from: 'response.ok ? tenantOfIssuer(answer) : undefined',
    to: 'tenantOfIssuer(answer)',
    tests: fetches,
  },
  {
    guard: 'a captive portal’s page is no success',
    file: 'utils/background/ask-microsoft.ts',
    from: "isJson ? { kind: 'works' } : { kind: 'unreachable' }",
    to: "{ kind: 'works' }",
    tests: fetches,
  },
  {
    guard: 'the secret goes to no redirect',
    file: 'utils/background/ask-microsoft.ts',
    from: "redirect: 'error'",
    to: "redirect: 'follow'",
    tests: fetches,
  },
  {
    guard: 'the rule touches requests of the background only',
    file: 'utils/background/ask-microsoft.ts',
    from: '      tabIds: [-1],\n',
    to: '',
    tests: fetches,
  },
  {
    guard: 'the rule touches our own requests only',
    file: 'utils/background/ask-microsoft.ts',
    from: "      initiatorDomains: [new URL(browser.runtime.getURL('')).host],\n",
    to: '',
    tests: fetches,
  },
  {
    guard: 'nothing is sent to Microsoft without the user’s consent',
    file: 'utils/background/microsoft-handlers.ts',
    from: "      if (!(await maySendSecret())) return { kind: 'notAllowed' };\n",
    to: '',
    tests: fetches,
  },
  {
    guard: 'nothing is sent again once the consent was taken back',
    file: 'utils/background/microsoft-handlers.ts',
    from: '  if (!(await maySendSecret())) return;\n',
    to: '',
    tests: fetches,
  },
];
