/** Opens the side panel (Chromium) or the sidebar (Firefox), which stays while the admin moves between the consoles. */
import browser from 'webextension-polyfill';

/** The part of Chromium's own namespace that the polyfill does not know. */
interface WithSidePanel {
  chrome?: { sidePanel?: { open(options: { windowId: number }): Promise<void> } };
}

/** Asked for beforehand: with an await before the opening, it would no longer come straight from the press. */
const here = import.meta.env.FIREFOX ? undefined : browser.windows.getCurrent();
let windowId: number | undefined;
void here?.then(({ id }) => {
  windowId = id;
});

/** Safari has neither. */
export const canKeepOpen =
  import.meta.env.FIREFOX || (globalThis as WithSidePanel).chrome?.sidePanel !== undefined;

/** Must be called straight from a press: browsers accept nothing else. The popup makes room for what opens. */
export async function keepOpen(): Promise<void> {
  const { sidePanel } = (globalThis as WithSidePanel).chrome ?? {};
  if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
  else if (windowId !== undefined) await sidePanel?.open({ windowId });
  window.close();
}
