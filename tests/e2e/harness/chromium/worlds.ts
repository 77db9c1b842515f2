/** The extension's isolated worlds in a Chromium page and its frames, by the DevTools protocol. */
import type { BrowserContext, CDPSession, Frame, Page } from '@playwright/test';
import type { World } from '../session';

/** @returns one entry for every frame in which the extension has a world; frames without are left out */
export async function extensionWorlds(page: Page, extensionId: string): Promise<World[]> {
  const worlds: World[] = [];
  for (const frame of page.frames()) {
    // A frame without a process of its own is seen by the page's session.
    const own = await sessionOf(page.context(), frame);
    if (own) worlds.push(...(await worldsOf(own, frame.url(), extensionId)));
  }
  return worlds;
}

async function sessionOf(context: BrowserContext, frame: Frame): Promise<CDPSession | undefined> {
  if (!frame.parentFrame()) return context.newCDPSession(frame.page());
  return context.newCDPSession(frame).catch(() => undefined);
}

async function worldsOf(session: CDPSession, frame: string, extensionId: string): Promise<World[]> {
  const ids: { id: number; frameId: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin !== `chrome-extension://${extensionId}`) return;
    ids.push({ id: context.id, frameId: String(context.auxData?.frameId) });
  });
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const names = namesOf(frameTree);
  return ids.map(({ id, frameId }) => ({
    frame: names.get(frameId) ?? frame,
    async evaluate<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: id,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    },
  }));
}

interface Tree {
  frame: { id: string; url: string };
  childFrames?: Tree[];
}
function namesOf({ frame, childFrames = [] }: Tree): Map<string, string> {
  return new Map([[frame.id, frame.url], ...childFrames.flatMap((child) => [...namesOf(child)])]);
}
