/** What the demo was asked for. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `npm run demo -- [options]

  --auto            drive it, also where there is a display
  --region us|eu    region of the Kandji tenant (default: us)
  --pictures DIR    write the pictures of the README there as well
  --help            this text`;

export type Region = 'us' | 'eu';

export interface DemoOptions {
  readonly help: boolean;
  readonly drives: 'itself' | 'viewer';
  /** Pictures of the README are the same on every display only where there is none. */
  readonly window: 'shown' | 'hidden';
  readonly region: Region;
  /** Where the pictures of the README go; absent = they are not wanted. */
  readonly pictures: string | undefined;
}

/** Every step's pictures. */
export const STEP_PICTURES = join(import.meta.dirname, '../../artifacts/demo');

/** Can a window be shown? */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((it) => it !== undefined && it !== '');
}

/** @throws {Error} with the help text when an option is not known. */
export function readOptions(words: readonly string[]): DemoOptions {
  const { values } = parse(words);
  const { region = 'us' } = values;
  if (region !== 'us' && region !== 'eu') throw new Error(`--region is us or eu, not ${region}.\n\n${HELP}`);
  const { help = false, auto = false, pictures } = values;
  return {
    help,
    region,
    pictures,
    drives: auto || !hasDisplay() ? 'itself' : 'viewer',
    window: hasDisplay() && pictures === undefined ? 'shown' : 'hidden',
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        auto: { type: 'boolean' },
        region: { type: 'string' },
        pictures: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}
