/** How many bytes of each built script come from which package, by the source maps of a build like the one that ships. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers of one segment of a source map (base64 VLQ, https://tc39.es/ecma426/). */
export function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** A build that goes wrong throws. */
const nothing = () => {};
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  success: nothing,
  level: 0,
};

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** Characters of a script by the source they were made from; what the bundler added itself is left out. */
function bySource(code: string, { sources, mappings }: SourceMap): Map<string, number> {
  const lines = code.split('\n');
  const sums = new Map<string, number>();
  let source = 0;
  for (const [number, line] of mappings.split(';').entries()) {
    let column = 0;
    const starts = line.split(',').flatMap((segment) => {
      const [columns = 0, sourceStep] = numbersOf(segment);
      column += columns;
      if (sourceStep === undefined) return [];
      source += sourceStep;
      return [{ column, name: sources[source] ?? '' }];
    });
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1]?.column ?? lines[number]?.length ?? start.column;
      sums.set(start.name, (sums.get(start.name) ?? 0) + end - start.column);
    }
  }
  return sums;
}

/** Scripts by the beginning of their name (`popup`, `finder`, `background`), each with its bytes by source. */
export async function buildWithSources(): Promise<Map<string, Map<string, number>>> {
  const outDir = mkdtempSync(join(tmpdir(), 'sso-courier-bundle-'));
  try {
    await build({
      browser: 'chrome',
      outDir,
      logger: silent,
      vite: () => ({ build: { sourcemap: 'hidden' } }),
    });
    const folder = join(outDir, 'chrome-mv3');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    return new Map(
      scripts.map((file) => {
        const map: SourceMap = JSON.parse(readFileSync(join(folder, `${file}.map`), 'utf8'));
        const name = file.replace(/^chunks\//, '').replace(/(?:-[\w-]{8})?\.js$/, '');
        return [name, bySource(readFileSync(join(folder, file), 'utf8'), map)];
      }),
    );
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
