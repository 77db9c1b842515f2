/** Entry of a React blade's frame: asks the shell what to draw, and draws it with Fluent UI. */
import { initializeIcons } from '@fluentui/react';
import { createRoot } from 'react-dom/client';
import type { ShowView } from '../contract';
import { App } from './app';
import { hearShell, tellShell } from './shell-link';

// Fluent's icons are characters of its icon fonts, as in the real portal (facts/entra.md §3.1: glyphs in texts).
initializeIcons(`${location.origin}/lab/fonts/`);

const container = document.getElementById('root');
if (container) {
  const root = createRoot(container);
  let visit = 0;
  hearShell((shown: ShowView) => {
    visit += 1;
    document.documentElement.lang = shown.settings.language;
    root.render(<App shown={shown} visit={visit} />);
  });
  tellShell({ kind: 'ready' });
}
