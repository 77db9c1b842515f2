/**
 * The route of a frame of the portal. React blades are drawn in cross-origin frames whose own address says nothing
 * (facts/entra.md §1.2); the top page's route comes from the background. While that is none of ours, a frame waits for
 * word and watches nothing. On a page of ours, frames kept ready and hidden, of which the portal has several, have none.
 */
import { hearAskAgain } from '../messages/hear';
import { askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import type { RouteSource } from './portal';
import { watchHash } from './route-watch';
import { readRoute } from './routes';

/** For a frame: the top page's hash while that is a page of ours and the frame is shown, and none otherwise. */
export const topRoute =
  (page: PageContext): RouteSource =>
  (signal, onHash) => {
    const ending = new AbortController();
    signal.addEventListener('abort', () => ending.abort());
    const ask = askWith(page.send, () => {
      ending.abort();
      onHash('');
    });
    let hash = '';
    let isShown = false;
    let watching: AbortController | undefined;
    let turn = 0;

    const tell = () => onHash(isShown ? hash : '');
    const look = async () => {
      const mine = ++turn;
      const answer = await ask('frameRoute', {});
      // The answer to an earlier question says where the top page was. A frame that went meanwhile has no window any
      // more: asked for its size, Firefox throws.
      if (mine !== turn || ending.signal.aborted || !page.document.defaultView) return;
      hash = answer?.hash ?? '';
      if (hash === '') {
        watching?.abort();
        watching = undefined;
        isShown = false;
        tell();
      } else if (watching) {
        tell();
      } else {
        watching = new AbortController();
        whileShown(page.window, watching.signal, (isNow) => {
          isShown = isNow;
          tell();
        });
      }
    };
    hearAskAgain(ending.signal, () => void look());
    ending.signal.addEventListener('abort', () => watching?.abort());
    void look();
  };

/** Calls back when the frame is shown for the first time, when it is put away, and when it is put to use again. */
function whileShown(
  window: PageContext['window'],
  signal: AbortSignal,
  onChange: (isShown: boolean) => void,
): void {
  let isShown = false;
  let isInView = false;
  const update = () => {
    // Scrolled out of view is still shown; only a frame that has lost its size has been put away.
    const isNow = hasRoom(window) && (isShown || isInView);
    if (isNow === isShown) return;
    isShown = isNow;
    onChange(isShown);
  };
  const inView = new window.IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? false;
    update();
  });
  inView.observe(window.document.documentElement);
  window.addEventListener('resize', update, { signal });
  signal.addEventListener('abort', () => inView.disconnect());
}

function hasRoom(window: PageContext['window']): boolean {
  try {
    return window.innerWidth > 0 && window.innerHeight > 0;
  } catch {
    // A frame that is on its way out: Firefox throws NS_ERROR_NOT_INITIALIZED.
    return false;
  }
}

/**
 * For the top page: its own hash; tells its frames whenever that leads to another page.
 * @param isLater whether the address was none of ours until now
 */
export const ownRoute =
  (page: PageContext, isLater: boolean): RouteSource =>
  (signal, onHash) => {
    let isSilent = false;
    const ask = askWith(page.send, () => {
      isSilent = true;
    });
    let last = isLater ? nameOf('') : undefined;
    watchHash(page.window, signal, (hash) => {
      const name = nameOf(hash);
      if (last !== undefined && name !== last && !isSilent) void ask('routeChanged', {});
      last = name;
      onHash(hash);
    });
  };

const nameOf = (hash: string): string => JSON.stringify(readRoute(hash));
