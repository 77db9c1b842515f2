/** Builds the console's React app in memory, once a process, when a browser first asks for it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Bundle {
  script: string;
  style: string;
}

let built: Promise<Bundle> | undefined;

export function consoleBundle(): Promise<Bundle> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./console/main.tsx', import.meta.url))],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    // Minified on purpose: class names of the console are meaningless, as in life.
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.module.css': 'local-css' },
  });
  const ending = (suffix: string) => outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
}
