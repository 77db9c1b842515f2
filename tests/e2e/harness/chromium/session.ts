/** A running Chromium with the extension: its tabs, its private windows, its popup and its background. */
import { rmSync } from 'node:fs';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { found, NotNow, notYet, poll } from '../poll';
import type { ConsoleLine, Session, StorageArea, World } from '../session';
import { ClosedError, type Surface } from '../surface';
import type { TargetInfo, Targets } from './cdp';
import { allowPrivateWindows, reload, setSites } from './settings';
import { ChromiumSurface } from './surface';
import { extensionWorlds } from './worlds';

export interface InstalledExtension {
  readonly id: string;
  /** Of the ordinary windows; a private window is a browser context of its own. */
  readonly browserContextId: string | undefined;
  /** Path of the popup's page inside the extension. */
  readonly popupFile: string;
}

export class ChromiumSession implements Session {
  readonly consoleLines: ConsoleLine[] = [];
  readonly #surfaces = new Map<string, ChromiumSurface>();
  readonly #targetIds = new WeakMap<Page, string>();
  readonly #origin: string;
  #popup: Surface | undefined;

  constructor(
    readonly context: BrowserContext,
    readonly profileDir: string,
    private readonly targets: Targets,
    private readonly extension: InstalledExtension,
  ) {
    this.#origin = `chrome-extension://${extension.id}/`;
    this.#listenToConsoles();
  }

  get extensionId(): string {
    return this.extension.id;
  }

  #listenToConsoles(): void {
    this.context.on('console', (message) =>
      this.consoleLines.push({ level: message.type(), text: message.text(), source: message.location().url }),
    );
    this.context.on('weberror', (error) =>
      this.consoleLines.push({
        level: 'error',
        text: String(error.error()),
        source: error.page()?.url() ?? '',
      }),
    );
  }

  async #surface(target: TargetInfo, kind: Surface['kind']): Promise<ChromiumSurface> {
    const known = this.#surfaces.get(target.targetId);
    if (known?.isOpen()) return known;
    const surface = new ChromiumSurface(kind, this.targets, await this.targets.session(target.targetId));
    this.#surfaces.set(target.targetId, surface);
    return surface;
  }

  /** Only those that Playwright has finished setting up: a second client before that can be left without answers. */
  async #pages(kind: 'tab' | 'privateTab'): Promise<TargetInfo[]> {
    const ready = await Promise.all(
      // A page may close while it is asked.
      this.context.pages().map((page) => this.#targetOf(page).catch(() => 'closed')),
    );
    return (await this.targets.list()).filter(
      ({ type, browserContextId, targetId }) =>
        type === 'page' &&
        (browserContextId === this.extension.browserContextId) === (kind === 'tab') &&
        ready.includes(targetId),
    );
  }

  async tabs(): Promise<Surface[]> {
    return Promise.all((await this.#pages('tab')).map((target) => this.#surface(target, 'tab')));
  }

  async privateTabs(): Promise<Surface[]> {
    return Promise.all(
      (await this.#pages('privateTab')).map((target) => this.#surface(target, 'privateTab')),
    );
  }

  async openTab(address: string): Promise<Surface> {
    const page = await this.context.newPage();
    const targetId = await this.#targetOf(page);
    const target = (await this.targets.list()).find((candidate) => candidate.targetId === targetId);
    if (target === undefined) throw new ClosedError('The new tab was closed at once.');
    const tab = await this.#surface(target, 'tab');
    await tab.goto(address);
    return tab;
  }

  async #targetOf(page: Page): Promise<string> {
    const known = this.#targetIds.get(page);
    if (known !== undefined) return known;
    const session = await this.context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    this.#targetIds.set(page, targetInfo.targetId);
    return targetInfo.targetId;
  }

  /** Playwright's own tabs are all ordinary ones: the extension's background opens it. */
  async openPrivateWindow(address: string): Promise<Surface> {
    const worker = await this.#worker();
    const opening = `chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(() => 0)`;
    await worker.evaluate(opening);
    return poll('the private window', async () => {
      const tab = (await this.privateTabs()).at(-1);
      return tab === undefined ? notYet('it is not there') : found(tab);
    });
  }

  async waitForTab(address: RegExp, kind: 'tab' | 'privateTab'): Promise<Surface> {
    return poll(`a ${kind} at ${address}`, async () => {
      const pages = await this.#pages(kind);
      const fitting = pages.filter(({ url }) => address.test(url));
      const [target] = fitting;
      if (target !== undefined && fitting.length === 1) return found(await this.#surface(target, kind));
      return notYet(`open are ${pages.map(({ url }) => url).join(', ') || 'none'}`);
    });
  }

  async openPopup(over: Surface): Promise<Surface> {
    await this.closePopup();
    await over.bringToFront();
    const tab = await this.targets.tabOf(over.id);
    await this.#triggerAction(tab);
    const target = await poll('the popup', async () => {
      const page = (await this.targets.list()).find(
        ({ type, url }) => type === 'page' && url.startsWith(`${this.#origin}${this.extension.popupFile}`),
      );
      return page ? found(page) : notYet('it did not open');
    });
    this.#popup = await this.#surface(target, 'popup');
    return this.#popup;
  }

  /**
   * Where the browser has no such command (it is experimental), the popup's page opens in a background tab instead: same
   * code, and the page below stays the active tab, but not the size and the closing of a popup.
   */
  async #triggerAction(tab: string): Promise<void> {
    try {
      await this.targets.send('Extensions.triggerAction', { id: this.extension.id, targetId: tab });
    } catch (error) {
      if (!(error instanceof NotNow) || !error.message.includes("wasn't found")) throw error;
      console.warn('This browser cannot open the popup for tests; its page is opened in a tab.');
      await this.targets.send('Target.createTarget', {
        url: `${this.#origin}${this.extension.popupFile}`,
        background: true,
      });
    }
  }

  async waitForSidePanel(): Promise<Surface> {
    const target = await poll('the side panel', async () => {
      const pages = (await this.targets.list()).filter(({ url }) => url.startsWith(this.#origin));
      const page = pages.find(({ url }) => url === `${this.#origin}sidepanel.html`);
      return page ? found(page) : notYet(`there are ${pages.map(({ url }) => url).join(', ') || 'no pages'}`);
    });
    return this.#surface(target, 'sidePanel');
  }

  get popup(): Surface | undefined {
    return this.#popup?.isOpen() ? this.#popup : undefined;
  }

  async closePopup(): Promise<void> {
    await this.popup?.close();
    this.#popup = undefined;
  }

  async openExtensionPage(file: string): Promise<Surface> {
    return this.openTab(`${this.#origin}${file}`);
  }

  /**
   * Something to evaluate in with the extension's rights that runs none of its code: the manifest, shown as a page in a
   * background tab.
   */
  async #withExtensionRights<T>(use: (page: ChromiumSurface) => Promise<T>): Promise<T> {
    const { targetId } = await this.targets.send('Target.createTarget', {
      url: `${this.#origin}manifest.json`,
      background: true,
    });
    const page = await poll('the manifest to open', async () => {
      const target = (await this.#pages('tab')).find((candidate) => candidate.targetId === targetId);
      return target ? found(await this.#surface(target, 'tab')) : notYet('it is not there');
    });
    try {
      return await use(page);
    } finally {
      await page.close();
    }
  }

  /** Evaluates with the extension's rights, as soon as the page has them. */
  async #evaluate<T>(expression: string): Promise<T> {
    return this.#withExtensionRights((page) =>
      poll("the extension's rights", async () =>
        (await page.evaluate<boolean>("typeof chrome?.storage?.local === 'object'"))
          ? found(await page.evaluate<T>(expression))
          : notYet('the page is loading'),
      ),
    );
  }

  async stored(area: StorageArea): Promise<Record<string, unknown>> {
    return this.#evaluate(`chrome.storage.${area}.get()`);
  }

  async #backgrounds(): Promise<TargetInfo[]> {
    return (await this.targets.list()).filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(this.#origin),
    );
  }

  async inBackground<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const worker = await this.#worker();
    return worker.evaluate<Result>(`(${run})(${JSON.stringify(argument)})`);
  }

  async worlds(tab: Surface): Promise<World[]> {
    for (const page of this.context.pages()) {
      if ((await this.#targetOf(page)) === tab.id) return extensionWorlds(page, this.extensionId);
    }
    throw new ClosedError('The tab was closed.');
  }

  async #worker(): Promise<Worker> {
    if ((await this.#backgrounds()).length === 0) {
      await this.#evaluate("navigator.serviceWorker.ready.then((it) => it.active.postMessage('wake'))");
    }
    return poll('the background', async () => {
      const [target] = await this.#backgrounds();
      const worker = this.context.serviceWorkers().find((one) => one.url().startsWith(this.#origin));
      return target && worker ? found(worker) : notYet('it sleeps');
    });
  }

  /**
   * Headless Chromium has no shortcuts, so the browser's event is sent to the background as the browser does after the
   * keys; from there on everything is real.
   */
  async useShortcut(_over: Surface, command: string): Promise<void> {
    const worker = await this.#worker();
    await worker.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
  }

  async updateExtension(): Promise<void> {
    await this.#whenReloaded(reload(this.context, this.extension.id));
  }

  async allowPrivateWindows(): Promise<void> {
    await this.#whenReloaded(allowPrivateWindows(this.context, this.extension.id));
  }

  /** A browser that is asked for the popup while it takes the extension anew may crash. */
  async #whenReloaded(act: Promise<void>): Promise<void> {
    const before = new Set((await this.#backgrounds()).map(({ targetId }) => targetId));
    await act;
    await poll('the extension to be loaded anew', async () =>
      (await this.#backgrounds()).some(({ targetId }) => !before.has(targetId))
        ? found(undefined)
        : notYet('it was not'),
    );
  }

  /** Nothing in the tested journeys makes Chromium ask. */
  async allowAsked(): Promise<void> {}

  async revokeSites(): Promise<void> {
    await setSites(this.context, this.extension.id, false);
  }

  /** Headless Chromium draws its question outside of all pages, where nothing can press: its settings do the same. */
  async allowSites(): Promise<void> {
    await setSites(this.context, this.extension.id, true);
  }

  async clipboard(over: Surface): Promise<string> {
    const { origin } = new URL(await over.address());
    await this.context.grantPermissions(['clipboard-read'], { origin });
    return over.evaluate<string>('navigator.clipboard.readText()');
  }

  /**
   * Told by the browser's own events: a message may start the background anew at once, under the same target, so that a
   * look at what runs can miss that it was gone.
   */
  async killBackground(): Promise<void> {
    await this.#withExtensionRights(async (page) => {
      const runs = new Map<string, boolean>();
      const stopped = new Set<string>();
      page.onEvent('ServiceWorker.workerVersionUpdated', (update) => {
        for (const { versionId, runningStatus } of update.versions) {
          if (runningStatus === 'stopped' && runs.get(versionId)) stopped.add(versionId);
          runs.set(versionId, runningStatus !== 'stopped');
        }
      });
      await page.send('ServiceWorker.enable');
      const versions = await poll('the browser to name the background', async () =>
        runs.size > 0 ? found([...runs].filter(([, isRunning]) => isRunning)) : notYet('it has not yet'),
      );
      if (versions.length === 0) return;
      await page.send('ServiceWorker.stopAllWorkers');
      await poll('the background to stop', async () =>
        versions.every(([versionId]) => stopped.has(versionId)) ? found(undefined) : notYet('it runs'),
      );
    });
  }

  async stop(): Promise<void> {
    await this.context.close();
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** For what only Playwright's own view of a browser can do. */
export function asChromium(session: Session): ChromiumSession {
  if (session instanceof ChromiumSession) return session;
  throw new Error('This needs Chromium.');
}
