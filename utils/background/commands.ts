/**
 * Keyboard shortcuts (`commands` of the manifest). A browser command is the admin's own act (TRUST §1.4): it stands for a
 * press of the control that the page in front shows, and is checked there as a key on that control is.
 */
import browser, { type Scripting, type Tabs } from 'webextension-polyfill';
import type { PageCommand } from '../page/command';
import { fillForm } from './fill-handlers';

/** Starts to listen. Called once, synchronously, at the start of the background. */
export function watchCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'capture' || name === 'fill') void carryOut(name, tab);
  });
}

/** Carries out a command; where the page has nothing for it, the popup says what comes next. */
export async function carryOut(command: PageCommand, tab: Tabs.Tab | undefined): Promise<void> {
  const front = tab ?? (await activeTab());
  if (front?.id !== undefined && (await pressInPage(front.id, command))) return;
  // Held values can be filled from anywhere, as with the popup's button.
  if (command === 'fill' && (await fillForm('ask')).kind === 'filled') return;
  await browser.action.openPopup().catch(() => undefined);
}

async function activeTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

type Found = { documentId?: string; result?: unknown };

/** @returns whether a control was pressed, or the focus is on the first of several to choose from */
async function pressInPage(tabId: number, command: PageCommand): Promise<boolean> {
  const counts = await ask({ tabId, allFrames: true }, command, 'count');
  const offering = counts.filter(({ result }) => typeof result === 'number' && result > 0);
  const [only, ...others] = offering;
  if (!only?.documentId || others.length > 0) return false;
  const [answer] = await ask({ tabId, documentIds: [only.documentId] }, command, 'press');
  return answer?.result === 1 || only.result !== 1;
}

/** An injected call into the documents' isolated worlds; a page that is none of ours cannot be called. */
async function ask(
  target: { tabId: number; allFrames?: boolean; documentIds?: string[] },
  command: PageCommand,
  how: 'count' | 'press',
): Promise<Found[]> {
  const injection = {
    target,
    // Runs in the page: it must not refer to anything outside itself.
    func: (wanted: PageCommand, way: 'count' | 'press') => globalThis.ssoCourierCommand?.(wanted, way) ?? 0,
    args: [command, how],
    injectImmediately: true,
  };
  try {
    return await browser.scripting.executeScript(injection as Scripting.ScriptInjection);
  } catch {
    return [];
  }
}
