/**
 * Hands the held values to the one document they are for. No message carries the secret: the page's own content script
 * has registered the filler in the isolated world, and an injected call passes the values as its argument.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { FieldReport, FillAnswer } from '../messages/protocol';
import type { FillOutcome, FillPayload } from '../page/fill';
import { vendorTenantOf } from '../vendors/registry';

/** A document in a tab: injected calls go to it and to no successor. */
export interface Target {
  tabId: number;
  documentId: string;
}

type Injection = Omit<Scripting.ScriptInjection, 'target'> & {
  target: { tabId: number; documentIds?: string[]; frameIds?: number[] };
};
type Result = { documentId?: string; result?: unknown };

async function inject(injection: Injection): Promise<Result | undefined> {
  const results: Result[] = await browser.scripting.executeScript(injection as Scripting.ScriptInjection);
  return results[0];
}

/** The top document of a tab, if it is the console of this vendor tenant and may be scripted. */
export async function findTarget(
  tabId: number,
  vendorHost: string,
): Promise<{ kind: 'target'; target: Target } | { kind: 'wrongPage' } | { kind: 'blocked' }> {
  try {
    const probe = await inject({
      target: { tabId, frameIds: [0] },
      func: () => location.href,
      injectImmediately: true,
    });
    if (
      typeof probe?.result !== 'string' ||
      vendorTenantOf(probe.result)?.host !== vendorHost ||
      !probe.documentId
    ) {
      return { kind: 'wrongPage' };
    }
    return { kind: 'target', target: { tabId, documentId: probe.documentId } };
  } catch {
    // Company policy (`runtime_blocked_hosts`) and revoked permissions show here only (TRUST §2, measured).
    return { kind: 'blocked' };
  }
}

const fieldReport = z.object({
  field: z.enum(['connectionName', 'directoryDomain', 'clientId', 'secretValue']),
  outcome: z.enum([
    'filled',
    'alreadyEqual',
    'kept',
    'reverted',
    'notFound',
    'ambiguous',
    'notEditable',
    'notHeld',
  ]),
  label: z.optional(z.string()),
});
const outcomeShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('filled'),
    fields: z.array(fieldReport),
    connectionName: z.optional(z.string().check(z.maxLength(256))),
  }),
  z.object({ kind: z.literal('noForm') }),
  z.object({ kind: z.literal('wrongPage') }),
  z.object({ kind: z.literal('holdsSecret') }),
]);

export type Filled =
  | { kind: 'filled'; fields: FieldReport[]; connectionName?: string }
  | Extract<FillAnswer, { kind: 'holdsSecret' | 'wrongPage' }>
  | { kind: 'noForm' }
  | { kind: 'blocked' };

/** Fills the form in this document. The page checks its own address again before every write. */
export async function fillDocument(target: Target, payload: FillPayload): Promise<Filled> {
  try {
    const answer = await inject({
      target: { tabId: target.tabId, documentIds: [target.documentId] },
      // Runs in the page's isolated world: it must not refer to anything outside itself.
      func: (values: FillPayload) =>
        (globalThis as { ssoCourierFill?: (values: FillPayload) => Promise<FillOutcome> }).ssoCourierFill?.(
          values,
        ) ?? {
          kind: 'noForm',
        },
      args: [payload],
      injectImmediately: true,
    });
    // *Measured*: Chromium can run an injected call in the next document when the old one is cached.
    if (answer?.documentId !== target.documentId) return { kind: 'wrongPage' };
    const outcome = outcomeShape.safeParse(answer.result);
    if (!outcome.success) return { kind: 'noForm' };
    if (outcome.data.kind !== 'filled') return outcome.data;
    const { fields, connectionName } = outcome.data;
    return {
      kind: 'filled',
      fields: fields.map(({ field, outcome: result, label }) => ({
        field,
        outcome: result,
        ...(label !== undefined && { label }),
      })),
      ...(connectionName !== undefined && { connectionName }),
    };
  } catch {
    return { kind: 'blocked' };
  }
}
