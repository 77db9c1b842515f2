/** What a fill depends on at its moment, what is on record then, and what a row of secrets is read for (TRUST §1.2, §2). */
import { FILL_HANDLERS, fillTests, SETTINGS, settingsTests } from './files';
import type { Mutant } from './mutant';

const RECORDS = 'utils/handoff/connection-records.ts';
const MASKED_ROWS = 'utils/entra/masked-rows.ts';

const saved = [...fillTests, 'tests/unit/background/vendor-handlers.test.ts'];
const reminders = ['tests/unit/reminders/start.test.ts'];
const rows = ['tests/unit/entra/secret-rows.test.ts'];

export const moment: readonly Mutant[] = [
  {
    guard: 'the organisation’s longest time is looked at before a fill',
    file: FILL_HANDLERS,
    from: '  await tightenHolds(settings);\n',
    to: '',
    tests: settingsTests,
  },
  {
    guard: 'the organisation’s consoles only',
    file: FILL_HANDLERS,
    from: 'await tightenHolds(settings);\n  if (!isAllowedTenant(settings, tenant.host)) return notAllowed(tenant, settings);',
    to: 'await tightenHolds(settings);',
    tests: settingsTests,
  },
  {
    guard: 'a policy that comes late shortens what is held',
    file: SETTINGS,
    from: '.then(tightenHolds)',
    to: '.then(() => undefined)',
    tests: settingsTests,
  },
  {
    guard: 'a secret wiped while Microsoft is asked is not filled',
    file: FILL_HANDLERS,
    from: '(await noteFilling(handoff.clientId, tenant.host))?.secret',
    to: '(await noteFilling(handoff.clientId, tenant.host), handoff.secret)',
    tests: fillTests,
  },
  {
    guard: 'another directory’s domain is not filled',
    file: FILL_HANDLERS,
    from: "if (handoff.domainCheck?.kind === 'otherTenant') {",
    to: 'if (false) {',
    tests: fillTests,
  },
  {
    guard: 'a fill is on record before the page is written to',
    file: FILL_HANDLERS,
    from: '(found.secret ? { ...found, filling: { vendorHost, at } } : found)',
    to: 'found',
    tests: fillTests,
  },
  {
    guard: 'a stopped fill counts by the form’s own word only',
    file: 'utils/background/vendor-handlers.ts',
    from: ' && secretIsFilled === true ? filling.at',
    to: ' ? filling.at',
    tests: fillTests,
  },
  {
    guard: 'a row is left unread only where no text of it may be a value',
    file: MASKED_ROWS,
    from: ' && ONLY_WORDS.test(words)',
    to: '',
    tests: rows,
  },
  {
    guard: 'the usual hidden row has nothing in it that may be a value',
    file: MASKED_ROWS,
    from: '{16}',
    to: '{99}',
    tests: rows,
  },
  {
    guard: 'a field for a text beside a hidden value is read',
    file: MASKED_ROWS,
    from: ' && element.querySelector(FIELDS) === null',
    to: '',
    tests: rows,
  },
  {
    guard: 'no row borrows the value of its neighbour',
    file: 'utils/entra/row-hits.ts',
    from: '.filter((container) => !outer.has(container))',
    to: '',
    tests: rows,
  },
  {
    guard: 'a fill that wrote nothing leaves no note',
    file: FILL_HANDLERS,
    from: "  if (filled.kind !== 'filled') await amend(handoff.clientId, withoutFilling);\n",
    to: '',
    tests: fillTests,
  },
  {
    guard: 'a stopped fill counts for the console it went to',
    file: 'utils/background/vendor-handlers.ts',
    from: 'filling?.vendorHost === tenant.host && ',
    to: 'filling && ',
    tests: fillTests,
  },
  {
    guard: 'the note of a fill goes with the save',
    file: 'utils/background/vendor-handlers.ts',
    from: 'function afterSave({ filling: _over, ...other }: Handoff): Handoff {',
    to: 'function afterSave(other: Handoff): Handoff {',
    tests: fillTests,
  },
  {
    guard: 'a secret captured after the fill is not the saved one',
    file: 'utils/background/vendor-handlers.ts',
    from: 'filledAt >= handoff.secret.capturedAt',
    to: 'filledAt > 0',
    tests: saved,
  },
  {
    guard: 'a secret that the form did not hold stays',
    file: 'utils/background/vendor-handlers.ts',
    from: 'wasFilled && secretIsFilled !== false ? handoff.secret',
    to: 'wasFilled ? handoff.secret',
    tests: saved,
  },
  {
    guard: 'a row that was there before is no save',
    file: 'utils/background/vendor-handlers.ts',
    from: '  if (secretIsFilled === undefined && (handoff.secret ? !wasFilled : handoff.evidence.save)) return;\n',
    to: '',
    tests: saved,
  },
  {
    guard: 'a connection record that has changed is read anew',
    file: RECORDS,
    from: "if (area === 'local' && Object.hasOwn(changes, RECORDS_KEY)) lastRead = undefined;",
    to: 'void [changes, area];',
    tests: reminders,
  },
  {
    guard: 'a connection record of our own is read anew before the browser tells of it',
    file: RECORDS,
    from: "    // The browser's word on it may come later than the next who asks.\n    lastRead = undefined;\n",
    to: '',
    tests: reminders,
  },
];
