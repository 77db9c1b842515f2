/** Files that guards of more than one table stand in, and the tests that are theirs. */
export const FILL_HANDLERS = 'utils/background/fill-handlers.ts';
export const SETTINGS = 'utils/background/settings.ts';

export const answersTests = ['tests/unit/trust/answers.test.ts'];
export const fillTests = ['tests/unit/background/fill-handlers.test.ts'];
export const lifetimeTests = ['tests/unit/trust/lifetime.test.ts', 'tests/unit/handoff'];
export const settingsTests = ['tests/unit/background/settings.test.ts'];
