/** What Microsoft's token endpoint says of a secret. Pure: status and JSON in, an answer out. Source: facts, entra §8. */

export type MicrosoftAnswer =
  | { kind: 'works' }
  /** 7000215: not a value of this app; also for up to a minute after the secret was created. */
  | { kind: 'wrongSecret' }
  /** 7000222. */
  | { kind: 'expired' }
  /** 700016: no such app in this directory. */
  | { kind: 'appNotFound' }
  /** 90002, 900023: no such directory in this cloud. */
  | { kind: 'directoryNotFound' }
  /** 7000112, 70001, 700011: the app is deactivated or deleted. */
  | { kind: 'appDisabled' }
  /** 90038, 900382, 900432: the directory lives in another cloud. */
  | { kind: 'otherCloud' }
  /** 53000–53003, 530034, 530035: a policy keeps the app from signing in; the secret itself may be right. */
  | { kind: 'policy'; code: string }
  /** 9002326: our own request carried an `Origin`. Says nothing about the secret. */
  | { kind: 'headerFault' }
  | { kind: 'cannotTell'; code?: string; traceId?: string }
  /** No answer of Microsoft's: offline, proxy, TLS, captive portal. */
  | { kind: 'unreachable' }
  /** Microsoft can be reached, and the browser keeps the extension out of its login host. */
  | { kind: 'keptOut'; host: string };

const kinds: ReadonlyMap<
  string,
  Exclude<MicrosoftAnswer['kind'], 'works' | 'policy' | 'cannotTell' | 'unreachable' | 'keptOut'>
> = new Map([
  ['7000215', 'wrongSecret'],
  ['7000222', 'expired'],
  ['700016', 'appNotFound'],
  ['90002', 'directoryNotFound'],
  ['900023', 'directoryNotFound'],
  ['7000112', 'appDisabled'],
  ['70001', 'appDisabled'],
  ['700011', 'appDisabled'],
  ['90038', 'otherCloud'],
  ['900382', 'otherCloud'],
  ['900432', 'otherCloud'],
  ['9002326', 'headerFault'],
]);
const policies = /^(53000|53001|53002|53003|530034|530035)$/;

/**
 * Reads an error answer by its numeric codes; texts may change and are never shown.
 * @param body the parsed JSON of a response that was not OK
 */
export function readTokenError(body: unknown): MicrosoftAnswer {
  if (typeof body !== 'object' || body === null || !('error' in body)) return { kind: 'unreachable' };
  const code = codeOf(body);
  if (code === undefined) return { kind: 'cannotTell' };
  const kind = kinds.get(code);
  if (kind) return { kind };
  if (policies.test(code)) return { kind: 'policy', code };
  const traceId = 'trace_id' in body && typeof body.trace_id === 'string' ? body.trace_id : undefined;
  const isTrace = traceId !== undefined && /^[0-9a-f-]{36}$/i.test(traceId);
  return { kind: 'cannotTell', code, ...(isTrace && { traceId }) };
}

function codeOf(body: object): string | undefined {
  if ('error_codes' in body && Array.isArray(body.error_codes)) {
    const code: unknown = body.error_codes[0];
    if (typeof code === 'number') return String(code);
  }
  const description = 'error_description' in body ? body.error_description : undefined;
  return typeof description === 'string' ? /AADSTS(\d{4,9})/.exec(description)?.[1] : undefined;
}
