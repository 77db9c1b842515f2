/** How fast it is: a secret's row to its button, and a press on *Fill from Entra* to the filled form. By the page's own clock. */
import { Admin } from '../../tests/e2e/harness/admin';
import { carry, connectionForm } from '../../tests/e2e/harness/connected';
import * as journey from '../../tests/e2e/harness/journey';
import { launch } from '../../tests/e2e/harness/launch';
import type { Surface } from '../../tests/e2e/harness/surface';
import { startLab } from '../../tests/lab/server';

const ROUNDS = 15;

export interface Latency {
  /** Milliseconds, in the order they were measured. */
  readonly rowToButton: readonly number[];
  readonly pressToFilled: readonly number[];
}

/** Both observers run in the page's world: they see our hosts come, and nothing of what is in them. */
const WATCH_ROWS = `
  globalThis.rowToButton = [];
  const since = new WeakMap();
  new MutationObserver((records) => {
    const now = performance.now();
    for (const { addedNodes } of records) for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      for (const row of [node, ...node.querySelectorAll('[role=row]')]) {
        if (row.matches('[role=row]') && !since.has(row)) since.set(row, now);
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

const WATCH_FILLS = `
  globalThis.pressToFilled = [];
  let pressedAt = 0;
  addEventListener('pointerup', (event) => {
    if (event.target.localName === 'sso-courier') pressedAt = event.timeStamp;
  }, true);
  addEventListener('input', (event) => {
    const fields = [...(event.target.form?.elements ?? [])].filter(({ localName }) => localName === 'input');
    if (pressedAt > 0 && fields.every(({ value }) => value !== '')) {
      globalThis.pressToFilled.push(performance.now() - pressedAt);
      pressedAt = 0;
    }
  }, true);
  void 0`;

async function addSecrets(admin: Admin, portal: Surface): Promise<readonly number[]> {
  await portal.evaluate(WATCH_ROWS);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const description = `round ${round}.`;
    await journey.addSecret(admin, portal, { description, expires: '90 days (3 months)' });
    await admin.waitFor(portal, {
      role: 'button',
      name: 'Copy secret value to Kandji',
      within: journey.secretRow(description),
    });
  }
  return portal.evaluate('rowToButton');
}

async function fillForms(admin: Admin, vendor: Surface): Promise<readonly number[]> {
  await vendor.evaluate(WATCH_FILLS);
  for (let round = 1; ; round += 1) {
    await journey.fillFromEntra(admin, vendor);
    await admin.click(vendor, { role: 'button', name: 'Cancel' });
    if (round === ROUNDS) return vendor.evaluate('pressToFilled');
    await journey.openConnectionForm(admin, vendor);
  }
}

/** One browser, one run. */
export async function measureLatency(): Promise<Latency> {
  const lab = await startLab();
  const session = await launch(lab, { privateWindows: 'notAllowed' });
  try {
    const admin = new Admin(session);
    const { portal } = await carry(admin, lab);
    const rowToButton = await addSecrets(admin, portal);
    const vendor = await connectionForm(admin, 'acme.kandji.io');
    const pressToFilled = await fillForms(admin, vendor);
    for (const [what, times] of Object.entries({ rowToButton, pressToFilled })) {
      if (times.length !== ROUNDS)
        throw new Error(`${what}: ${times.length} of ${ROUNDS} times were measured.`);
    }
    return { rowToButton, pressToFilled };
  } finally {
    await session.close();
    await lab.close();
  }
}
