/** Runs in Firefox's own window: its windows, tabs and the popup. */
import type { Base } from './base';
import type { ChromeWindow, Gecko, PanelBrowser, ProgressListener, XulBrowser } from './gecko';

export interface Shown {
  readonly id: number;
  readonly kind: 'tab' | 'privateTab';
  readonly address: string;
}

export type Windows = ReturnType<typeof windows>;

export function windows(courier: Base, { Services, Ci, ChromeUtils }: Gecko) {
  const {
    PrivateBrowsingUtils,
  }: { PrivateBrowsingUtils: { isWindowPrivate(window: ChromeWindow): boolean } } =
    ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs');
  /** Browsers hold their listeners weakly. */
  const listening = new Set<ProgressListener>();
  const all = () => [...Services.wm.getEnumerator('navigator:browser')];
  const popup = () => {
    for (const window of all()) {
      const browser = window.document.querySelector<PanelBrowser>('.webextension-popup-browser');
      if (browser?.closest('panel')?.state === 'open') return browser;
    }
    return undefined;
  };
  const sidebars = () =>
    all().flatMap(
      ({ SidebarController: { browser } }) =>
        browser?.contentDocument?.querySelector<XulBrowser>('#webext-panels-browser') ?? [],
    );
  const find = (id: number): XulBrowser | undefined => {
    const tab = all()
      .flatMap(({ gBrowser }) => [...gBrowser.browsers])
      .find(({ browserId }) => browserId === id);
    if (tab) return tab;
    return [popup(), ...sidebars()].find((each) => each?.browserId === id);
  };
  const browserOf = (id: number): XulBrowser => {
    const browser = find(id);
    if (browser === undefined) throw courier.failure('Closed', 'it is not there any more');
    return browser;
  };
  const systemPrincipal = { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() };

  return {
    allWindows: all,

    browserOf,

    shown(): Shown[] {
      return all().flatMap((window) => {
        const kind = PrivateBrowsingUtils.isWindowPrivate(window) ? 'privateTab' : 'tab';
        return window.gBrowser.browsers.map(
          ({ browserId, currentURI }) => ({ id: browserId, kind, address: currentURI.spec }) as const,
        );
      });
    },

    addressOf: (id: number) => browserOf(id).currentURI.spec,

    openTab({ inBackground }: { inBackground: boolean }): number {
      const window = all().find((each) => !PrivateBrowsingUtils.isWindowPrivate(each));
      if (window === undefined) throw courier.failure('NotNow', 'there is no ordinary window');
      const tab = window.gBrowser.addTrustedTab('about:blank', { inBackground: true });
      if (!inBackground) window.gBrowser.selectedTab = tab;
      return tab.linkedBrowser.browserId;
    },

    openPrivateWindow(): void {
      all()[0]?.OpenBrowserWindow({ private: true });
    },

    /** Brings a tab to the front of its window, and the keyboard's focus into it. */
    select(id: number): void {
      const browser = browserOf(id);
      const window = browser.ownerDocument.defaultView;
      const tab = window.gBrowser.getTabForBrowser(browser);
      if (tab) window.gBrowser.selectedTab = tab;
      window.focus();
      browser.focus();
    },

    closeTab(id: number): void {
      const browser = browserOf(id);
      const { gBrowser } = browser.ownerDocument.defaultView;
      const tab = gBrowser.getTabForBrowser(browser);
      if (tab) gBrowser.removeTab(tab, { skipPermitUnload: true });
    },

    /**
     * Resolves when the new document is there.
     *
     * @returns what is wrong with the address, or ''.
     */
    async load(id: number, address: string): Promise<string> {
      const browser = browserOf(id);
      const { promise, resolve } = Promise.withResolvers<string>();
      const listener: ProgressListener = {
        QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
        onLocationChange({ isTopLevel }, request, location, flags) {
          if (!isTopLevel || (location.spec === 'about:blank' && address !== 'about:blank')) return;
          const isError = (flags & (Ci.nsIWebProgressListener?.LOCATION_CHANGE_ERROR_PAGE ?? 0)) !== 0;
          resolve(isError ? `it did not load (0x${(request?.status ?? 0).toString(16)})` : '');
        },
      };
      listening.add(listener);
      browser.addProgressListener(listener, Ci.nsIWebProgress?.NOTIFY_LOCATION ?? 0);
      try {
        const uri = Services.io.newURI(address);
        if (uri.spec === browser.currentURI.spec && uri.spec !== 'about:blank') browser.reload();
        else if (uri.spec === browser.currentURI.spec) return '';
        else browser.loadURI(uri, systemPrincipal);
        return await promise;
      } finally {
        browser.removeProgressListener(listener);
        listening.delete(listener);
      }
    },

    /** Of the popup, while it is open. */
    popupId: () => popup()?.browserId ?? 0,

    /** Of the extension's sidebar, while it is open; 0 = it is not. */
    sidebarId: (host: string) =>
      sidebars().find(({ currentURI }) => currentURI.spec.startsWith(`moz-extension://${host}/`))
        ?.browserId ?? 0,

    clipboard(): Promise<string> {
      const [window] = all();
      if (window === undefined) throw courier.failure('NotNow', 'there is no window');
      return window.navigator.clipboard.readText();
    },

    /**
     * Answers what the browser itself asks about the extension, in the way of the marked button.
     *
     * @returns whether there was a question.
     */
    allowAsked(): boolean {
      for (const window of all()) {
        const prompt = window.document.querySelector<HTMLElement & { button?: HTMLElement }>(
          '#addon-webext-permissions-notification',
        );
        if (!prompt?.button || prompt.hidden) continue;
        prompt.button.click();
        return true;
      }
      return false;
    },

    hidePopup(): void {
      popup()?.closest('panel')?.hidePopup();
    },

    async picture(id: number): Promise<string> {
      const browser = browserOf(id);
      const global = browser.browsingContext?.currentWindowGlobal;
      if (!global) throw courier.failure('NotNow', 'there is no document');
      const image = await global.drawSnapshot(null, 1, 'rgb(255, 255, 255)');
      const canvas = new browser.ownerDocument.defaultView.OffscreenCanvas(image.width, image.height);
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(image);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
  };
}
