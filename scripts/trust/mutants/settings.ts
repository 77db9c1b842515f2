/** The organisation's settings: when they are waited for, and what they tighten (TRUST §2). */
import { FILL_HANDLERS, SETTINGS, settingsTests } from './files';
import type { Mutant } from './mutant';

const PUT_TOGETHER = 'utils/settings/settings.ts';
const MANAGED = 'utils/settings/managed.ts';

const managed = ['tests/unit/settings/managed.test.ts', ...settingsTests];

export const settings: readonly Mutant[] = [
  {
    guard: 'values wait for the organisation’s word before they leave',
    file: SETTINGS,
    from: 'settingsWithin(Math.max(AT_HAND_MS, startedAt + DECIDING_MS - performance.now()))',
    to: 'settingsWithin(AT_HAND_MS)',
    tests: settingsTests,
  },
  {
    guard: 'a browser that never answers keeps nobody waiting',
    file: SETTINGS,
    from: 'Promise.race([readManaged(), nothingYet])',
    to: 'readManaged()',
    tests: settingsTests,
  },
  {
    guard: 'a store that rejects is no policy',
    file: SETTINGS,
    from: '  } catch {\n    // Firefox: there is no policy. Safari has no such store.\n    return parseManaged({});\n',
    to: '  } catch (error) {\n    throw error;\n',
    tests: settingsTests,
  },
  {
    guard: 'a policy that changes counts for what is held',
    file: SETTINGS,
    from: "if (area === 'managed') void tighten();",
    to: '',
    tests: settingsTests,
  },
  {
    guard: 'the organisation’s longest time',
    file: PUT_TOGETHER,
    from: 'Math.min(own.holdMinutes ?? HOLD_MINUTES, mostMinutes)',
    to: 'own.holdMinutes ?? HOLD_MINUTES',
    tests: managed,
  },
  {
    guard: 'Ask Microsoft switched off',
    file: PUT_TOGETHER,
    from: 'managed.askMicrosoft ?? true',
    to: 'true',
    tests: managed,
  },
  {
    guard: 'buttons during a journey only',
    file: PUT_TOGETHER,
    from: "managed.portalButtons === 'duringJourney' ? 'duringJourney' : (own.portalButtons ?? 'always')",
    to: "own.portalButtons ?? managed.portalButtons ?? 'always'",
    tests: managed,
  },
  {
    guard: 'pinned consoles allow no other',
    file: PUT_TOGETHER,
    from: 'vendorTenants === undefined || vendorTenants.includes(vendorHost)',
    to: 'true',
    tests: managed,
  },
  {
    guard: 'pinned consoles of which none is one allow none',
    file: MANAGED,
    from: 'return [...new Set(pinned)];',
    to: 'return pinned.length === 0 ? undefined : [...new Set(pinned)];',
    tests: managed,
  },
  {
    guard: 'a pinned host is a console, letter for letter',
    file: MANAGED,
    from: 'tenant && tenant.host === host.trim().toLowerCase()',
    to: 'tenant',
    tests: managed,
  },
  {
    guard: 'no tab of a console that is not pinned comes to the front for a fill',
    file: FILL_HANDLERS,
    from: 'const settings = await orAborted(readSettings(), signal);\n  if (!isAllowedTenant(settings, tenant.host)) return notAllowed(tenant, settings);\n  const tab',
    to: 'const settings = await orAborted(readSettings(), signal);\n  const tab',
    tests: ['tests/unit/background/fill-handlers.test.ts'],
  },
  {
    guard: 'a policy that came after the choice takes the choice back',
    file: 'utils/background/capture-handlers.ts',
    from: 'chosen !== undefined && isAllowedTenant(settings, chosen) ? chosen : undefined',
    to: 'chosen',
    tests: settingsTests,
  },
  {
    guard: 'no other console can be chosen',
    file: 'utils/background/view-handlers.ts',
    from: "if (!isAllowedTenant(settings, host)) {\n        return { session, answer: { kind: 'refused', fault: 'notAllowed' } };\n      }",
    to: '',
    tests: settingsTests,
  },
  {
    guard: 'no redirect URI of another console is carried',
    file: 'utils/background/vendor-handlers.ts',
    from: "    if (!isAllowedTenant(await settingsAtHand(), tenant.host))\n      return { kind: 'refused', reason: 'notAllowed' };\n",
    to: '',
    tests: settingsTests,
  },
  {
    guard: 'values do not follow a move to a console that is not pinned',
    file: 'utils/background/move.ts',
    from: 'if (!isAllowedTenant(await settingsAtHand(), tenant.host)) return;',
    to: '',
    tests: ['tests/unit/background/vendor-handlers.test.ts'],
  },
  {
    guard: 'Microsoft is not asked where the organisation says no',
    file: 'utils/background/microsoft-handlers.ts',
    from: 'if (!(await readSettings()).askMicrosoft) return;',
    to: '',
    tests: settingsTests,
  },
];
