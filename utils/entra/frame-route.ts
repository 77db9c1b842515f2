/**
 * The route of a frame of the portal. React blades are drawn in cross-origin frames whose own address says nothing
 * (facts/entra.md §1.2); the top page's route comes from the background. Frames kept ready and hidden, of which the
 * portal has several, ask for nothing and look at nothing.
 */
import { hearAskAgain } from '../messages/hear';
import { askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import type { RouteSource } from './portal';
import { watchHash } from './route-watch';
import { readRoute } from './routes';

/** For a frame: the top page's hash while the frame is shown, and none while it is not. */
export const topRoute =
  (page: PageContext): RouteSource =>
  (signal, onHash) => {
    const { document, window } = page;
    const ending = new AbortController();
    signal.addEventListener('abort', () => ending.abort());
    const ask = askWith(page.send, () => {
      ending.abort();
      onHash('');
    });
    let isShown = false;
    let isInView = false;
    let turn = 0;

    const look = async () => {
      const mine = ++turn;
      const answer = await ask('frameRoute', {});
      // The answer to an earlier question says where the top page was.
      if (mine === turn && isShown && !ending.signal.aborted) onHash(answer?.hash ?? '');
    };
    const update = () => {
      const hasRoom = window.innerWidth > 0 && window.innerHeight > 0;
      // Scrolled out of view is still shown; only a frame that has lost its size has been put away.
      const isNow = hasRoom && (isShown || isInView);
      if (isNow === isShown) return;
      isShown = isNow;
      turn += 1;
      if (isShown) void look();
      else onHash('');
    };

    const inView = new window.IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      update();
    });
    inView.observe(document.documentElement);
    window.addEventListener('resize', update, { signal: ending.signal });
    hearAskAgain(ending.signal, () => {
      if (isShown) void look();
    });
    ending.signal.addEventListener('abort', () => inView.disconnect());
  };

/** For the top page: its own hash; tells its frames whenever that leads to another page. */
export const ownRoute =
  (page: PageContext): RouteSource =>
  (signal, onHash) => {
    const ending = new AbortController();
    const ask = askWith(page.send, () => ending.abort());
    let last: string | undefined;
    watchHash(page.window, signal, (hash) => {
      const name = JSON.stringify(readRoute(hash));
      if (last !== undefined && name !== last && !ending.signal.aborted) void ask('routeChanged', {});
      last = name;
      onHash(hash);
    });
  };
