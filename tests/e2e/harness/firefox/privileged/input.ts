/** Runs in Firefox's own window: mouse and keyboard, through the widget as the hardware's events come. */
import type { KeyStroke } from '../../keys';
import type { Point } from '../../surface';
import type { Base } from './base';
import type { ChromeWindow, Gecko, XulBrowser } from './gecko';
import type { Tree } from './tree';
import type { Windows } from './windows';

interface EventUtils {
  synthesizeMouseAtPoint(
    left: number,
    top: number,
    event: { type: string; asyncEnabled: boolean; clickCount?: number },
    window: ChromeWindow,
    handled?: () => void,
  ): void;
  synthesizeKey(key: string, event: object, window: ChromeWindow): void;
}

export type Input = ReturnType<typeof input>;

export function input(courier: Base & Windows & Tree, { Services, Ci, Cc }: Gecko) {
  const HANDLED_WITHIN_MS = 1_000;
  const loaded = new WeakMap<ChromeWindow, EventUtils>();
  /** The remote agent's copy of what Firefox's own tests press with. */
  const eventsOf = (window: ChromeWindow): EventUtils => {
    const known = loaded.get(window);
    if (known) return known;
    const utils = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc } as unknown as EventUtils;
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', utils);
    loaded.set(window, utils);
    return utils;
  };

  /** @param at From the left and top edge of the window's own content. */
  const clickWindow = async (window: ChromeWindow, at: Point): Promise<void> => {
    const events = eventsOf(window);
    const send = (type: string, handled?: () => void) =>
      events.synthesizeMouseAtPoint(at.x, at.y, { type, asyncEnabled: true, clickCount: 1 }, window, handled);
    // Sent together: between press and release a page that rebuilds itself would swap the control.
    send('mousemove');
    send('mousedown');
    await new Promise<void>((resolve) => {
      send('mouseup', resolve);
      // A page that goes away with the press never says that it was handled.
      window.setTimeout(resolve, HANDLED_WITHIN_MS);
    });
  };

  /**
   * A panel lies on a widget of its own: what comes from the window's widget goes past it to the page below, what the
   * window hands on itself does not.
   */
  const clickPanel = (window: ChromeWindow, at: Point): void => {
    const events = eventsOf(window);
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      events.synthesizeMouseAtPoint(at.x, at.y, { type, asyncEnabled: false, clickCount: 1 }, window);
    }
  };

  const inWindow = (browser: XulBrowser, { x, y }: Point): Point => {
    const { x: left, y: top } = courier.placeInWindow(browser);
    return { x: left + x, y: top + y };
  };

  return {
    clickWindow,

    /** One part of a press, once the page has handled it. */
    async mouse(id: number, type: 'mousemove' | 'mousedown' | 'mouseup', point: Point): Promise<void> {
      const browser = courier.browserOf(id);
      const window = browser.ownerDocument.defaultView;
      const at = inWindow(browser, point);
      await new Promise<void>((resolve) => {
        const event = { type, asyncEnabled: true, clickCount: 1 };
        eventsOf(window).synthesizeMouseAtPoint(at.x, at.y, event, window, resolve);
        window.setTimeout(resolve, HANDLED_WITHIN_MS);
      });
    },

    async click(id: number, point: Point): Promise<void> {
      const browser = courier.browserOf(id);
      const window = browser.ownerDocument.defaultView;
      const at = inWindow(browser, point);
      if (id === courier.popupId()) clickPanel(window, at);
      else await clickWindow(window, at);
    },

    press(id: number, { key, code, keyCode, text, modifiers }: KeyStroke): void {
      const browser = courier.browserOf(id);
      const window = browser.ownerDocument.defaultView;
      // The popup takes the focus as it opens; without a display its window does not hear of that.
      if (id === courier.popupId()) browser.focus();
      const isNamed = text === '' ? [...key].length > 1 : text === '\r';
      eventsOf(window).synthesizeKey(
        isNamed ? `KEY_${key}` : key,
        {
          ...(code === '' ? {} : { code, keyCode }),
          shiftKey: modifiers.includes('Shift'),
          ctrlKey: modifiers.includes('Control'),
          altKey: modifiers.includes('Alt'),
          metaKey: modifiers.includes('Meta'),
        },
        window,
      );
    },
  };
}
