/** How long a secret value is held, and what is left when it goes. Pure. */
import type { HoldMinutes } from '../settings/settings';
import {
  type Handoff,
  type HeldSecret,
  HOLD_MINUTES,
  HOLD_MINUTES_CAP,
  type Instant,
  type WipeReason,
} from './model';

const MINUTE_MS = 60_000;
/** Clocks are corrected by fractions of a second all the time; that is not a clock set back. */
const CLOCK_TOLERANCE_MS = 2_000;

/** The span in which a value captured now is held. */
export function holdSpan(
  now: Instant,
  { minutes, mostMinutes }: HoldMinutes,
): Pick<HeldSecret, 'capturedAt' | 'deadline' | 'latestDeadline'> {
  return {
    capturedAt: now,
    deadline: now + minutes * MINUTE_MS,
    latestDeadline: now + mostMinutes * MINUTE_MS,
  };
}

/** Moves the deadline ten minutes on, never beyond the cap counted from the capture. */
export function extendHold(secret: HeldSecret, { mostMinutes }: HoldMinutes): HeldSecret {
  const held = atMost(secret, mostMinutes);
  return { ...held, deadline: Math.min(held.deadline + HOLD_MINUTES * MINUTE_MS, held.latestDeadline) };
}

/** What is held, for no longer than this counted from its capture. The same array when nothing changed. */
export function withinMost(handoffs: readonly Handoff[], mostMinutes: number): readonly Handoff[] {
  const within = handoffs.map((handoff) => {
    const secret = handoff.secret && atMost(handoff.secret, mostMinutes);
    return secret && secret !== handoff.secret ? { ...handoff, secret } : handoff;
  });
  return within.some((handoff, index) => handoff !== handoffs[index]) ? within : handoffs;
}

function atMost(secret: HeldSecret, mostMinutes: number): HeldSecret {
  const latest = secret.capturedAt + mostMinutes * MINUTE_MS;
  if (secret.latestDeadline <= latest) return secret;
  return { ...secret, latestDeadline: latest, deadline: Math.min(secret.deadline, latest) };
}

/** Why a held secret has to go now, if it has to. `lastSeen` is the latest time the background ever saw. */
function wipeReason(secret: HeldSecret, now: Instant, lastSeen: Instant): WipeReason | undefined {
  // Whatever the record says, the cap counts from the capture; a time that is no number is over.
  const over = Math.min(
    secret.deadline,
    secret.latestDeadline,
    secret.capturedAt + HOLD_MINUTES_CAP * MINUTE_MS,
  );
  if (!(now < over)) return 'deadline';
  const clockWentBack = now + CLOCK_TOLERANCE_MS < Math.max(secret.capturedAt, lastSeen);
  return clockWentBack ? 'clockWentBack' : undefined;
}

/** The handoffs without the secrets whose time is up. Returns the same array when nothing changed. */
export function sweep(handoffs: readonly Handoff[], now: Instant, lastSeen: Instant): readonly Handoff[] {
  let changed = false;
  const swept = handoffs.map((handoff) => {
    const reason = handoff.secret && wipeReason(handoff.secret, now, lastSeen);
    if (!reason) return handoff;
    changed = true;
    return withoutSecret(handoff, reason, now);
  });
  return changed ? swept : handoffs;
}

/**
 * The handoff without its secret value. A secret that was never saved is named, so that it can be deleted in the
 * portal; a saved one is in use and leaves no orphan.
 */
export function withoutSecret(handoff: Handoff, reason: WipeReason, now: Instant): Handoff {
  const { secret, orphan: _orphan, ...rest } = handoff;
  if (!secret) return handoff;
  if (reason === 'saved') return rest;
  const { secretId, description, expiresOn, hint } = secret;
  return {
    ...rest,
    orphan: {
      ...(secretId !== undefined && { secretId }),
      ...(description !== undefined && { description }),
      ...(expiresOn !== undefined && { expiresOn }),
      hint,
      wipedAt: now,
      reason,
    },
  };
}

/** Every handoff without its secret value: screen lock, update. */
export function wipeAll(handoffs: readonly Handoff[], reason: WipeReason, now: Instant): readonly Handoff[] {
  return handoffs.map((handoff) => withoutSecret(handoff, reason, now));
}

/** The handoffs without the orphans that an app's whole list of secrets does not show any more: those are deleted. */
export function withoutDeletedOrphans(
  handoffs: readonly Handoff[],
  seen: { clientId: string; secretIds: readonly string[] },
): readonly Handoff[] {
  const isDeleted = ({ clientId, orphan }: Handoff) =>
    clientId === seen.clientId && orphan?.secretId !== undefined && !seen.secretIds.includes(orphan.secretId);
  if (!handoffs.some(isDeleted)) return handoffs;
  return handoffs.map((handoff) => {
    if (!isDeleted(handoff)) return handoff;
    const { orphan: _deleted, ...rest } = handoff;
    return rest;
  });
}

/** When the next secret has to go; `undefined` when none is held. */
export function nextDeadline(handoffs: readonly Handoff[]): Instant | undefined {
  const deadlines = handoffs.flatMap((handoff) => (handoff.secret ? [handoff.secret.deadline] : []));
  return deadlines.length === 0 ? undefined : Math.min(...deadlines);
}
