/** Scripts that Firefox loads beside each page and into each process, as text. */

/** Evaluates in the page with the debugger's interface, which no policy of the page forbids. */
export const IN_FRAME = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
  addDebuggerToGlobal(globalThis);
  const debug = new Debugger();
  addMessageListener('courier:settle', ({ data: { request } }) => {
    const frame = (then) => content.requestAnimationFrame(then);
    frame(() => frame(() => sendAsyncMessage('courier:answer', { request, value: '', thrown: '' })));
  });
  addMessageListener('courier:evaluate', async ({ data: { request, expression } }) => {
    const answer = { request, value: '', thrown: '' };
    try {
      const page = debug.makeGlobalObjectReference(content);
      const inWords = (error) => page.executeInGlobalWithBindings(
        "error instanceof Error ? error.stack.includes(error.message) ? error.stack : error + '\\\\n' + error.stack : String(error)",
        { error },
      )?.return ?? 'something was thrown';
      const done = page.executeInGlobal(expression, { url: content.location.href });
      if (done === null) answer.thrown = 'the page was stopped';
      else if ('throw' in done) answer.thrown = inWords(done.throw);
      else {
        let value = done.return;
        if (value?.isPromise) {
          await value.unsafeDereference().then(() => {}, () => {});
          if (value.promiseState === 'rejected') answer.thrown = inWords(value.promiseReason);
          value = value.promiseState === 'fulfilled' ? value.promiseValue : undefined;
        }
        const json = page.executeInGlobalWithBindings('JSON.stringify(value)', { value });
        answer.value = typeof json?.return === 'string' ? json.return : '';
      }
    } catch (error) {
      answer.thrown = String(error);
    }
    sendAsyncMessage('courier:answer', answer);
  });`;

/** What pages and the extension write to their consoles. */
export const IN_PROCESS = `
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const system = Services.scriptSecurityManager.getSystemPrincipal();
  storage.addLogEventListener((subject) => {
    const { arguments: said, level, filename, innerID } = subject.wrappedJSObject;
    const page = WindowGlobalChild.getByInnerWindowId(innerID)?.contentWindow?.location.href;
    const text = said.map((each) => { try { return String(each); } catch { return 'an object'; } }).join(' ');
    Services.cpmm.sendAsyncMessage('courier:console', { level, text, source: page ?? filename });
  }, system);`;
