/**
 * The trace of a held secret: what names it, never the value nor a part of it. It lies on disk, so that a secret that an
 * update, a crash or a restart takes out of memory can still be named and deleted in the portal. Pure.
 */
import * as z from 'zod/mini';
import type { Handoff, Instant, SecretName, WipeReason } from './model';

export const TRACES_VERSION = 1;

/** A handoff with an unsaved secret, without anything that is secret or good for one use only. */
export type Trace = Pick<
  Handoff,
  | 'clientId'
  | 'cloudId'
  | 'vendorId'
  | 'vendorHost'
  | 'appName'
  | 'tenantId'
  | 'directoryDomain'
  | 'clientIdHeldAt'
  | 'touchedAt'
> & {
  secret: Omit<SecretName, 'hint'>;
  /** Present where the value had left memory before the trace was written. */
  wiped?: { at: Instant; reason: WipeReason };
};

export interface Traces {
  version: typeof TRACES_VERSION;
  /** Version of the extension that wrote them: another one that reads them is an update. */
  writtenBy: string;
  traces: readonly Trace[];
}

/** The traces of these handoffs. A saved secret has none: it is in use, and its connection is on record. */
export function tracesOf(handoffs: readonly Handoff[]): Trace[] {
  return handoffs.flatMap((handoff) => {
    const { secret, orphan } = handoff;
    const name = secret ?? orphan;
    if (!name) return [];
    const { clientId, cloudId, vendorId, touchedAt } = handoff;
    const { vendorHost, appName, tenantId, directoryDomain, clientIdHeldAt } = handoff;
    const { secretId, description, expiresOn } = name;
    return {
      clientId,
      cloudId,
      vendorId,
      touchedAt,
      ...(vendorHost !== undefined && { vendorHost }),
      ...(appName !== undefined && { appName }),
      ...(tenantId !== undefined && { tenantId }),
      ...(directoryDomain !== undefined && { directoryDomain }),
      ...(clientIdHeldAt !== undefined && { clientIdHeldAt }),
      secret: {
        ...(secretId !== undefined && { secretId }),
        ...(description !== undefined && { description }),
        ...(expiresOn !== undefined && { expiresOn }),
      },
      ...(!secret && orphan && { wiped: { at: orphan.wipedAt, reason: orphan.reason } }),
    };
  });
}

/** The handoffs as far as traces tell: every secret is an orphan, gone now unless it was gone before. */
export function handoffsOf({ traces, writtenBy }: Traces, runningVersion: string, now: Instant): Handoff[] {
  const reason: WipeReason = writtenBy === runningVersion ? 'restarted' : 'updated';
  return traces.map(({ secret, wiped = { at: now, reason }, ...handoff }) => ({
    ...handoff,
    evidence: {},
    orphan: { ...secret, wipedAt: wiped.at, reason: wiped.reason },
  }));
}

const guid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const shape = z.looseObject({
  version: z.literal(TRACES_VERSION),
  writtenBy: z.string(),
  traces: z.array(
    z.looseObject({
      clientId: guid,
      cloudId: z.enum(['global', 'usGov', 'china']),
      vendorId: z.enum(['kandji', 'iru']),
      touchedAt: z.number(),
      vendorHost: z.optional(z.string()),
      appName: z.optional(z.string()),
      tenantId: z.optional(guid),
      directoryDomain: z.optional(z.string()),
      clientIdHeldAt: z.optional(z.number()),
      secret: z.looseObject({
        secretId: z.optional(guid),
        description: z.optional(z.string()),
        expiresOn: z.optional(z.string()),
      }),
      wiped: z.optional(z.looseObject({ at: z.number(), reason: z.string() })),
    }),
  ),
});

/** Whether traces lie there. There is one version so far: those of a later one are left alone. */
export function isTraces(stored: unknown): stored is Traces {
  return shape.safeParse(stored).success;
}
