/**
 * `npm run demo`: builds, starts the lab, opens a browser with the extension and walks the set-up.
 *
 * With a display it is for you to try; `--auto` drives it. Without one it drives itself, prints the steps and keeps
 * pictures.
 */
import { prepare } from '../tests/e2e/harness/global-setup';
import { startLab } from '../tests/lab/server';
import { playByItself } from './demo/auto';
import { letViewerPlay } from './demo/interactive';
import { HELP, readOptions } from './demo/options';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  await prepare('chromium');
  const lab = await startLab();
  try {
    return options.drives === 'itself' ? await playByItself(lab, options) : await letViewerPlay(lab);
  } finally {
    await lab.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
