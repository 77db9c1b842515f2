import { describe, expect, it } from 'vitest';
import { chooseHandoff } from '../../../utils/handoff/choose';
import { handoff, heldSecret, NOW, otherClientId } from './samples';

const full = handoff({ secret: heldSecret() });
const acme = { ...full, vendorHost: 'acme.kandji.io' };
const other = { ...full, clientId: otherClientId };
const choose = (handoffs: Parameters<typeof chooseHandoff>[0], clientId?: string) =>
  chooseHandoff(handoffs, 'acme.kandji.io', 'kandji', clientId);

describe('which handoff a console is filled from', () => {
  it.each([
    ['the one made for this console', [acme], 'one'],
    ['one that is for no console yet', [full], 'one'],
    ['its own before one that is for none', [acme, other], 'one'],
    ['two for no console: ask', [full, other], 'several'],
    ['two of its own: ask', [acme, { ...other, vendorHost: 'acme.kandji.io' }], 'several'],
    ['one for another vendor tenant', [{ ...full, vendorHost: 'globex.kandji.io' }], 'none'],
    ['one for no console yet, of another vendor', [{ ...full, vendorId: 'iru' }], 'none'],
    ['nothing held', [], 'none'],
  ] as const)('%s', (_what, handoffs, kind) => {
    expect(choose(handoffs).kind).toBe(kind);
  });

  it('takes the one the admin named', () => {
    expect(choose([full, other], otherClientId)).toEqual({ kind: 'one', handoff: other });
  });

  it('cannot be made to name one of another vendor tenant', () => {
    expect(choose([acme, { ...other, vendorHost: 'globex.kandji.io' }], otherClientId).kind).toBe('none');
  });

  it('says what is missing and why it went', () => {
    const expired = handoff({ orphan: { wipedAt: NOW, reason: 'deadline' } });
    expect(choose([expired])).toEqual({ kind: 'none', missing: ['secretValue'], wiped: 'deadline' });
    expect(choose([])).toEqual({ kind: 'none', missing: ['clientId', 'secretValue'] });
  });
});
