/** A running Firefox with the extension: its tabs, its private windows, its popup and its background. */
import { rmSync } from 'node:fs';
import type { Process } from '@puppeteer/browsers';
import type { Browser } from 'webextension-polyfill';
import { strokeOf } from '../keys';
import { found, notYet, poll } from '../poll';
import type { ConsoleLine, Session, StorageArea, World } from '../session';
import type { Surface } from '../surface';
import type { Bidi, Installation } from './bidi';
import type { Privileged } from './privileged';
import type { Report } from './privileged/base';
import type { OwnTime } from './privileged/profiler';
import { FirefoxSurface, resultOf } from './surface';

/** In the background, where `inBackground` runs. */
declare const browser: Browser;

export interface InstalledAddon {
  /** As the manifest names it. */
  readonly addonId: string;
  /** Host of its pages: made by the browser for each profile. */
  readonly host: string;
  /** How it was installed. */
  readonly installation: Installation;
}

/** What reports are taken down in, from before the first tab on. */
export class Journal {
  readonly consoleLines: ConsoleLine[] = [];
  readonly surfaces = new Map<number, FirefoxSurface>();

  readonly hear = (report: Report): void => {
    if (report.kind === 'closed') this.surfaces.get(report.id)?.wasClosed();
    else this.consoleLines.push({ level: report.level, text: report.text, source: report.source });
  };
}

export class FirefoxSession implements Session {
  #popup: FirefoxSurface | undefined;

  constructor(
    readonly profileDir: string,
    private readonly process: Process,
    private readonly bidi: Bidi,
    private readonly firefox: Privileged,
    private readonly journal: Journal,
    private readonly addon: InstalledAddon,
  ) {}

  get extensionId(): string {
    return this.addon.host;
  }

  get consoleLines(): readonly ConsoleLine[] {
    return this.journal.consoleLines;
  }

  #surface(id: number, kind: Surface['kind']): FirefoxSurface {
    const known = this.journal.surfaces.get(id);
    if (known?.isOpen()) return known;
    const surface = new FirefoxSurface(kind, id, this.firefox);
    this.journal.surfaces.set(id, surface);
    return surface;
  }

  async #shown(kind: 'tab' | 'privateTab') {
    return (await this.firefox.call('shown')).filter((each) => each.kind === kind);
  }

  async tabs(): Promise<Surface[]> {
    return (await this.#shown('tab')).map(({ id }) => this.#surface(id, 'tab'));
  }

  async privateTabs(): Promise<Surface[]> {
    return (await this.#shown('privateTab')).map(({ id }) => this.#surface(id, 'privateTab'));
  }

  async openTab(address: string): Promise<Surface> {
    const tab = this.#surface(await this.firefox.call('openTab', { inBackground: false }), 'tab');
    await tab.goto(address);
    return tab;
  }

  async openPrivateWindow(address: string): Promise<Surface> {
    const before = (await this.#shown('privateTab')).map(({ id }) => id);
    await this.firefox.call('openPrivateWindow');
    const id = await poll('the private window', async () => {
      // Its home page comes by itself, and would come over what is opened before.
      const opened = (await this.#shown('privateTab')).find(
        (tab) => !before.includes(tab.id) && tab.address === 'about:privatebrowsing',
      );
      return opened === undefined ? notYet('it is not there') : found(opened.id);
    });
    const tab = this.#surface(id, 'privateTab');
    await tab.goto(address);
    return tab;
  }

  async waitForTab(address: RegExp, kind: 'tab' | 'privateTab'): Promise<Surface> {
    return poll(`a ${kind} at ${address}`, async () => {
      const shown = await this.#shown(kind);
      const fitting = shown.filter((each) => address.test(each.address));
      const [tab] = fitting;
      if (tab !== undefined && fitting.length === 1) return found(this.#surface(tab.id, kind));
      return notYet(`open are ${shown.map((each) => each.address).join(', ') || 'none'}`);
    });
  }

  async openPopup(over: Surface): Promise<Surface> {
    await this.closePopup();
    await over.bringToFront();
    await poll('the button in the toolbar', async () =>
      found(await this.firefox.call('pressButton', this.addon.addonId, Number(over.id))),
    );
    const id = await poll('the popup', async () => {
      const popup = await this.firefox.call('popupId');
      return popup === 0 ? notYet('it did not open') : found(popup);
    });
    this.#popup = this.#surface(id, 'popup');
    return this.#popup;
  }

  async waitForSidePanel(): Promise<Surface> {
    const id = await poll('the side panel', async () => {
      const panel = await this.firefox.call('sidebarId', this.addon.host);
      return panel === 0 ? notYet('it is not there') : found(panel);
    });
    return this.#surface(id, 'sidePanel');
  }

  get popup(): Surface | undefined {
    return this.#popup?.isOpen() ? this.#popup : undefined;
  }

  async closePopup(): Promise<void> {
    await this.popup?.close();
    this.#popup = undefined;
  }

  async openExtensionPage(file: string): Promise<Surface> {
    return this.openTab(`moz-extension://${this.addon.host}/${file}`);
  }

  async inBackground<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const expression = `(${run})(${JSON.stringify(argument)})`;
    return poll('the background', async () =>
      found(
        await resultOf<Result>(this.firefox.call('evaluateInBackground', this.addon.addonId, expression)),
      ),
    );
  }

  async worlds(tab: Surface): Promise<World[]> {
    const worlds: World[] = [];
    for (const { document, address } of await this.firefox.call('documents', Number(tab.id))) {
      const inWorld = (expression: string) =>
        this.firefox.call('inWorld', this.addon.addonId, document, expression);
      if ((await inWorld('0')).noWorld) continue;
      worlds.push({ frame: address, evaluate: <T>(expression: string) => resultOf<T>(inWorld(expression)) });
    }
    return worlds;
  }

  async useShortcut(over: Surface, command: string): Promise<void> {
    const shortcut = await this.inBackground(async (name) => {
      const commands = await browser.commands.getAll();
      return commands.find((each) => each.name === name)?.shortcut ?? '';
    }, command);
    await over.press(strokeOf(shortcut.replace('Ctrl', 'ControlOrMeta')));
  }

  /** The same folder installed again: the browser takes it for an update, and keeps what is stored. */
  async updateExtension(): Promise<void> {
    await this.bidi.send('webExtension.install', this.addon.installation);
  }

  async allowPrivateWindows(): Promise<void> {
    await this.firefox.call('allowPrivateWindows', this.addon.addonId);
  }

  async allowAsked(): Promise<void> {
    await poll('the browser to ask', async () =>
      (await this.firefox.call('allowAsked')) ? found(undefined) : notYet('it does not'),
    );
  }

  async revokeSites(): Promise<void> {
    await this.firefox.call('revokeSites', this.addon.addonId);
  }

  async allowSites(): Promise<void> {
    await this.allowAsked();
  }

  async clipboard(): Promise<string> {
    return this.firefox.call('clipboard');
  }

  async killBackground(): Promise<void> {
    await this.firefox.call('stopBackground', this.addon.addonId);
  }

  /** In a page that runs none of the extension's code: the manifest, shown in a background tab. */
  async stored(area: StorageArea): Promise<Record<string, unknown>> {
    const tab = this.#surface(await this.firefox.call('openTab', { inBackground: true }), 'tab');
    try {
      await tab.goto(`moz-extension://${this.addon.host}/manifest.json`);
      return await poll("the extension's rights", async () => {
        if (!(await tab.evaluate<boolean>("typeof browser?.storage?.local === 'object'"))) {
          return notYet('the page is loading');
        }
        return found(await tab.evaluate<Record<string, unknown>>(`browser.storage.${area}.get()`));
      });
    } finally {
      await tab.close();
    }
  }

  /** Samples every process until `ownTime` is asked for. @param interval in milliseconds */
  async startProfiler(interval: number): Promise<void> {
    await this.firefox.call('startProfiler', interval);
  }

  /** Of scripts with such an address, in all processes together. */
  async ownTime(pattern: RegExp): Promise<OwnTime> {
    return this.firefox.call('stopProfiler', pattern.source);
  }

  async stop(): Promise<void> {
    // The answer may be lost in the end of the browser.
    await this.bidi.send('browser.close', {}).catch(() => {});
    await this.process.hasClosed();
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** For what only Firefox can do. */
export function asFirefox(session: Session): FirefoxSession {
  if (session instanceof FirefoxSession) return session;
  throw new Error('This needs Firefox.');
}
