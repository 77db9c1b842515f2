/**
 * What is used of the world that Firefox's own window lives in. No package has these types; the sources are at
 * https://searchfox.org (seen in Firefox ESR 153).
 */

export interface BrowsingContext {
  readonly id: number;
  readonly browserId: number;
  readonly parent: BrowsingContext | null;
  getAllBrowsingContextsInSubtree(): readonly BrowsingContext[];
  readonly currentWindowGlobal: {
    readonly innerWindowId: number;
    readonly documentURI: { readonly spec: string } | null;
    drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
  } | null;
}

export interface FrameMessages {
  loadFrameScript(address: string, alsoLater: boolean): void;
  sendAsyncMessage(name: string, data: unknown): void;
  addMessageListener(name: string, listener: (message: { data: never }) => void): void;
}

/** The element that a page is shown in. */
export interface XulBrowser extends HTMLElement {
  /** Stays the same when a page moves to another process. */
  readonly browserId: number;
  readonly currentURI: { readonly spec: string };
  readonly browsingContext: BrowsingContext | null;
  readonly messageManager: FrameMessages | null;
  readonly ownerDocument: Document & { readonly defaultView: ChromeWindow };
  loadURI(uri: unknown, options: { triggeringPrincipal: unknown }): void;
  reload(): void;
  addProgressListener(listener: ProgressListener, mask: number): void;
  removeProgressListener(listener: ProgressListener): void;
}

export interface ProgressListener {
  QueryInterface: unknown;
  onLocationChange(
    progress: { isTopLevel: boolean },
    request: { status: number } | null,
    location: { spec: string },
    flags: number,
  ): void;
}

interface Tab {
  readonly linkedBrowser: XulBrowser;
}

export interface ChromeWindow extends Window {
  readonly gBrowser: {
    readonly browsers: readonly XulBrowser[];
    selectedTab: Tab;
    readonly selectedBrowser: XulBrowser;
    addTrustedTab(address: string, options: { inBackground: boolean }): Tab;
    getTabForBrowser(browser: XulBrowser): Tab | undefined;
    removeTab(tab: Tab, options?: { skipPermitUnload: boolean }): void;
  };
  OpenBrowserWindow(options: { private: boolean }): void;
  readonly SidebarController: {
    readonly browser: (HTMLElement & { readonly contentDocument: Document | null }) | null;
  };
  readonly mozInnerScreenX: number;
  readonly mozInnerScreenY: number;
  readonly OffscreenCanvas: typeof OffscreenCanvas;
  readonly KeyboardEvent: typeof KeyboardEvent;
}

interface Panel extends HTMLElement {
  readonly state: 'open' | 'showing' | 'hiding' | 'closed';
  hidePopup(): void;
}
/** HTML's own `closest` gives the panel its type. */
export type PanelBrowser = XulBrowser & { closest(selector: 'panel'): Panel | null };

export interface Accessible {
  readonly role: number;
  /** '' where ARIA has no word for it. */
  readonly computedARIARole: string;
  readonly name: string | null;
  readonly value: string;
  readonly description: string;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
  readonly parent: Accessible | null;
  readonly attributes: { getStringProperty(name: string): string } | null;
  getState(state: { value?: number }, more: { value?: number }): void;
  getBounds(x: Out, y: Out, width: Out, height: Out): void;
  getDeepestChildAtPoint(x: number, y: number): Accessible | null;
  getRelationByType(type: number): { getTargets(): { enumerate(): Iterable<unknown> } };
  scrollTo(how: number): void;
  QueryInterface(what: unknown): Accessible;
}
export interface Out {
  value?: number;
}

export interface Extension {
  readonly id: string;
  readonly manifest: { readonly host_permissions: readonly string[] };
  readonly backgroundState: 'starting' | 'running' | 'suspending' | 'stopped';
  readonly views: Iterable<{ readonly viewType: string; readonly xulBrowser: XulBrowser | undefined }>;
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
}

/** Functions of the harness that Firefox runs in its own window: what they name is there. */
export interface Gecko {
  readonly Services: {
    readonly wm: { getEnumerator(type: string): Iterable<ChromeWindow> };
    readonly io: { newURI(address: string): { spec: string } };
    readonly scriptSecurityManager: { getSystemPrincipal(): unknown };
    readonly scriptloader: { loadSubScript(address: string, target: object): void };
    readonly obs: {
      addObserver(observer: (subject: never, topic: string, data: string) => void, topic: string): void;
    };
    readonly profiler: {
      StartProfiler(
        entries: number,
        interval: number,
        features: readonly string[],
        threads: readonly string[],
      ): Promise<void>;
      Pause(): Promise<void>;
      getProfileDataAsync(): Promise<object>;
      StopProfiler(): Promise<void>;
    };
    readonly console: { registerListener(listener: { observe(message: ScriptMessage): void }): void };
    readonly ppmm: {
      loadProcessScript(address: string, alsoLater: boolean): void;
      broadcastAsyncMessage(name: string, data: unknown): void;
      addMessageListener(name: string, listener: (message: { data: never }) => void): void;
    };
  };
  readonly Ci: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly Cc: Readonly<Record<string, { getService<T>(what: unknown): T }>>;
  readonly ChromeUtils: {
    importESModule<T>(address: string): T;
    generateQI(interfaces: readonly string[]): unknown;
  };
  readonly WindowGlobalParent: {
    getByInnerWindowId(id: number): { readonly documentURI: { readonly spec: string } | null } | null;
  };
  readonly WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } | null };
}

export interface ScriptMessage {
  QueryInterface(what: unknown): unknown;
  readonly errorMessage?: string;
  readonly sourceName?: string;
  readonly innerWindowID?: number;
  readonly flags?: number;
}
