/** Scripts that Firefox loads beside each page and into each process, as text. */

/**
 * Evaluates in a page's world, or the extension's world beside it, with the debugger's interface, which no policy of the
 * page forbids. What comes of it is written down out here: the page may have its own idea of JSON. The interface is fetched
 * at the first use, so never in the browser's own process: there it can take the place of the one by which BiDi knows a
 * promise, and no answer is waited for any more. Each script keeps its own: both may live in one global.
 */
const EVALUATE = `
  let debug, Reference;
  const evaluate = async (global, expression, url) => {
    const answer = { value: '', thrown: '' };
    try {
      if (!debug) {
        ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs').addDebuggerToGlobal(globalThis);
        debug = new Debugger();
        Reference = Debugger.Object;
      }
      const world = debug.makeGlobalObjectReference(global);
      const inWords = (error) => world.executeInGlobalWithBindings(
        "error instanceof Error ? error.stack.includes(error.message) ? error.stack : error + '\\n' + error.stack : String(error)",
        { error },
      )?.return ?? 'something was thrown';
      const done = world.executeInGlobal(expression, { url });
      if (done === null) answer.thrown = 'the page was stopped';
      else if ('throw' in done) answer.thrown = inWords(done.throw);
      else {
        let value = done.return;
        if (value?.isPromise) {
          await value.unsafeDereference().then(() => {}, () => {});
          if (value.promiseState === 'rejected') answer.thrown = inWords(value.promiseReason);
          value = value.promiseState === 'fulfilled' ? value.promiseValue : undefined;
        }
        const isObject = value instanceof Reference;
        answer.value = JSON.stringify(isObject ? Cu.waiveXrays(value.unsafeDereference()) : value) ?? '';
      }
    } catch (error) {
      answer.thrown = String(error);
    }
    return answer;
  };`;

export const IN_FRAME = `${EVALUATE}
  addMessageListener('courier:settle', ({ data: { request } }) => {
    const frame = (then) => content.requestAnimationFrame(then);
    frame(() => frame(() => sendAsyncMessage('courier:answer', { request, value: '', thrown: '' })));
  });
  addMessageListener('courier:openRoots', ({ data: { request } }) => {
    for (const host of content.document.querySelectorAll('sso-courier')) {
      const value = Cu.waiveXrays(host.openOrClosedShadowRoot);
      Object.defineProperty(Cu.waiveXrays(host), 'shadowRoot', { value, configurable: true });
    }
    sendAsyncMessage('courier:answer', { request, value: '', thrown: '' });
  });
  addMessageListener('courier:evaluate', async ({ data: { request, expression } }) => {
    sendAsyncMessage('courier:answer', { request, ...(await evaluate(content, expression, content.location.href)) });
  });`;

/** What pages and the extension write to their consoles; and the extension's worlds, in whichever process a frame lives. */
export const IN_PROCESS = `${EVALUATE}
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const system = Services.scriptSecurityManager.getSystemPrincipal();
  storage.addLogEventListener((subject) => {
    const { arguments: said, level, filename, innerID } = subject.wrappedJSObject;
    const page = WindowGlobalChild.getByInnerWindowId(innerID)?.contentWindow?.location.href;
    const text = said.map((each) => { try { return String(each); } catch { return 'an object'; } }).join(' ');
    Services.cpmm.sendAsyncMessage('courier:console', { level, text, source: page ?? filename });
  }, system);
  const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  Services.cpmm.addMessageListener('courier:inWorld', async ({ data: { request, addonId, document, expression } }) => {
    const window = WindowGlobalChild.getByInnerWindowId(document)?.contentWindow;
    if (!window) return;
    const world = ExtensionContent.getContextByExtensionId(addonId, window)?.sandbox;
    const answer = world ? await evaluate(world, expression, window.location.href) : { noWorld: true };
    Services.cpmm.sendAsyncMessage('courier:answer', { request, ...answer });
  });`;
