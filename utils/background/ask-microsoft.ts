/**
 * *Ask Microsoft*: a client-credentials request with the held values, to the directory's own cloud, on request only.
 * The returned token is discarded unread. Each request shows in the directory's sign-in log.
 */
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import { type CloudId, clouds } from '../entra/clouds';
import { type MicrosoftAnswer, readTokenError } from '../entra/token-answer';
import type { ClientId, SecretValue } from '../entra/values';

const TIMEOUT_MS = 10_000;
const RULE_ID = 1;

/** Graph in each cloud: every app registration may ask for a token for it, with no permission granted. */
const graphHosts: Readonly<Record<CloudId, string>> = {
  global: 'graph.microsoft.com',
  usGov: 'graph.microsoft.us',
  china: 'microsoftgraph.chinacloudapi.cn',
};

export interface Credentials {
  cloudId: CloudId;
  /** Tenant ID, or a domain of the directory. */
  directory: string;
  clientId: ClientId;
  secretValue: SecretValue;
}

/** Asks once. @throws the reason of `cancelled`, and nothing else */
export async function askMicrosoft(
  credentials: Credentials,
  cancelled: AbortSignal,
): Promise<MicrosoftAnswer> {
  const { loginHost } = clouds[credentials.cloudId];
  const address = `https://${loginHost}/${encodeURIComponent(credentials.directory)}/oauth2/v2.0/token`;
  try {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [RULE_ID],
      addRules: [withoutOrigin(loginHost)],
    });
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: credentials.clientId,
        client_secret: credentials.secretValue,
        grant_type: 'client_credentials',
        scope: `https://${graphHosts[credentials.cloudId]}/.default`,
      }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)]),
    }).catch(() => undefined);
    cancelled.throwIfAborted();
    if (!response) {
      return (await isReachable(loginHost, cancelled))
        ? { kind: 'keptOut', host: loginHost }
        : { kind: 'unreachable' };
    }
    if (response.ok) return await answerOfSuccess(response);
    return readTokenError(await response.json());
  } catch {
    cancelled.throwIfAborted();
    return { kind: 'unreachable' };
  } finally {
    await dropOriginRule();
  }
}

/**
 * Whether the host answers somebody who may not read its answers. *Measured*, Chromium 156: where a policy keeps us out of
 * it (`runtime_blocked_hosts`), the request proper fails like any other, and `permissions.contains` still says yes.
 */
async function isReachable(loginHost: string, cancelled: AbortSignal): Promise<boolean> {
  try {
    await fetch(`https://${loginHost}/favicon.ico`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return true;
  } catch {
    cancelled.throwIfAborted();
    return false;
  }
}

/**
 * A captive portal answers 200 as well, with a page. Only the kind of the answer is looked at: the token is not read.
 */
async function answerOfSuccess(response: Response): Promise<MicrosoftAnswer> {
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
  await response.body?.cancel();
  return isJson ? { kind: 'works' } : { kind: 'unreachable' };
}

/** Chromium keeps session rules when the extension reloads: called at every start of the background too. */
export async function dropOriginRule(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID] });
}

/**
 * A request with an `Origin` is refused with 9002326 (facts, entra §12). The rule touches our own background's POST to
 * this host and nothing else: a page's own request keeps its header.
 */
function withoutOrigin(loginHost: string): DeclarativeNetRequest.Rule {
  return {
    id: RULE_ID,
    priority: 1,
    action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
    condition: {
      urlFilter: `|https://${loginHost}/`,
      initiatorDomains: [new URL(browser.runtime.getURL('')).host],
      requestMethods: ['post'],
      resourceTypes: ['xmlhttprequest'],
      // Requests of no tab: the background's.
      tabIds: [-1],
    },
  };
}
