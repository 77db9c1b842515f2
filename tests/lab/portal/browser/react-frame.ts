/**
 * Frames of React blades: cross-origin documents that draw a blade's content while the shell keeps title, menu, command
 * bar and breadcrumb (facts/entra.md §1.2). The shell alone knows the route and tells the frame by message.
 */
import * as ko from 'knockout';
import type { FrameMessage, ReactViewName, ShowView } from '../contract';
import type { Shell } from './shell';

/** As seen in 2023 (facts/entra.md §1.4): no `clipboard-write`, so the async clipboard is blocked inside. */
const SANDBOX = 'allow-same-origin allow-scripts allow-popups allow-modals allow-forms allow-downloads';
const ALLOW = 'microphone *; encrypted-media *;clipboard-read;';

/** A hidden frame that the portal keeps ready, with nothing in it yet. */
export function prewarmedFrame(address: string): HTMLIFrameElement {
  const frame = partFrame(address, 'AppList.ReactView', 'fxs-part-frame fxs-extension-frame');
  frame.hidden = true;
  return frame;
}

function partFrame(address: string, name: string, className: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = className;
  frame.name = name;
  frame.setAttribute('role', 'presentation');
  frame.setAttribute('sandbox', SANDBOX);
  frame.setAttribute('allow', ALLOW);
  frame.src = address;
  return frame;
}

/** A blade's content in a frame: created when the blade is drawn, gone with everything in it when the blade is left. */
export class ReactFrame {
  private readonly shell: Shell;
  private readonly view: ReactViewName;
  private readonly clientId: string;
  private readonly address: string;
  private frame: HTMLIFrameElement | undefined;
  private isReady = false;

  constructor(shell: Shell, view: ReactViewName, clientId: string) {
    if (!shell.settings.reactFrame) throw new Error('this cloud has no frames of React blades');
    this.shell = shell;
    this.view = view;
    this.clientId = clientId;
    this.address = `${shell.settings.reactFrame}&reactView=true`;
  }

  attach(host: HTMLElement): void {
    this.isReady = false;
    this.frame = partFrame(
      this.address,
      `${this.view}.ReactView`,
      'fxs-part-frame fxs-portal-bg-txt-br fxs-reactview-frame-active',
    );
    window.addEventListener('message', this.hear);
    host.append(this.frame);
  }

  detach(): void {
    window.removeEventListener('message', this.hear);
    this.frame?.remove();
    this.frame = undefined;
  }

  /** Lets the frame fetch anew what it shows. */
  refresh(): void {
    if (this.isReady) this.show();
  }

  private show(): void {
    const message: ShowView = {
      kind: 'show',
      view: this.view,
      clientId: this.clientId,
      settings: this.shell.settings,
    };
    this.frame?.contentWindow?.postMessage(message, new URL(this.address).origin);
  }

  private readonly hear = (event: MessageEvent<FrameMessage>) => {
    if (!this.frame || event.source !== this.frame.contentWindow) return;
    const message = event.data;
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.show();
        break;
      case 'navigate':
        this.shell.go(message.href);
        break;
      case 'toast':
        this.shell.toast(message.title, message.text);
        break;
    }
  };
}

/** Binding of the element that holds a {@link ReactFrame}. */
export function defineReactView(): void {
  ko.bindingHandlers.reactView = {
    init: (host: HTMLElement, accessor: () => ReactFrame) => {
      const frame = accessor();
      frame.attach(host);
      ko.utils.domNodeDisposal.addDisposeCallback(host, () => frame.detach());
      return { controlsDescendantBindings: true };
    },
  };
}

/** Markup of that element. */
export const reactViewTemplate =
  '<div class="fxs-reactview-host" data-bind="reactView: $root.reactFrame"></div>';
