/** The page after installation, in words. `**` marks names of controls, as each browser writes them in English. */

export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'safari';

export const welcomeWords = {
  title: 'SSO Courier is installed',
  intro: 'Set this browser up once, then begin in your vendor’s console.',
  states: { done: 'Done', todo: 'To do' },
  pinTitle: 'Keep the button in sight',
  privateTitle: 'Let it watch the sign-in test',
  privateWhy:
    'The test signs in through a private window. Without this the window still opens, and you are asked how it went.',
  privateOff: 'Where your company has switched private windows off, the test is not available.',
  openSettings: 'Open its settings',
  settingsRefused: 'The browser did not open its settings.',
  sitesTitle: 'Allow it on the consoles',
  sites:
    'It may not read the Entra portal, the Microsoft sign-in pages or your vendor’s console yet, and does nothing there.',
  allowSites: 'Allow on these sites',
  sitesRefused: 'The browser did not grant them. Nothing was changed.',
  consoleTitle: (vendorName: string) => `Open your ${vendorName} console`,
  console: (host: string) => `The values will go to ${host} and nowhere else.`,
  openConsole: (host: string) => `Open ${host}`,
  openPortal: 'Open the Entra admin center',
  profileTitle: 'One browser profile for both consoles',
  profile:
    'Values are held in the memory of this browser profile only. In another profile or browser nothing is held: use this one for both consoles.',
} as const;

interface BrowserWords {
  pin: string;
  privateWindows: string;
}

/** Where each browser keeps them, by the names of its help pages in English. */
export const browserSteps: Readonly<Record<BrowserKind, BrowserWords>> = {
  chrome: {
    pin: 'Press the puzzle piece (**Extensions**) beside the address bar, then the pin beside **SSO Courier**.',
    privateWindows:
      'Open its settings and switch on **Allow in Incognito**. Chrome then starts the extension anew; this page comes back.',
  },
  edge: {
    pin: 'Press the puzzle piece (**Extensions**) beside the address bar, then the eye (**Show in toolbar**) beside **SSO Courier**.',
    privateWindows:
      'Open its settings and switch on **Allow in InPrivate**. Edge then starts the extension anew; this page comes back.',
  },
  firefox: {
    pin: 'Press the puzzle piece (**Extensions**) in the toolbar, then the gear beside **SSO Courier**, and choose **Pin to Toolbar**.',
    privateWindows:
      'Press the puzzle piece (**Extensions**), then the gear beside **SSO Courier** and **Manage Extension**. Set **Run in Private Windows** to **Allow**. Firefox then starts the extension anew; this page comes back.',
  },
  safari: {
    pin: 'Open **Safari > Settings > Extensions** and tick **SSO Courier**: its button then stands in the toolbar.',
    privateWindows:
      'Open **Safari > Settings > Extensions > SSO Courier** and tick **Allow in Private Browsing**.',
  },
};
