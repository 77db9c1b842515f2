/**
 * The portal's frame: top bar, breadcrumb, the blade of the current route, the context pane, toasts and questions.
 * Everything visible is drawn by Knockout in the top document (facts/entra.md §1.2, §1.3).
 */
import * as ko from 'knockout';
import type { PortalSettings } from '../contract';
import type { Blade, Crumb } from './blade';
import { bladeFor } from './blades';
import { copyText } from './copy';
import { bindPopup, closeDropDown } from './drop-down';
import { bladeFrame, paneFrame } from './frames';
import { prewarmedFrame } from './react-frame';
import { parseRoute } from './route';
import { shellTemplate } from './shell-template';

export interface Toast {
  title: string;
  text: string;
}

export interface Question {
  title: string;
  text: string;
  onYes: () => void | Promise<void>;
}

const TOAST_MS = 6000;

export class Shell {
  readonly settings: PortalSettings;
  readonly t: PortalSettings['labels'];
  readonly crumbs = ko.observableArray<Crumb>([]);
  readonly toasts = ko.observableArray<Toast>([]);
  readonly question = ko.observable<Question>();
  readonly brand: string;
  readonly accountTitle: string;
  readonly directoryText: string;
  private blade: Blade | undefined;
  private pane: Blade | undefined;
  /** Where the focus goes back to when the pane closes. */
  private paneOpener: Element | null = null;
  /** Counts route changes, so that a late answer never draws over a newer blade. */
  private visit = 0;

  constructor(settings: PortalSettings) {
    this.settings = settings;
    this.t = settings.labels;
    const { directory, user } = settings;
    this.brand = settings.shell === 'entra' ? 'Microsoft Entra admin center' : 'Microsoft Azure';
    // facts/entra.md §7: `CONTOSO (CONTOSO.ONMICROSOFT.COM)`; public code reads the account's title, a line a property.
    this.directoryText = `${directory.name} (${directory.domain})`.toUpperCase();
    this.accountTitle = [
      `${this.t.accountName}: ${user.displayName}`,
      `${this.t.accountEmail}: ${user.upn}`,
      `${this.t.accountDirectory}: ${directory.name} (${directory.domain})`,
    ].join('\n');
  }

  start(container: HTMLElement): void {
    container.innerHTML = shellTemplate(this.settings.shell);
    ko.applyBindings(this, container);
    bindPopup(layer('fxs-popups'));
    window.addEventListener('hashchange', () => void this.show());
    void this.show();
    const { rebuildEveryMs } = this.settings.options;
    if (rebuildEveryMs > 0) setInterval(() => this.rebuild(), rebuildEveryMs);
    this.prewarmFrames();
  }

  go(href: string): void {
    location.hash = href;
  }

  openPane(pane: Blade): void {
    this.paneOpener = document.activeElement;
    this.pane = pane;
    this.drawPane();
    layer('fxs-contextpane-host').querySelector<HTMLElement>('input')?.focus();
  }

  readonly closePane = () => {
    this.pane = undefined;
    this.drawPane();
    if (this.paneOpener instanceof HTMLElement) this.paneOpener.focus();
    this.paneOpener = null;
  };

  toast(title: string, text: string): void {
    const toast: Toast = { title, text };
    this.toasts.push(toast);
    setTimeout(() => this.dismissToast(toast), TOAST_MS);
  }

  readonly dismissToast = (toast: Toast) => {
    this.toasts.remove(toast);
  };

  ask(question: Question): void {
    this.question(question);
    document.querySelector<HTMLElement>('.fxs-messagebox [role=button]')?.focus();
  }

  readonly answerYes = () => {
    const question = this.question();
    this.question(undefined);
    void question?.onYes();
  };

  readonly answerNo = () => {
    this.question(undefined);
  };

  /** Copies a value; the control's own title says so. */
  async copy(text: string, control: HTMLElement): Promise<void> {
    if (!(await copyText(text, this.settings.options.copyMake))) return;
    control.title = this.t.copied;
    setTimeout(() => {
      control.title = this.t.copyToClipboard;
    }, 2000);
  }

  /** Draws the blade of the route; what was fetched for the one before (a fresh secret above all) is gone. */
  async show(): Promise<void> {
    this.visit += 1;
    const visit = this.visit;
    closeDropDown();
    this.closePane();
    this.question(undefined);
    this.blade = undefined;
    this.drawBlade();
    const blade = bladeFor(this, parseRoute(location.hash));
    await delay(this.settings.options.renderDelayMs);
    await blade.load();
    if (visit !== this.visit) return;
    this.blade = blade;
    this.crumbs(blade.crumbs());
    document.title = `${blade.title()} - ${this.brand}`;
    this.drawBlade();
  }

  /** Tears the drawn DOM down and draws the same view models anew. */
  private rebuild(): void {
    if (!this.blade?.isFramed) this.drawBlade();
    this.drawPane();
  }

  private drawBlade(): void {
    draw(layer('fxs-blade-host'), this.blade, bladeFrame);
  }

  private drawPane(): void {
    draw(layer('fxs-contextpane-host'), this.pane, paneFrame);
  }

  /** The portal keeps hidden frames of React blades ready (facts/entra.md §1.2). */
  private prewarmFrames(): void {
    const { reactFrame, options } = this.settings;
    if (!reactFrame) return;
    const count = options.rendering === 'fluent' ? 2 : 1;
    for (let number = 0; number < count; number += 1) document.body.append(prewarmedFrame(reactFrame));
  }
}

function draw(host: HTMLElement, blade: Blade | undefined, frame: (content: string) => string): void {
  for (const child of [...host.children]) ko.removeNode(child);
  if (!blade) return;
  host.innerHTML = frame(blade.template);
  for (const child of [...host.children]) ko.applyBindings(blade, child);
}

function layer(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the shell has no #${id}`);
  return element;
}

function delay(milliseconds: number): Promise<void> {
  return milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();
}
