/** How long a popup takes to be usable: of ours, or of an extension with a button in it and nothing else. */
import type { Session } from '../../../tests/e2e/harness/session';
import type { Surface } from '../../../tests/e2e/harness/surface';
import { evaluateLong } from '../evaluate';

export interface Opening {
  /** Milliseconds from the press to the start of the popup's page: the browser's own. */
  readonly toStart: number;
  /** Milliseconds from there to its drawn state. */
  readonly toDrawn: number;
}

/**
 * Told by the browser's own marks for the largest thing it drew: none comes before the state is there, which is larger than
 * what says that it is being fetched.
 */
const DRAWN = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!document.querySelector('button') || document.querySelector('.loading')) await frame();
  await frame();
  await frame();
  const marks = await new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries()))
      .observe({ type: 'largest-contentful-paint', buffered: true }));
  return [performance.timeOrigin, Math.max(...marks.map(({ startTime }) => startTime))];
})()`;

export async function openPopup(session: Session, over: Surface): Promise<Opening> {
  await over.bringToFront();
  const pressed = performance.timeOrigin + performance.now();
  const popup = await session.openPopup(over);
  const [start = Number.NaN, toDrawn = Number.NaN] = await evaluateLong<number[]>(popup, DRAWN);
  await session.closePopup();
  return { toStart: start - pressed, toDrawn };
}
