/**
 * `npm run pictures`: walks the set-up in the lab, and writes the pictures of the README and the guide, and the journey
 * as one animated picture, into `docs/images`.
 */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { prepare } from '../tests/e2e/harness/global-setup';
import { startLab } from '../tests/lab/server';
import { playByItself } from './demo/auto';
import { takeGuidePictures } from './demo/guide';
import { STEP_PICTURES } from './demo/options';

const FOLDER = join(import.meta.dirname, '../docs/images');
const JOURNEY = join(FOLDER, 'journey.gif');
const SIZE = { width: 1000, height: 625 };
const MOST_BYTES = 1_500_000;
const FRAME_MS = 2_000;
/** The popup hangs from the toolbar, at the end of the page's upper edge. */
const POPUP = { width: 300, top: 8, right: 16 };

/** One step: its page, and the popup over it. */
async function frameOf(step: string): Promise<Buffer> {
  const popup = sharp(join(STEP_PICTURES, `${step}-popup.png`)).resize({ width: POPUP.width });
  const { data, info } = await popup
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#8a8886' })
    .toBuffer({ resolveWithObject: true });
  const height = Math.min(info.height, SIZE.height - POPUP.top);
  const input = await sharp(data).extract({ left: 0, top: 0, width: info.width, height }).toBuffer();
  const left = SIZE.width - info.width - POPUP.right;
  return sharp(join(STEP_PICTURES, `${step}.png`))
    .resize({ ...SIZE, fit: 'cover', position: 'top' })
    .composite([{ input, left, top: POPUP.top }])
    .png()
    .toBuffer();
}

async function animate(): Promise<void> {
  const popups = (await readdir(STEP_PICTURES)).filter((name) => name.endsWith('-popup.png')).sort();
  const frames = await Promise.all(popups.map((name) => frameOf(name.replace(/-popup\.png$/, ''))));
  await sharp(frames, { join: { animated: true } })
    .gif({ delay: frames.map(() => FRAME_MS), loop: 0, colours: 64, dither: 0 })
    .toFile(JOURNEY);
  const { size } = await stat(JOURNEY);
  console.log(`${JOURNEY}: ${frames.length} steps, ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`The animated picture is larger than ${MOST_BYTES / 1000} kB.`);
}

await prepare('chromium');
await mkdir(FOLDER, { recursive: true });
const lab = await startLab();
try {
  const options = {
    help: false,
    drives: 'itself',
    window: 'hidden',
    region: 'us',
    pictures: FOLDER,
  } as const;
  process.exitCode = await playByItself(lab, options);
  await takeGuidePictures(lab, FOLDER);
} finally {
  await lab.close();
}
if (process.exitCode === 0) await animate();
