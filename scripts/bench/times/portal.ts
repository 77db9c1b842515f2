/** A secret's row to its button, and a press to the value that is held. By the clocks of the pages themselves. */
import type { Admin } from '../../../tests/e2e/harness/admin';
import { appPage, type Carried } from '../../../tests/e2e/harness/connected';
import * as journey from '../../../tests/e2e/harness/journey';
import { found, notYet, poll } from '../../../tests/e2e/harness/poll';
import type { Surface } from '../../../tests/e2e/harness/surface';

/** The observer runs in the page's world: it sees our hosts come, and nothing of what is in them. */
const WATCH_ROWS = `
  globalThis.rowToButton = [];
  globalThis.rowToFrame = [];
  const since = new WeakMap();
  new MutationObserver((records) => {
    const now = performance.now();
    for (const { addedNodes } of records) for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      for (const row of [node, ...node.querySelectorAll('[role=row]')]) {
        if (!row.matches('[role=row]') || since.has(row)) continue;
        since.set(row, now);
        requestAnimationFrame(() => globalThis.rowToFrame.push(performance.now() - now));
      }
      const host = node.localName === 'sso-courier' ? node : node.querySelector('sso-courier');
      const row = host?.parentElement?.closest('[role=row]');
      if (row && since.get(row) > 0) {
        globalThis.rowToButton.push(now - since.get(row));
        since.set(row, 0);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  void 0`;

export interface RowTimes {
  readonly rowToButton: readonly number[];
  /** From a row to the browser's next frame, before which nothing of it is seen. */
  readonly rowToFrame: readonly number[];
}

export async function addSecrets(admin: Admin, portal: Surface, rounds: number): Promise<RowTimes> {
  await portal.evaluate(WATCH_ROWS);
  for (let round = 1; round <= rounds; round += 1) {
    const description = `round ${round}.`;
    await journey.addSecret(admin, portal, { description, expires: '90 days (3 months)' });
    await admin.waitFor(portal, {
      role: 'button',
      name: 'Copy secret value to Kandji',
      within: journey.secretRow(description),
    });
  }
  return {
    rowToButton: await portal.evaluate('rowToButton'),
    rowToFrame: await portal.evaluate('rowToFrame'),
  };
}

const WATCH_PRESSES = `
  globalThis.presses = [];
  addEventListener('pointerup', ({ target, timeStamp }) => {
    if (target.localName === 'sso-courier') globalThis.presses.push(performance.timeOrigin + timeStamp);
  }, true);
  void 0`;

/** In a page with the extension's rights, which hears of each change of what is held. */
const WATCH_HELD = `
  globalThis.held = [];
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes.session) globalThis.held.push(performance.timeOrigin + performance.now());
  });
  void 0`;

/** @param rights a page of the extension that runs none of its code */
export async function holdValues(
  admin: Admin,
  { app, portal }: Pick<Carried, 'app' | 'portal'>,
  rights: Surface,
  rounds: number,
): Promise<readonly number[]> {
  await portal.goto(appPage(app, 'Overview'));
  await rights.evaluate(WATCH_HELD);
  await portal.evaluate(WATCH_PRESSES);
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await journey.copyClientId(admin, portal);
    const pressed = await portal.evaluate<number>('presses.at(-1)');
    const at = await poll('the value to be held', async () => {
      const first = await rights.evaluate<number | null>(`held.find((at) => at > ${pressed}) ?? null`);
      return first === null ? notYet('nothing has changed') : found(first);
    });
    times.push(at - pressed);
  }
  return times;
}
