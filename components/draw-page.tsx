import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { direction, language } from '../utils/words/messages';

/** Draws a page of the extension, in the language and direction that its texts have. */
export function drawPage(view: ReactNode, title?: string): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  if (title) document.title = title;
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<StrictMode>{view}</StrictMode>);
}
