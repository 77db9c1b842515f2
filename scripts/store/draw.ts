/** Draws a page of the stores' sizes with the product's mark, in the browser that runs anyway. */
import type { BrowserContext } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Mark } from '../../components/mark';

export type Drawing =
  /** A popup's picture, as PNG in base64, beside the promises. */
  { kind: 'popup'; picture: string } | { kind: 'tile'; width: number; height: number };

const TITLE = 'SSO Courier';
const CLAIM = 'Kandji and Entra ID, connected without the clipboard';
const PROMISES = [
  'Carries the client ID and the secret’s Value',
  'Objects to the Secret ID before it is saved',
  'Proves the sign-in in a private window',
  'Reminds you before the secret expires',
  'Secrets in memory only, for ten minutes',
];

const mark = (size: number) => renderToStaticMarkup(createElement(Mark, { size }));

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { font-family: "Segoe UI", system-ui, "Helvetica Neue", sans-serif; color: #fff; overflow: hidden;
    background: linear-gradient(135deg, #0c3b5e, #0f6cbd) }
  .page { display: flex; width: 100vw; height: 100vh; align-items: center; justify-content: center }
  .beside { gap: 110px }
  .said { width: 470px }
  h1 { display: flex; align-items: center; gap: 20px; font-size: 46px; font-weight: 600 }
  .claim { font-size: 24px; line-height: 1.35; margin: 24px 0 34px; opacity: .92 }
  li { font-size: 19px; line-height: 1.3; margin: 14px 0; padding-left: 6px }
  ul { padding-left: 20px }
  img { width: 437px; border-radius: 10px; box-shadow: 0 18px 60px rgb(0 0 0 / 45%) }
  svg { flex: none; border-radius: 22%; box-shadow: 0 0 0 2px rgb(255 255 255 / 35%) }
  .tile { flex-direction: column; text-align: center }
  .tile h1 { font-size: calc(100vh / 7.4); gap: calc(100vh / 16) }
  .tile .claim { font-size: calc(100vh / 15); max-width: 86vw; margin: calc(100vh / 12) 0 0 }
`;

function markup(drawing: Drawing): string {
  if (drawing.kind === 'tile') {
    const size = Math.round(drawing.height / 4.6);
    return `<div class="page tile"><h1>${mark(size)}${TITLE}</h1><p class="claim">${CLAIM}</p></div>`;
  }
  const promises = PROMISES.map((promise) => `<li>${promise}</li>`).join('');
  return `<div class="page beside"><div class="said"><h1>${mark(72)}${TITLE}</h1><p class="claim">${CLAIM}</p>
    <ul>${promises}</ul></div><img src="data:image/png;base64,${drawing.picture}"></div>`;
}

export async function drawPage(context: BrowserContext, drawing: Drawing, file: string): Promise<void> {
  const page = await context.newPage();
  const size = drawing.kind === 'tile' ? drawing : { width: 1280, height: 800 };
  await page.setViewportSize({ width: size.width, height: size.height });
  await page.setContent(`<style>${style}</style>${markup(drawing)}`, { waitUntil: 'load' });
  await page.screenshot({ path: file });
  await page.close();
}
