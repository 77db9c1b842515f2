/** A press on *Fill from Entra* to the filled form, by the page's own clock. */
import type { Admin } from '../../../tests/e2e/harness/admin';
import * as journey from '../../../tests/e2e/harness/journey';
import type { Surface } from '../../../tests/e2e/harness/surface';

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

export async function fillForms(admin: Admin, vendor: Surface, rounds: number): Promise<readonly number[]> {
  await vendor.evaluate(WATCH_FILLS);
  for (let round = 1; ; round += 1) {
    await journey.fillFromEntra(admin, vendor);
    await admin.click(vendor, { role: 'button', name: 'Cancel' });
    if (round === rounds) return vendor.evaluate('pressToFilled');
    await journey.openConnectionForm(admin, vendor);
  }
}
