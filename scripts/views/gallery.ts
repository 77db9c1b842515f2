/** The page in which views are drawn one by one, from the sources, with the browser's part of an extension made up. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { messagesOf } from '../../tests/unit/languages';
import { browserMessages } from '../../utils/words/pack';
import type { Digest } from './digest';
import type { SceneSummary } from './page';

declare global {
  interface Window {
    /** Every view in every state. */
    scenes: SceneSummary[];
    draw: (name: string) => Promise<void>;
    digest: () => Digest;
    textsCut: () => string[];
    /** Draws the controls and notices that consoles' pages get, on a page of this theme. */
    drawOnPage: (theme: 'light' | 'dark') => Promise<void>;
  }
}

export interface GalleryOptions {
  /** One of `locales/`, `pseudo` or `pseudo-rtl`. */
  readonly language: string;
  /** `known` has the same measures on every machine, for checks; `own` is what the system has. */
  readonly font: 'known' | 'own';
}

const FOLDER = fileURLToPath(new URL('../../.output/gallery', import.meta.url));

const knownMeasures = async () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  );
  const source = (await readFile(file)).toString('base64');
  return `<style>
    @font-face { font-family: Known; font-weight: 100 900; src: url(data:font/woff2;base64,${source}) }
    :root, sso-courier { --font: Known; --font-mono: Known; font-family: Known }
    /* When a row off the screen is laid out is the browser's to choose: here all of them are. */
    * { content-visibility: visible !important }
  </style>`;
};

/** A closed root cannot be looked into, neither by axe nor by a digest: here, and only here, the same code makes open ones. */
const OPEN_ROOTS = `{
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
}`;

/** Writes the page, whole in one file, and returns its address. */
export async function buildGallery({ language, font }: GalleryOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const bundled = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const messages = messagesOf(language);
  const page = `<!doctype html><html lang="${messages.get('language')}" dir="${messages.get('direction')}"><head>
    <meta charset="utf-8"><title>SSO Courier</title>
    <style>${bundled('.css')}</style>${font === 'known' ? await knownMeasures() : ''}
    <script>
      const texts = ${JSON.stringify(browserMessages(messages)).replaceAll('<', '\\u003c')};
      globalThis.chrome = { runtime: { id: 'views' }, i18n: { getMessage: (name) => texts[name] ?? '' } };
      ${OPEN_ROOTS}
    </script></head>
    <body><div id="root"></div><script>${bundled('.js')}</script></body></html>`;
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${language}-${font}.html`);
  await writeFile(file, page);
  return pathToFileURL(file).href;
}
