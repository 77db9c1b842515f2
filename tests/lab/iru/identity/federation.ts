/** Iru Identity as Microsoft's client: authorisation code with PKCE and nonce, redeemed with the saved values. */
import * as oidc from 'openid-client';
import type { LoopbackRequest } from '../../loopback';

export type LabFetch = (url: string, request?: LoopbackRequest) => Promise<Response>;

/** One app registration, as the form saved it. */
export interface Registration {
  /** Domain in Microsoft's addresses; `common` for the vendor's own app. */
  authority: string;
  clientId: string;
  clientSecret: string;
}

export interface Proof {
  verifier: string;
  nonce: string;
}

export type Redeemed =
  | { kind: 'person'; upn: string; name: string }
  /** `error` as in OAuth; `providerWords` is Microsoft's description. */
  | { kind: 'refused'; error: string; providerWords: string };

/** Named, so that the log of a lab tells the vendor's own requests from the browser's. */
export const BACK_CHANNEL = 'iru-back-channel';
/** The permissions that Iru Identity asks an administrator to grant (facts/kandji.md §5.2). */
export const SCOPE = 'openid profile email User.Read';

const authorityUrl = (authority: string) =>
  `https://login.microsoftonline.com/${encodeURIComponent(authority)}`;

export function newProof(): Proof {
  return { verifier: oidc.randomPKCECodeVerifier(), nonce: oidc.randomNonce() };
}

/** Microsoft's address for a sign-in. Nothing is looked up: a wrong domain is for Microsoft to refuse. */
export async function authorizeUrl(
  { authority, clientId }: Registration,
  redirectUrl: string,
  state: string,
  { verifier, nonce }: Proof,
): Promise<string> {
  const base = authorityUrl(authority);
  const server = { issuer: `${base}/v2.0`, authorization_endpoint: `${base}/oauth2/v2.0/authorize` };
  return oidc.buildAuthorizationUrl(new oidc.Configuration(server, clientId), {
    redirect_uri: redirectUrl,
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href;
}

/** Microsoft's address for the consent of the whole directory. */
export function adminConsentUrl({ authority, clientId }: Registration, redirectUrl: string): string {
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUrl, scope: SCOPE });
  return `${authorityUrl(authority)}/v2.0/adminconsent?${query}`;
}

/** @param callback the address that Microsoft sent the browser back to, code and state included */
export async function redeem(
  fetchFromLab: LabFetch,
  { authority, clientId, clientSecret }: Registration,
  callback: URL,
  { verifier, nonce }: Proof,
): Promise<Redeemed> {
  try {
    const configuration = await oidc.discovery(
      new URL(`${authorityUrl(authority)}/v2.0`),
      clientId,
      undefined,
      oidc.ClientSecretPost(clientSecret),
      { [oidc.customFetch]: (url, options) => fetchFromLab(url, asLoopback(options)) },
    );
    const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
      expectedState: callback.searchParams.get('state') ?? '',
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const upn = String(claims?.upn ?? claims?.preferred_username ?? '').toLowerCase();
    return { kind: 'person', upn, name: String(claims?.name ?? upn) };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Redeemed {
  if (error instanceof oidc.ResponseBodyError) {
    return { kind: 'refused', error: error.error, providerWords: error.error_description ?? '' };
  }
  const providerWords = error instanceof Error ? error.message : String(error);
  return { kind: 'refused', error: 'server_error', providerWords };
}

function asLoopback({ method, headers, body }: oidc.CustomFetchOptions): LoopbackRequest {
  return {
    method,
    headers: { ...headers, 'user-agent': BACK_CHANNEL },
    body: body === undefined || body === null ? undefined : String(body),
  };
}
