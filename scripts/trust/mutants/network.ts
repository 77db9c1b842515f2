/** The login hosts, and what was cancelled (TRUST §1.9, §2). */
import type { Mutant } from './mutant';

const fetches = ['tests/unit/background'];

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
    from: 'of running.get(deed) ?? []) controller.abort();',
    to: 'of [...running.values()].flatMap((each) => [...each])) controller.abort();',
    tests: fetches,
  },
];
