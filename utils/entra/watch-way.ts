/** After *Take me there*: points at the control to press next, as the vendor console's pages do. */
import type { PortalGoal } from '../messages/answers';
import { nowAndThen } from '../page/now-and-then';
import { Pointer } from '../page/pointer';
import { followPlaced } from '../page/press';
import { nextWords, pointerTexts } from '../words/next';
import type { PageSession } from './portal-session';
import type { OurPage } from './routes';
import { nextOnPage } from './way';

/** The next control is looked for this often at most, in milliseconds. */
const LOOK_MS = 200;

export function watchWay(session: PageSession, kind: OurPage['kind']): void {
  const { page, signal } = session;
  const { document, window } = page;
  let goal: PortalGoal | undefined;
  let isDismissed = false;
  const dismiss = () => {
    isDismissed = true;
    pointer?.clear();
  };
  /** Most visits of a page are nobody's journey: made when it is first needed. */
  let pointer: Pointer | undefined;

  const lookNow = () => {
    if (signal.aborted) return;
    const next = goal && !isDismissed ? nextOnPage(document, kind, goal) : undefined;
    if (!next) return pointer?.clear();
    pointer ??= new Pointer(document, pointerTexts.hidePointer, dismiss, signal);
    pointer.point(next.element, next.says === undefined ? pointerTexts.here : nextWords(next.says));
  };
  const look = nowAndThen(window, LOOK_MS, lookNow);

  const lookIfAsked = () => {
    if (goal) look();
  };
  session.watch(lookIfAsked);
  // The page's observer does not hear of our own controls.
  followPlaced(document, lookIfAsked, signal);
  // What is typed into a form changes no attribute.
  for (const type of ['input', 'change']) {
    document.addEventListener(type, lookIfAsked, { capture: true, signal });
  }
  session.onContext(({ pointTo }) => {
    const isOver = goal !== undefined && pointTo === undefined;
    goal = pointTo;
    if (goal || isOver) look();
  });
}
