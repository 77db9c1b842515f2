/** The portal's scripts (bundled with Knockout or Fluent UI at the first request), style sheet and icon fonts. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const inFolder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let script: Promise<string> | undefined;
let reactScript: Promise<string> | undefined;

export function portalScript(): Promise<string> {
  script ??= bundle('./browser/main.ts', {});
  return script;
}

/** The script of a React blade's frame. */
export function reactViewScript(): Promise<string> {
  reactScript ??= bundle('./react-view/main.tsx', {
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return reactScript;
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const result = await build({
    entryPoints: [inFolder(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

export async function portalStyles(): Promise<string> {
  const sheets = ['shell', 'controls', 'blades', 'frames'];
  return (await Promise.all(sheets.map((name) => readFile(inFolder(`./styles/${name}.css`), 'utf8')))).join(
    '\n',
  );
}

/** A font of Fluent UI's icons, from the installed package. `undefined`: there is none of that name. */
export async function iconFont(name: string): Promise<Buffer | undefined> {
  if (!/^fabric-icons-[\w-]+\.woff$/.test(name)) return undefined;
  const entry = createRequire(import.meta.url).resolve('@fluentui/font-icons-mdl2');
  return readFile(join(dirname(entry), '..', 'fonts', name)).catch(() => undefined);
}
