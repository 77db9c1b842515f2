/** A Chromium page that the administrator can use: found by accessibility tree, pressed with the browser's own input. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessibleNode } from '../accessible';
import type { KeyStroke, Modifier } from '../keys';
import { found, NotNow, notYet, poll } from '../poll';
import { ClosedError, type FocusSeen, type Place, type Point, type Surface } from '../surface';
import type { TargetSession, Targets } from './cdp';
import { type Handle, readTree } from './tree';

const MODIFIER_BITS: Readonly<Record<Modifier, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** macOS knows these from its menus, which a headless browser does not have. */
const MAC_COMMANDS: Readonly<Record<string, string>> = {
  a: 'selectAll',
  c: 'copy',
  v: 'paste',
  x: 'cut',
  z: 'undo',
};

/** One for all questions: without a name each gets a world of its own, which stays as long as the frame (150 KiB and more). */
const WORLD = 'SSO Courier tests';

/** Runs in an isolated world: what does a press at this element's middle reach? `''` = the element itself. */
const WHAT_IS_ON_TOP = `function () {
  const element = this.nodeType === Node.ELEMENT_NODE ? this : this.parentElement;
  const box = element.getBoundingClientRect();
  const rects = [...element.getClientRects()];
  const rect = rects.find((one) => one.width > 0 && one.height > 0) ?? box;
  const top = element.getRootNode().elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
  if (top === null) return 'the edge of the page';
  const label = top.closest('label');
  if (element.contains(top) || (label !== null && label.control === element)) return '';
  const words = (top.getAttribute('aria-label') ?? top.textContent ?? '').trim().slice(0, 60);
  return '<' + top.localName + '> “' + words + '”';
}`;

/** Runs in an isolated world: right edge of the element around a text; empty for an element. */
const SEEN_UNTIL = `function () {
  return this.nodeType === Node.TEXT_NODE ? String(this.parentElement.getBoundingClientRect().right) : '';
}`;

/** Runs in an isolated world: a ring of its own or around the label that stands for it, inside the viewport. */
const FOCUS_SEEN = `function () {
  const isOurs = location.protocol === 'chrome-extension:' || this.getRootNode().host?.localName === 'sso-courier';
  const hasRing = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const shown = this.closest('label') ?? this;
  const { top, bottom, left, right } = shown.getBoundingClientRect();
  const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return JSON.stringify({ isOurs, isSeen: isInside && (hasRing(this) || hasRing(shown)) });
}`;

/** As far as it is read of what the protocol tells of a node. */
interface DomNode {
  readonly localName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** Our hosts in a document, each with its root. */
function closedRootsIn(node: DomNode): [host: DomNode, root: DomNode][] {
  const [root] = node.shadowRoots ?? [];
  const own: [DomNode, DomNode][] = node.localName === 'sso-courier' && root ? [[node, root]] : [];
  return [...own, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedRootsIn)];
}

export class ChromiumSurface implements Surface {
  #handles = new WeakMap<AccessibleNode, Handle>();

  constructor(
    readonly kind: Surface['kind'],
    private readonly targets: Targets,
    private readonly session: TargetSession,
  ) {}

  /** The protocol itself, for what only the harness needs. */
  get send(): TargetSession['send'] {
    return this.session.send;
  }

  onEvent: TargetSession['onEvent'] = (method, listener) => this.session.onEvent(method, listener);

  get id(): string {
    return this.session.targetId;
  }

  isOpen(): boolean {
    return this.session.isOpen;
  }

  #assertOpen(): void {
    if (!this.isOpen()) throw new ClosedError(`This ${this.kind} was closed.`);
  }

  async address(): Promise<string> {
    this.#assertOpen();
    return (await this.session.send('Target.getTargetInfo')).targetInfo.url;
  }

  async nodes(): Promise<AccessibleNode[]> {
    this.#assertOpen();
    const tree = await readTree(this.targets, this.session);
    this.#handles = tree.handles;
    return tree.nodes;
  }

  async place(node: AccessibleNode): Promise<Place> {
    const handle = this.#handles.get(node);
    if (handle === undefined)
      throw new NotNow(`${node.role} “${node.name}” is of an earlier look at the page`);
    for (const owner of [...handle.owners].reverse()) {
      await owner.session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: owner.backendNodeId });
    }
    await handle.session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: handle.backendNodeId });
    const middle = await this.#middleOf(handle);
    if (middle === undefined) return { kind: 'noBox' };
    const by = await this.#whatIsOnTop(handle);
    return by === '' ? { kind: 'reachable', point: middle } : { kind: 'covered', by };
  }

  /** Of its first box, in pixels of the top viewport. */
  async #middleOf(handle: Handle): Promise<Point | undefined> {
    const { quads } = await handle.session.send('DOM.getContentQuads', {
      backendNodeId: handle.backendNodeId,
    });
    const boxes = quads.map(([left = 0, top = 0, , , right = 0, bottom = 0]) => ({
      left,
      top,
      right,
      bottom,
    }));
    const box = boxes.find(({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1);
    if (box === undefined) return undefined;
    const right = Math.min(box.right, await this.#seenUntil(handle));
    let x = (box.left + right) / 2;
    let y = (box.top + box.bottom) / 2;
    for (const owner of handle.owners) {
      const { model } = await owner.session.send('DOM.getBoxModel', { backendNodeId: owner.backendNodeId });
      x += model.content[0] ?? 0;
      y += model.content[1] ?? 0;
    }
    return { x, y };
  }

  /** A text is drawn as far as the element around it reaches, which may cut it. */
  async #seenUntil(handle: Handle): Promise<number> {
    return Number(await this.#callOn(handle, SEEN_UNTIL)) || Number.POSITIVE_INFINITY;
  }

  async focusOf(node: AccessibleNode): Promise<FocusSeen> {
    const handle = this.#handles.get(node);
    if (handle === undefined) throw new NotNow('the node is of an earlier look at the page');
    return JSON.parse(await this.#callOn(handle, FOCUS_SEEN)) as FocusSeen;
  }

  #whatIsOnTop(handle: Handle): Promise<string> {
    return this.#callOn(handle, WHAT_IS_ON_TOP);
  }

  /** Calls a function with a node as `this`, in a world that the page does not see. */
  async #callOn({ session, frameId, backendNodeId }: Handle, functionDeclaration: string): Promise<string> {
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId,
      worldName: WORLD,
    });
    const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
    if (object.objectId === undefined) throw new NotNow('the node has gone');
    const { objectId } = object;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      returnByValue: true,
    });
    // Until then the browser keeps the node, and with it all of a dialog that the page has long taken out.
    await session.send('Runtime.releaseObject', { objectId });
    if (exceptionDetails) throw new NotNow(`the node has gone: ${exceptionDetails.text}`);
    return String(result.value);
  }

  async click({ x, y }: Point): Promise<void> {
    this.#assertOpen();
    const button = { x, y, button: 'left', clickCount: 1 } as const;
    // Sent together: between press and release a page that rebuilds itself would swap the control.
    await this.#give([
      this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }),
      this.session.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed', buttons: 1 }),
      this.session.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' }),
    ]);
  }

  async pressDown({ x, y }: Point): Promise<void> {
    await this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    const press = { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 } as const;
    await this.session.send('Input.dispatchMouseEvent', press);
  }

  async letGo({ x, y }: Point): Promise<void> {
    const release = { type: 'mouseReleased', x, y, button: 'left', clickCount: 1 } as const;
    await this.session.send('Input.dispatchMouseEvent', release);
  }

  async press({ key, code, keyCode, text, modifiers }: KeyStroke): Promise<void> {
    this.#assertOpen();
    if (code === '') {
      await this.session.send('Input.insertText', { text });
      return;
    }
    const command = modifiers.includes('Meta') ? MAC_COMMANDS[key] : undefined;
    const stroke = {
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers: modifiers.reduce((bits, modifier) => bits | MODIFIER_BITS[modifier], 0),
    };
    await this.#give([
      this.session.send('Input.dispatchKeyEvent', {
        ...stroke,
        type: text === '' ? 'rawKeyDown' : 'keyDown',
        ...(text === '' ? {} : { text, unmodifiedText: text }),
        ...(command === undefined ? {} : { commands: [command] }),
      }),
      this.session.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyUp' }),
    ]);
  }

  /** Input whose effect may be that the page closes: then there is nobody to answer. */
  async #give(inputs: readonly Promise<unknown>[]): Promise<void> {
    try {
      await Promise.all(inputs);
    } catch (error) {
      if (!(error instanceof NotNow) || this.isOpen()) throw error;
    }
  }

  async bringToFront(): Promise<void> {
    if (this.kind === 'tab' || this.kind === 'privateTab') await this.session.send('Page.bringToFront');
  }

  async goto(address: string): Promise<void> {
    const { errorText } = await this.session.send('Page.navigate', { url: address });
    if (errorText !== undefined) throw new Error(`${address}: ${errorText}`);
    await poll(`${address} to load`, async () => {
      const state = await this.evaluate<string>('document.readyState');
      return state === 'complete' ? found(undefined) : notYet(`the document is ${state}`);
    });
  }

  async evaluate<T>(expression: string): Promise<T> {
    this.#assertOpen();
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async openRoots(): Promise<void> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const [host, shadow] of closedRootsIn(root)) {
      const [onHost, inShadow] = await Promise.all(
        [host, shadow].map(({ backendNodeId }) => this.session.send('DOM.resolveNode', { backendNodeId })),
      );
      await this.session.send('Runtime.callFunctionOn', {
        objectId: onHost?.object.objectId ?? '',
        functionDeclaration:
          "function (root) { Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true }); }",
        arguments: [{ objectId: inShadow?.object.objectId ?? '' }],
      });
    }
  }

  async picture(file: string): Promise<void> {
    const { data } = await this.session.send('Page.captureScreenshot', { format: 'png' });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await this.targets.send('Target.closeTarget', { targetId: this.id }).catch((error: unknown) => {
      // A popup closes by itself once the focus leaves it, maybe just now: whether it is closed is asked below.
      if (!(error instanceof NotNow)) throw error;
    });
    await poll('the page to close', async () => (this.isOpen() ? notYet('it is open') : found(undefined)));
  }
}
