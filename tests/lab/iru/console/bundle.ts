/** Builds the console's React app in memory, once a process, when a browser first asks for it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface WebBundle {
  script: string;
  style: string;
}

let building: Promise<WebBundle> | undefined;

export function webBundle(): Promise<WebBundle> {
  building ??= bundle();
  return building;
}

async function bundle(): Promise<WebBundle> {
  const entry = fileURLToPath(new URL('../web/main.tsx', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { web: entry },
    bundle: true,
    write: false,
    outdir: '/',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.module.css': 'local-css' },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  });
  const textOf = (extension: string) =>
    outputFiles
      .filter(({ path }) => path.endsWith(extension))
      .map(({ text }) => text)
      .join('\n');
  return { script: textOf('.js'), style: textOf('.css') };
}
