/** What a page of Microsoft's sign-in shows: whose app it is for, consent, and the code of an error (facts, entra §9 and §10). */
import { deepQueryAll, queryAll, textOf } from '../page/tree';
import { asClientId } from './values';

export interface MicrosoftSigninPage {
  readonly page: 'microsoft';
  readonly clientId?: string;
  readonly redirectUri?: string;
  readonly consent: boolean;
  /** Digits of `AADSTS…`. */
  readonly code?: string;
  readonly traceId?: string;
}

const REDIRECT_URI_LENGTH = 1024;
const CODE = /AADSTS(\d{4,9})(?!\d)/;
/** The error page calls the same number *Request Id*, the message *Trace ID*. */
const TRACE_ID = /(?:trace|request) id:?\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/** Reads the page. Of its address only the client ID, the redirect URI and an error code are taken: no codes, no state. */
export function readMicrosoftPage(document: Document, address: string): MicrosoftSigninPage {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const clientId = asClientId(url?.searchParams.get('client_id') ?? '');
  const redirectUri = url?.searchParams.get('redirect_uri') ?? '';
  const error = errorText(document, url);
  const code = CODE.exec(error)?.[1];
  const traceId = TRACE_ID.exec(error)?.[1]?.toLowerCase();
  return {
    page: 'microsoft',
    ...(clientId && { clientId }),
    ...(redirectUri && redirectUri.length <= REDIRECT_URI_LENGTH && { redirectUri }),
    consent: isConsent(document, url),
    ...(code && { code }),
    ...(code && traceId && { traceId }),
  };
}

function isConsent(document: Document, url: URL | undefined): boolean {
  return (
    /(?:^|[\s_])consent$/.test(url?.searchParams.get('prompt') ?? '') ||
    /\/adminconsent\/?$/.test(url?.pathname ?? '') ||
    pageIdOf(document) === 'ConvergedConsent'
  );
}

/** `<meta name="PageID">`: ConvergedSignIn, ConvergedConsent, ConvergedError and others. */
function pageIdOf(document: Document): string | undefined {
  const meta = queryAll(document, 'meta[name="PageID"]')[0];
  return meta instanceof HTMLMetaElement ? meta.content : undefined;
}

/** The text that carries the code: the error container, the visible page, the page's inline data, the address. */
function errorText(document: Document, url: URL | undefined): string {
  const container = deepQueryAll(document, '#exceptionMessageContainer').map(textOf).join(' ');
  // The details with the trace ID stand beside the message.
  if (CODE.test(container)) return `${container} ${visibleText(document)}`;
  const visible = visibleText(document);
  if (CODE.test(visible)) return visible;
  const inline = exceptionInConfig(document);
  if (inline) return inline;
  return url?.searchParams.get('error') ? (url.searchParams.get('error_description') ?? '') : '';
}

function visibleText(document: Document): string {
  return queryAll(document, 'body').map(textOf).join(' ');
}

/** `strServiceExceptionMessage` of the inline `$Config`, the only part of it that is read. */
function exceptionInConfig(document: Document): string | undefined {
  for (const script of queryAll(document, 'script:not([src])')) {
    const literal = /"strServiceExceptionMessage"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(
      script.textContent ?? '',
    )?.[1];
    if (!literal) continue;
    try {
      const message: unknown = JSON.parse(literal);
      if (typeof message === 'string' && message !== '') return message;
    } catch {
      // Cut or malformed: then this page does not say it here.
    }
  }
  return undefined;
}
