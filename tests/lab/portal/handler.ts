/**
 * The lab's Entra portal: answers for every shell (`entra.microsoft.com`, `portal.azure.com`, the national clouds) and
 * for the frames of React blades (`sandbox-N.reactblade.portal.azure.net`).
 */
import { send } from '../respond';
import type { LabHandler } from '../serve';
import { answerApi } from './api';
import { iconFont, portalScript, portalStyles, reactViewScript } from './assets';
import { framePage, shellPage } from './page';
import { settingsFor } from './settings';

const API = '/lab/api/';
const FONTS = '/lab/fonts/';

export const portalHandler: LabHandler = async (exchange) => {
  const { world, url, request, response, body } = exchange;
  if (url.pathname.startsWith(API)) {
    const answer = answerApi(world, request.method ?? 'GET', url.pathname.slice(API.length), body);
    return send(exchange, answer.status, 'application/json', JSON.stringify(answer.body));
  }
  if (url.pathname.startsWith(FONTS)) {
    const font = await iconFont(url.pathname.slice(FONTS.length));
    if (!font) return false;
    response.writeHead(200, { 'Content-Type': 'font/woff', 'Cache-Control': 'max-age=3600' }).end(font);
    return true;
  }
  switch (url.pathname) {
    case '/lab/portal.js':
      return send(exchange, 200, 'text/javascript', await portalScript());
    case '/lab/react-view.js':
      return send(exchange, 200, 'text/javascript', await reactViewScript());
    case '/lab/portal.css':
      return send(exchange, 200, 'text/css', await portalStyles());
    case '/favicon.ico':
      return send(exchange, 204, 'image/x-icon', '');
    default:
      if (request.method !== 'GET' || url.pathname.startsWith('/lab/')) return false;
      return send(
        exchange,
        200,
        'text/html',
        isFrameHost(url.hostname)
          ? framePage(url.searchParams.has('reactView') ? 'active' : 'prewarmed')
          : shellPage(settingsFor(world, url)),
      );
  }
};

/** Frames of React blades: facts/entra.md §1.2. */
function isFrameHost(host: string): boolean {
  return /^sandbox-[\d-]+\.reactblade(-\w+)?\.portal\.azure\.net$/.test(host);
}
