/** What every view stands in: the portal's Fluent theme and the texts. */
import { AzureThemeDark, AzureThemeLight } from '@fluentui/azure-themes';
import { type IFontStyles, mergeStyles, type Theme, ThemeProvider } from '@fluentui/react';
import type { PortalSettings, ReactViewName, ShowView } from '../contract';
import { CredentialsView } from './credentials';
import { OverviewView } from './overview';
import { RegisterView } from './register';
import { SettingsContext } from './settings';

/** The shell's fonts: a machine without Segoe UI then shows shell and frame alike. */
const FONTS = '"Segoe UI", "Noto Sans", "az_ea_font", "Open Sans", system-ui, sans-serif';

const themes = { light: inShellFonts(AzureThemeLight), dark: inShellFonts(AzureThemeDark) };

function inShellFonts(theme: Theme): Theme {
  const fonts = Object.entries(theme.fonts).map(([size, style]) => [size, { ...style, fontFamily: FONTS }]);
  return { ...theme, fonts: Object.fromEntries(fonts) as IFontStyles };
}

const page = (settings: PortalSettings) => {
  const { semanticColors, fonts } = themes[settings.options.theme];
  return mergeStyles(fonts.medium, {
    minHeight: '100vh',
    boxSizing: 'border-box',
    color: semanticColors.bodyText,
    background: semanticColors.bodyBackground,
    selectors: {
      ':global(html), :global(body)': { margin: 0, colorScheme: settings.options.theme },
      // A pane that is drawn anew again and again would slide in for ever.
      ...(settings.options.rebuildEveryMs > 0
        ? { ':global(.ms-Panel *)': { animation: 'none !important' } }
        : {}),
    },
  });
};

interface AppProps {
  shown: ShowView;
  /** Counts the shell's messages: each one makes the view fetch anew. */
  visit: number;
}

export function App({ shown, visit }: AppProps) {
  const { settings } = shown;
  return (
    <ThemeProvider theme={themes[settings.options.theme]} applyTo="body" className={page(settings)}>
      <SettingsContext value={settings}>{viewOf(shown.view, shown.clientId, visit)}</SettingsContext>
    </ThemeProvider>
  );
}

function viewOf(view: ReactViewName, clientId: string, visit: number) {
  switch (view) {
    case 'Overview':
      return <OverviewView clientId={clientId} visit={visit} />;
    case 'Credentials':
      return <CredentialsView clientId={clientId} />;
    case 'CreateApplication':
      return <RegisterView />;
  }
}
