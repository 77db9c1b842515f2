/**
 * Makes `run` cheap enough for a page that keeps changing: at once after a quiet time, then at most every
 * `milliseconds`. What comes in between is made up for at the end of the wait.
 * @param isUrgent asked at each call: true runs without a wait, because the page's rebuild took a control of ours away
 * and a press on it may be under way
 */
export function nowAndThen(
  window: Window,
  milliseconds: number,
  run: () => void,
  isUrgent: () => boolean = () => false,
): () => void {
  let timer: number | undefined;
  let ranAt = Number.NEGATIVE_INFINITY;
  const runNow = () => {
    timer = undefined;
    run();
    ranAt = performance.now();
  };
  return () => {
    if (isUrgent()) {
      window.clearTimeout(timer);
      return runNow();
    }
    if (timer !== undefined) return;
    const wait = ranAt + milliseconds - performance.now();
    if (wait > 0) timer = window.setTimeout(runNow, wait);
    else runNow();
  };
}
