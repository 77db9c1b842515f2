import { describe, expect, it } from 'vitest';
import {
  extendHold,
  holdSpan,
  nextDeadline,
  sweep,
  wipeAll,
  withoutSecret,
} from '../../../utils/handoff/hold';
import { handoff, heldSecret, MINUTE, NOW, secretValue } from './samples';

const hold = { minutes: 10, mostMinutes: 60 };

describe('holding a secret value', () => {
  it('holds for ten minutes and never longer than sixty', () => {
    const span = holdSpan(NOW, hold);
    expect(span.deadline - NOW).toBe(10 * MINUTE);
    let secret = heldSecret(span);
    for (let press = 0; press < 20; press += 1) secret = extendHold(secret, hold);
    expect(secret.deadline - NOW).toBe(60 * MINUTE);
  });

  it.each([
    ['a moment before the deadline', 10 * MINUTE - 1, NOW, false],
    ['at the deadline', 10 * MINUTE, NOW, true],
    ['hours later, after the machine slept', 600 * MINUTE, NOW, true],
    ['after the clock was set back beyond the capture', -5 * MINUTE, NOW, true],
    ['after the clock was set back, still behind the capture', 2 * MINUTE, NOW + 8 * MINUTE, true],
    ['after a correction of the clock by a second', 0, NOW + 1_000, false],
  ])('%s: %s ms, wiped %s', (_when, later, lastSeen, wiped) => {
    const [swept] = sweep([handoff({ secret: heldSecret() })], NOW + later, lastSeen);
    expect(swept?.secret === undefined).toBe(wiped);
    expect(JSON.stringify(swept).includes(secretValue)).toBe(!wiped);
  });

  it.each([
    ['beyond the cap', { deadline: NOW + 999 * MINUTE, latestDeadline: NOW + 999 * MINUTE }, 60 * MINUTE],
    ['that is no number', { deadline: Number.NaN }, 1],
  ])('a deadline %s does not hold longer', (_what, times, later) => {
    const [swept] = sweep([handoff({ secret: heldSecret(times) })], NOW + later, NOW);
    expect(swept?.secret).toBeUndefined();
  });

  it('leaves a handoff alone that holds no secret', () => {
    const handoffs = [handoff()];
    expect(sweep(handoffs, NOW + 600 * MINUTE, NOW)).toBe(handoffs);
  });

  it('names the orphan of an expired secret, and none of a saved one', () => {
    const held = handoff({ secret: heldSecret() });
    expect(withoutSecret(held, 'deadline', NOW).orphan).toMatchObject({
      description: 'Kandji SSO',
      hint: 'zzz',
      reason: 'deadline',
    });
    expect(withoutSecret(held, 'saved', NOW).orphan).toBeUndefined();
    expect(withoutSecret(held, 'saved', NOW).secret).toBeUndefined();
  });

  it('wipes every secret on a locked screen and keeps what is no secret', () => {
    const [one, two] = wipeAll([handoff({ secret: heldSecret() }), handoff()], 'locked', NOW);
    expect(one).toMatchObject({ clientId: handoff().clientId, orphan: { reason: 'locked' } });
    expect(one?.secret).toBeUndefined();
    expect(two).toEqual(handoff());
  });

  it('knows the next deadline of several', () => {
    const early = handoff({ secret: heldSecret({ deadline: NOW + 1 }) });
    expect(nextDeadline([handoff({ secret: heldSecret() }), early, handoff()])).toBe(NOW + 1);
    expect(nextDeadline([handoff()])).toBeUndefined();
  });
});
