/** Runs in Firefox's own window: scripts in pages, whichever process they live in, and what they say to their consoles. */
import type { Base } from './base';
import type { FrameMessages, Gecko, ScriptMessage, XulBrowser } from './gecko';
import type { Windows } from './windows';

export interface Evaluated {
  /** JSON, or '' for nothing. */
  readonly value: string;
  /** What was thrown; '' if nothing was. */
  readonly thrown: string;
}

/** `noWorld`: the extension has none in that document. */
type Answered = Evaluated & { request: number; noWorld?: true };

export type Pages = ReturnType<typeof pages>;

export function pages(courier: Base & Windows, { Services, Ci, WindowGlobalParent }: Gecko) {
  const DRAWN_WITHIN_MS = 250;
  const prepared = new WeakSet<FrameMessages>();
  const waiting = new Map<number, (answer: Answered) => void>();
  let requests = 0;

  const settleAnswer = ({ data }: { data: Answered }) => {
    waiting.get(data.request)?.(data);
    waiting.delete(data.request);
  };

  const prepare = (messages: FrameMessages) => {
    if (prepared.has(messages)) return;
    prepared.add(messages);
    messages.addMessageListener('courier:answer', settleAnswer);
    messages.loadFrameScript(courier.inFrame, false);
  };

  const keep = (level: string, text: string, source: string) => {
    // Firefox's own remark where a page of the extension was closed before its message was answered: nobody is left to hear it.
    if (text.startsWith('Promise rejected after context unloaded')) return;
    if (/^(https?|moz-extension):/.test(source)) courier.report({ kind: 'console', level, text, source });
  };

  const askFrame = (browser: XulBrowser, name: string, expression: string): Promise<Evaluated> => {
    const messages = browser.messageManager;
    if (messages === null) throw courier.failure('NotNow', 'it is between two processes');
    prepare(messages);
    requests += 1;
    const request = requests;
    const { promise, resolve } = Promise.withResolvers<Evaluated>();
    waiting.set(request, resolve);
    messages.sendAsyncMessage(name, { request, expression });
    return promise;
  };

  /** In the page's own world, as its console would: nothing of the page can forbid it. */
  const evaluateIn = (browser: XulBrowser, expression: string) =>
    askFrame(browser, 'courier:evaluate', expression);

  return {
    evaluateIn,

    evaluate: (id: number, expression: string) => evaluateIn(courier.browserOf(id), expression),

    /** The documents of a tab and of its frames, with the addresses that the browser has for them. */
    documents(id: number): { document: number; address: string }[] {
      const top = courier.browserOf(id).browsingContext;
      return (top?.getAllBrowsingContextsInSubtree() ?? []).flatMap(({ currentWindowGlobal: global }) =>
        global ? [{ document: global.innerWindowId, address: global.documentURI?.spec ?? '' }] : [],
      );
    },

    /** In the extension's world in one document. Only the process that the document lives in answers. */
    inWorld(addonId: string, document: number, expression: string): Promise<Answered> {
      requests += 1;
      const request = requests;
      const { promise, resolve } = Promise.withResolvers<Answered>();
      waiting.set(request, resolve);
      Services.ppmm.broadcastAsyncMessage('courier:inWorld', { request, addonId, document, expression });
      return promise;
    },

    async openRoots(id: number): Promise<void> {
      await askFrame(courier.browserOf(id), 'courier:openRoots', '');
    },

    /**
     * Until the page has drawn what it was given, twice: the accessibility tree of another process follows the drawing. A
     * page that is not drawn, or that goes away, is not waited for.
     */
    async settle(id: number): Promise<void> {
      const browser = courier.browserOf(id);
      if (browser.messageManager === null) return;
      const drawn = askFrame(browser, 'courier:settle', '');
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = browser.ownerDocument.defaultView.setTimeout(resolve, DRAWN_WITHIN_MS);
      await Promise.race([drawn, promise]);
      browser.ownerDocument.defaultView.clearTimeout(timer);
    },

    listenToConsoles(): void {
      Services.console.registerListener({
        observe(message: ScriptMessage) {
          try {
            message.QueryInterface(Ci.nsIScriptError);
          } catch {
            return;
          }
          const isWarning = ((message.flags ?? 0) & (Ci.nsIScriptError?.warningFlag ?? 0)) !== 0;
          const page = WindowGlobalParent.getByInnerWindowId(message.innerWindowID ?? 0)?.documentURI;
          const source = page?.spec ?? message.sourceName ?? '';
          keep(isWarning ? 'warning' : 'error', message.errorMessage ?? '', source);
        },
      });
      Services.ppmm.addMessageListener(
        'courier:console',
        ({ data }: { data: { level: string; text: string; source: string } }) =>
          keep(data.level, data.text, data.source),
      );
      Services.ppmm.addMessageListener('courier:answer', settleAnswer);
      Services.ppmm.loadProcessScript(courier.inProcess, true);
    },

    listenToClosing(): void {
      Services.obs.addObserver((subject: never, _topic: string, why: string) => {
        const context: { parent: unknown; browserId: number } = subject;
        if (context.parent === null && why !== 'replace') {
          courier.report({ kind: 'closed', id: context.browserId });
        }
      }, 'browsing-context-discarded');
    },
  };
}
