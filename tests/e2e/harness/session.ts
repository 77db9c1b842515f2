/** A browser with the extension in it. */
import type { Surface } from './surface';

export interface LaunchOptions {
  /** May the extension see private windows? The administrator allows it in the browser's settings. */
  readonly privateWindows: 'allowed' | 'notAllowed';
  /** Off in tests unless they are about it: a page left behind goes on answering. */
  readonly backForwardCache: 'on' | 'off';
  readonly colorScheme: 'light' | 'dark';
  /** Shown needs a display; a page is then as large as the window that the viewer gives it. */
  readonly window: 'hidden' | 'shown';
  /** The page after installation: it comes to the front by itself, over whatever a test has opened meanwhile. */
  readonly welcome: 'closed' | 'kept';
  /** Folder of the built extension. */
  readonly extension: string;
  /** `byPolicy`: the browser itself fetches and installs what a policy of the machine names. */
  readonly install: 'byHand' | 'byPolicy';
  /** The profile that an earlier session left on disk: the browser is started again with it. A new one by default. */
  readonly profileDir?: string;
}

export type StorageArea = 'local' | 'session' | 'sync' | 'managed';

export interface ConsoleLine {
  readonly level: string;
  readonly text: string;
  /** Address of the page or script it came from. */
  readonly source: string;
}

/** The extension's isolated world in a document: where whoever takes over its renderer would speak from. */
export interface World {
  /** Address of the frame, as the browser names it. */
  readonly frame: string;
  evaluate<T>(expression: string): Promise<T>;
}

export interface Session {
  /** Host of the extension's own pages. */
  readonly extensionId: string;
  readonly profileDir: string;
  /** What every page and the background have written to their consoles, uncaught errors included. */
  readonly consoleLines: readonly ConsoleLine[];

  /** Opens a tab in the ordinary window and loads the address. */
  openTab(address: string): Promise<Surface>;
  /** All tabs of the ordinary windows. */
  tabs(): Promise<Surface[]>;
  /** All tabs of the private windows. */
  privateTabs(): Promise<Surface[]>;
  /** Opens a private window as the administrator does, by the browser's menu, and goes to an address. */
  openPrivateWindow(address: string): Promise<Surface>;
  /** Waits for the one tab with such an address, whoever opens it. */
  waitForTab(address: RegExp, kind: 'tab' | 'privateTab'): Promise<Surface>;

  /** Opens the extension's popup over a tab, as a press on the toolbar's button does. */
  openPopup(over: Surface): Promise<Surface>;
  /** The popup, while it is open. */
  readonly popup: Surface | undefined;
  /** Waits for the side panel, which stands beside the tabs once it was opened. */
  waitForSidePanel(): Promise<Surface>;
  /** Closes the popup if it is open. */
  closePopup(): Promise<void>;
  /** A page of the extension in a tab: `options.html`. */
  openExtensionPage(file: string): Promise<Surface>;

  /**
   * Runs a function in the background, which is started where it sleeps. For assertions only.
   *
   * @param run Its own text is what runs there: it sees nothing of the test but the argument.
   */
  inBackground<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  inBackground<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** One for every frame of a tab in which the extension has a world; frames without are left out. */
  worlds(tab: Surface): Promise<World[]>;
  /** Uses the keys of one of the manifest's commands, over a tab. */
  useShortcut(over: Surface, command: string): Promise<void>;
  /** Takes the files of the extension's folder anew, as the browser does with an update from the store. */
  updateExtension(): Promise<void>;
  /** Allows the extension in private windows as the administrator does; the browser then reloads it. */
  allowPrivateWindows(): Promise<void>;
  /** What the administrator would paste there now. */
  clipboard(over: Surface): Promise<string>;
  /** Allows what the browser itself asks about the extension; where it asks nothing, it goes on. */
  allowAsked(): Promise<void>;
  /** Takes the extension off all its sites, as the administrator can in the browser's settings. */
  revokeSites(): Promise<void>;
  /** Says yes where the extension has asked for its sites. */
  allowSites(): Promise<void>;
  /** Stops the background at once, as the browser does with an idle one. The next message starts it again. */
  killBackground(): Promise<void>;
  /** Everything in one of the extension's stores, read without waking the background. */
  stored(area: StorageArea): Promise<Record<string, unknown>>;

  /** Ends the browser and leaves the profile on disk, to be scanned. */
  stop(): Promise<void>;
  /** Ends the browser and removes the profile. */
  close(): Promise<void>;
}
