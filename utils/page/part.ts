/**
 * A content script is a gate: it decides whether the page is ours, and does nothing else. The part that works on the
 * page is a script of its own, which the background puts into this one document when the gate asks for it. The part
 * only offers a function, in the extension's isolated world; the gate calls it. So putting it in twice is harmless, and
 * one that lands in another document starts nothing there.
 */
import type { openPortalPage } from '../entra/portal-page';
import type { PartReason } from '../messages/answers';
import type { watchSigninPage } from '../signin/watch';
import type { watchConsole } from '../vendors/console/watch';
import type { Ask } from './ask';
import { removeHosts } from './leftovers';

export interface Parts {
  portal: typeof openPortalPage;
  vendor: typeof watchConsole;
  signin: typeof watchSigninPage;
}

interface World {
  ssoCourierParts?: Partial<Parts>;
}

/**
 * Called by a part's script. The first part in a world takes away what an earlier release has drawn into the document:
 * after an update Firefox cuts the old content scripts off, puts the new ones into open pages, and leaves what was drawn.
 * Chromium puts none into them, and is spared the search through the whole page. Safari, which was never run, is not.
 */
export function offerPart<Name extends keyof Parts>(name: Name, part: Parts[Name]): void {
  const world = globalThis as World;
  const isChromium = import.meta.env.BROWSER === 'chrome' || import.meta.env.BROWSER === 'edge';
  if (!isChromium && world.ssoCourierParts === undefined) removeHosts(document);
  world.ssoCourierParts = { ...world.ssoCourierParts, [name]: part };
}

/**
 * The part, from the background where it is not there yet; `notNeeded` where the background sees no reason for it, or
 * may not put it into this page. `undefined`: the page is none of ours, or the background could not be asked.
 */
export async function bringPart<Name extends keyof Parts>(
  name: Name,
  ask: Ask,
  because: PartReason,
): Promise<Parts[Name] | 'notNeeded' | undefined> {
  const offered = () => (globalThis as World).ssoCourierParts?.[name];
  if (offered()) return offered();
  const answer = await ask('bringPart', { because });
  return answer && (offered() ?? 'notNeeded');
}
