/** The page after installation, in words. `**` marks names of controls, as each browser writes them. */
import { say, texts } from './messages';

export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'safari';

export const welcomeWords = texts('welcome', {
  states: texts('welcome.states'),
  consoleTitle: (vendor: string) => say('welcome.consoleTitle', { vendor }),
  console: (host: string) => say('welcome.console', { host }),
  openConsole: (host: string) => say('welcome.openConsole', { host }),
});

/** Where each browser keeps its settings for the extension. */
export const browserSteps = (browser: BrowserKind) => texts(`welcome.${browser}`);
