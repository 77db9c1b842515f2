/** What was cancelled: nothing of it is stored, filled or left open. */
import { FILL_HANDLERS } from './files';
import type { Mutant } from './mutant';

const CANCELLING = 'utils/background/cancelling.ts';
const PLACES = 'utils/background/places.ts';
const ASK = 'utils/background/ask-microsoft.ts';

const background = [
  'tests/unit/background/cancelling.test.ts',
  'tests/unit/background/discovery.test.ts',
  'tests/unit/background/ask-microsoft.test.ts',
];

export const cancelled: readonly Mutant[] = [
  {
    guard: 'a cancelled fill writes nothing',
    file: FILL_HANDLERS,
    from: 'signal.throwIfAborted();\n  const filled',
    to: 'const filled',
    tests: background,
  },
  {
    guard: 'a cancelled fill brings no tab to the front',
    file: FILL_HANDLERS,
    from: 'await orAborted(findTarget(tab.id, tenant.host), signal)',
    to: 'await findTarget(tab.id, tenant.host)',
    tests: background,
  },
  {
    guard: 'a cancelled look-up of a domain is no answer of Microsoft’s',
    file: 'utils/background/discovery.ts',
    from: '    cancelled.throwIfAborted();\n',
    to: '',
    tests: background,
  },
  {
    guard: 'a cancelled question to Microsoft is not followed by another',
    file: ASK,
    from: '    cancelled.throwIfAborted();\n    if (!response) {',
    to: '    if (!response) {',
    tests: background,
  },
  {
    guard: 'a cancelled question to Microsoft is no answer of theirs',
    file: ASK,
    from: "  } catch {\n    cancelled.throwIfAborted();\n    return { kind: 'unreachable' };",
    to: "  } catch {\n    return { kind: 'unreachable' };",
    tests: background,
  },
  {
    guard: 'a cancelled second question is no answer either',
    file: ASK,
    from: '  } catch {\n    cancelled.throwIfAborted();\n    return false;',
    to: '  } catch {\n    return false;',
    tests: background,
  },
  {
    guard: 'a cancelled way brings no tab to the front',
    file: PLACES,
    from: '  signal.throwIfAborted();\n  if (open) {',
    to: '  if (open) {',
    tests: background,
  },
  {
    guard: 'a cancelled way opens no tab',
    file: PLACES,
    from: '  signal.throwIfAborted();\n  const creating',
    to: '  const creating',
    tests: background,
  },
  {
    guard: 'a cancelled test opens no window',
    file: 'utils/background/start-test.ts',
    from: '  signal.throwIfAborted();\n',
    to: '',
    tests: background,
  },
  {
    guard: 'a cancelled wait ends at once',
    file: CANCELLING,
    from: '      reject(signal.reason);\n',
    to: '',
    tests: background,
  },
  {
    guard: 'what comes after a cancelled wait is undone',
    file: CANCELLING,
    from: 'void coming.then(undo).catch(() => undefined);',
    to: '',
    tests: background,
  },
  {
    guard: 'a fault beside a cancel is not called cancelled',
    file: CANCELLING,
    from: ' && error === controller.signal.reason',
    to: '',
    tests: background,
  },
  {
    guard: 'one deed cancelled is not all of them',
    file: CANCELLING,
    from: 'of running.get(keyOf(deed, owner)) ?? []) controller.abort();',
    to: 'of [...running.values()].flatMap((each) => [...each])) controller.abort();',
    tests: background,
  },
  {
    guard: 'a page cancels what it began itself',
    file: CANCELLING,
    from: "owner.documentId ?? ''",
    to: "'any page'",
    tests: background,
  },
];
