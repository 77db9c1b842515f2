/** When Microsoft is asked again by itself about a secret that it refused. Pure. */
import type { Handoff, Instant } from './model';

/** A secret just made is refused for a while (facts, entra §8: 7000215; a Vault module waits 30 s). */
export const ASK_AGAIN_AFTER_MS = [30_000, 60_000] as const;

/** `undefined` when the answer is final, or another secret is held by now. */
export function nextTry({ secret, microsoft }: Pick<Handoff, 'secret' | 'microsoft'>): Instant | undefined {
  if (!secret || microsoft?.answer.kind !== 'wrongSecret' || microsoft.capturedAt !== secret.capturedAt)
    return undefined;
  const wait = ASK_AGAIN_AFTER_MS[microsoft.tries];
  // A secret that was pasted may be of any age: a refusal of it is final.
  return wait === undefined || secret.source === 'paste' ? undefined : secret.capturedAt + wait;
}
