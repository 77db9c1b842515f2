/** The documents that the portal's hosts answer with. */
import { scriptJson } from '../respond';
import type { PortalSettings } from './contract';

/** The shell: everything else is drawn by the page's script. */
export function shellPage(settings: PortalSettings): string {
  const title = settings.shell === 'entra' ? 'Microsoft Entra admin center' : 'Microsoft Azure';
  return `<!doctype html>
<html lang="${settings.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/lab/portal.css">
</head>
<body class="fxs-portal fxs-theme-${settings.options.theme} fxs-mode-${settings.options.theme}">
<div id="web-container" class="fxs-portal-container"></div>
<script type="application/json" id="portal-settings">${scriptJson(settings)}</script>
<script src="/lab/portal.js"></script>
</body>
</html>
`;
}

/**
 * The document of a React blade's frame. A pre-warmed one is hidden and has nothing in it yet (facts/entra.md §1.2); the
 * script of an active one asks the shell what to draw.
 */
export function framePage(state: 'prewarmed' | 'active'): string {
  // Fluent UI would fetch its text fonts from a server outside of the lab.
  const fonts = '<script>window.FabricConfig = { fontBaseUrl: "" };</script>';
  const script = state === 'active' ? `${fonts}<script src="/lab/react-view.js"></script>` : '';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>ReactView</title></head>
<body><div id="root"></div>${script}</body>
</html>
`;
}
