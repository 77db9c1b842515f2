/** Waiting for a state, with a deadline and a reason. The only place of the end-to-end tests that lets time pass. */

/** Between two looks. Short enough to be unnoticed, long enough to leave the browser its processor. */
const LOOK_EVERY_MS = 25;

/** Longer than any page of the lab takes on a busy two-core machine. */
export const DEADLINE_MS = 10_000;

/** The browser could not answer this time (a page is navigating, a node has gone): worth another look. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

/** What was waited for did not come. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

export type Look<T> = { done: true; value: T } | { done: false; because: string };

export const found = <T>(value: T): Look<T> => ({ done: true, value });
export const notYet = (because: string): Look<never> => ({ done: false, because });

/**
 * Looks until the state is there.
 *
 * @param what The state in words: `button "Register"`.
 * @param look One look. It may throw `NotNow`; any other error ends the wait.
 * @throws {DeadlineError} naming the state and why the last look was not it.
 */
export async function poll<T>(
  what: string,
  look: () => Promise<Look<T>>,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  let because = 'nothing was looked at';
  for (;;) {
    try {
      const seen = await look();
      if (seen.done) return seen.value;
      because = seen.because;
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      because = error.message;
    }
    if (Date.now() >= end) {
      throw new DeadlineError(`Waited ${deadlineMs / 1000} s for ${what}: ${because}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
