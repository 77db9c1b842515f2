/** A page report in the portal: which page the address names, and the labels that stay. */
import { askWith } from '../page/ask';
import type { PageContext } from '../page/context';
import type { ReportFrom } from '../page/take-report';
import { isLabel } from './labels';
import { readRoute } from './routes';

export const portalReport = (page: PageContext): ReportFrom => ({
  isLabel,
  where: async () => {
    const at = readRoute(await hashOf(page));
    return { page: at.kind, ...('clientId' in at ? { appId: at.clientId } : {}) };
  },
});

async function hashOf({ window, send }: PageContext): Promise<string> {
  if (window.top === window) return window.location.hash;
  const answer = await askWith(send, () => {})('frameRoute', {});
  return answer?.hash ?? '';
}
