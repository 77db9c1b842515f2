/**
 * `npm run store:pictures`: draws the pictures of the store listings into `docs/store/images`, from the
 * production build in the lab: five screenshots of 1280 × 800 pixels, and the tiles of the stores.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Admin } from '../tests/e2e/harness/admin';
import { prepare } from '../tests/e2e/harness/global-setup';
import { launch } from '../tests/e2e/harness/launch';
import { startLab } from '../tests/lab/server';
import { takeScreenshots } from './store/screenshots';
import { drawTiles } from './store/tiles';

const FOLDER = join(import.meta.dirname, '../docs/store/images');

await prepare('chromium');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const lab = await startLab();
try {
  // The pictures are not to show a secret in full, not even the lab's.
  lab.world.vendor.secretFieldType = 'password';
  const session = await launch(lab, { window: 'hidden' });
  try {
    await takeScreenshots(session, new Admin(session), lab, FOLDER);
    await drawTiles(session.context, FOLDER);
  } finally {
    await session.close();
  }
} finally {
  await lab.close();
}
console.log(`Drawn into ${FOLDER}`);
