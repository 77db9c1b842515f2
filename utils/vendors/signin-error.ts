/** The OAuth error in an address (RFC 6749 §4.1.2.1), and nothing else of it: codes, tokens and state are never kept. */

export interface SigninError {
  readonly error: string;
  readonly description?: string;
}

const ERROR_LENGTH = 256;
const DESCRIPTION_LENGTH = 512;

/** @param address an absolute URL; its query comes before its fragment */
export function readSigninError(address: string): SigninError | undefined {
  if (!URL.canParse(address)) return undefined;
  const { searchParams, hash } = new URL(address);
  const fragment = new URLSearchParams(hash.replace(/^#[/?]?/, ''));
  for (const parameters of [searchParams, fragment]) {
    const error = parameters.get('error');
    if (!error) continue;
    const description = parameters.get('error_description');
    return {
      error: error.slice(0, ERROR_LENGTH),
      ...(description && { description: description.slice(0, DESCRIPTION_LENGTH) }),
    };
  }
  return undefined;
}
