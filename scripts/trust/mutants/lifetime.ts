/** How long a secret value is held (TRUST §1.2). */
import { lifetimeTests } from './files';
import type { Mutant } from './mutant';

const MEMORY = 'utils/handoff/memory.ts';
const HOLD = 'utils/handoff/hold.ts';
const WATCH_HOLD = 'utils/background/watch-hold.ts';

export const lifetime: readonly Mutant[] = [
  {
    guard: 'the deadline',
    file: HOLD,
    from: "if (!(now < over)) return 'deadline';",
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'the cap, whatever the record says',
    file: HOLD,
    from: '    secret.capturedAt + HOLD_MINUTES_CAP * MINUTE_MS,\n',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'a clock set back',
    file: HOLD,
    from: "return clockWentBack ? 'clockWentBack' : undefined;",
    to: 'return undefined;',
    tests: lifetimeTests,
  },
  {
    guard: 'the check on every read',
    file: MEMORY,
    from: 'sweep(stored.handoffs, now, stored.lastSeen)',
    to: 'stored.handoffs',
    tests: lifetimeTests,
  },
  {
    guard: 'a secret without its times is no secret',
    file: MEMORY,
    from: '          deadline: z.number(),\n',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'a refusing store keeps no secret whose time is up',
    file: MEMORY,
    from: 'if (losesSecret(stored.handoffs, session.handoffs)) await browser.storage.session.remove(SESSION_KEY);',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'a refusing disk keeps no secret from leaving',
    file: 'utils/background/vendor-handlers.ts',
    from: 'await noteConnectionIfPossible(',
    to: 'await noteConnection(',
    tests: lifetimeTests,
  },
  {
    guard: 'a locked screen',
    file: WATCH_HOLD,
    from: "void wipe('locked')",
    to: 'void 0',
    tests: lifetimeTests,
  },
  { guard: 'an update', file: WATCH_HOLD, from: "void wipe('updated')", to: 'void 0', tests: lifetimeTests },
  {
    guard: 'the alarm',
    file: WATCH_HOLD,
    from: 'if (name === DEADLINE_ALARM) void readSession();',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'saved',
    file: HOLD,
    from: "if (reason === 'saved') return rest;",
    to: "if (reason === 'saved') return handoff;",
    tests: lifetimeTests,
  },
  {
    guard: 'the sweep at every start',
    file: WATCH_HOLD,
    from: '    .then(readSession)\n',
    to: '    .then(() => ({ handoffs: [] as Handoff[] }))\n',
    tests: ['tests/unit/background/watch-hold.test.ts'],
  },
  {
    guard: 'idle minutes where no lock is reported',
    file: WATCH_HOLD,
    from: "else if (state === 'idle' && !reportsLock) void wipe('idle');",
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'a store closed to pages',
    file: WATCH_HOLD,
    from: '  void keepStoresToOurselves();\n',
    to: '',
    tests: ['tests/unit/background/watch-hold.test.ts'],
  },
  {
    guard: 'the alarm follows what is held',
    file: WATCH_HOLD,
    from: 'void follow(change.newValue.handoffs)',
    to: 'void 0',
    tests: ['tests/unit/background/watch-hold.test.ts'],
  },
  {
    guard: 'ten minutes longer end at the cap',
    file: HOLD,
    from: 'Math.min(held.deadline + HOLD_MINUTES * MINUTE_MS, held.latestDeadline)',
    to: 'held.deadline + HOLD_MINUTES * MINUTE_MS',
    tests: lifetimeTests,
  },
  {
    guard: 'the same value again does not stretch the cap',
    file: 'utils/handoff/capture.ts',
    from: '        latestDeadline: held.latestDeadline,\n',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'a secret that is lost is named',
    file: MEMORY,
    from: '    await session.set({ [SESSION_KEY]: { ...emptySession(), handoffs, lastSeen: now } });\n',
    to: '',
    tests: lifetimeTests,
  },
  {
    guard: 'Clear',
    file: 'utils/background/view-handlers.ts',
    from: 'session.handoffs.filter((other) => other !== handoff)',
    to: 'session.handoffs',
    tests: lifetimeTests,
  },
  {
    guard: 'one update after the other',
    file: 'utils/handoff/in-turn.ts',
    from: 'const turn = queue.then(work, work);',
    to: 'const turn = work();',
    tests: lifetimeTests,
  },
];
