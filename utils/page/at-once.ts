/** Runs what would pause at each `yield` to its end, and answers what it comes to. */
export function atOnce<Result>(run: Iterator<void, Result>): Result {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
