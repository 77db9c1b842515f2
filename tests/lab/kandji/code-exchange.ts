/** The back channel: turns Microsoft's code into a user, with exactly the values that were saved. */
import * as oidc from 'openid-client';
import type { LoopbackRequest } from '../loopback';

export type LabFetch = (url: string, request?: LoopbackRequest) => Promise<Response>;

export interface SavedValues {
  /** Domain or tenant ID in Microsoft's addresses; `common` for the vendor's own app. */
  authority: string;
  clientId: string;
  clientSecret: string;
}

export type ExchangeOutcome =
  | { kind: 'user'; email: string; name: string }
  /** Whatever Microsoft said, the vendor shows one sentence for it: passport-oauth2 `lib/strategy.js`. */
  | { kind: 'failed'; cause: string };

export async function exchangeCode(
  fetchFromLab: LabFetch,
  saved: SavedValues,
  callback: URL,
  state: string,
): Promise<ExchangeOutcome> {
  try {
    const configuration = await oidc.discovery(
      new URL(`https://login.microsoftonline.com/${saved.authority}/v2.0`),
      saved.clientId,
      {},
      oidc.ClientSecretPost(saved.clientSecret),
      { [oidc.customFetch]: (url, options) => fetchFromLab(url, asLoopback(options)) },
    );
    const tokens = await oidc.authorizationCodeGrant(configuration, callback, { expectedState: state });
    const claims = tokens.claims();
    const email = String(claims?.preferred_username ?? claims?.email ?? '').toLowerCase();
    return { kind: 'user', email, name: String(claims?.name ?? email) };
  } catch (error) {
    return { kind: 'failed', cause: causeOf(error) };
  }
}

/** Named, so that the log of a lab tells the vendor's own requests from the browser's. */
export const BACK_CHANNEL = 'kandji-back-channel';

function asLoopback({ method, headers, body }: oidc.CustomFetchOptions): LoopbackRequest {
  return {
    method,
    headers: { ...headers, 'user-agent': BACK_CHANNEL },
    body: body === undefined || body === null ? undefined : String(body),
  };
}

/** Microsoft's own words, for whoever debugs a lab; no page shows them. */
function causeOf(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError) return error.error_description ?? error.error;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
