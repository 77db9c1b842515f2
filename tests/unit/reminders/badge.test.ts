import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../utils/background/badge';
import { handoff, heldSecret, secretValue } from '../handoff/samples';
import { record } from './records';

const TODAY = '2028-11-01';
const held = [handoff({ secret: heldSecret() })];

describe('the toolbar button', () => {
  it.each([
    ['nothing', [], [], '', 'SSO Courier'],
    ['a held client ID', [handoff()], [], '1', 'SSO Courier: a client ID is held'],
    [
      'a held secret before what expires',
      held,
      [record({ expiresOn: '2028-10-01' })],
      '2',
      'SSO Courier: a secret value is held',
    ],
    [
      'one that expires in 30 days',
      [],
      [record({ expiresOn: '2028-12-01' })],
      '1',
      'SSO Courier: 1 client secret expires within 30 days',
    ],
    ['none that expires later', [], [record({ expiresOn: '2028-12-02' })], '', 'SSO Courier'],
    [
      'overdue and deleted ones',
      [],
      [
        record({ expiresOn: '2028-10-31' }),
        record({ secretDeleted: true }),
        record({ expiresOn: '2028-11-05' }),
      ],
      '3',
      'SSO Courier: 2 client secrets have expired or gone, 1 client secret expires within 30 days',
    ],
  ])('shows %s', (_what, handoffs, records, text, title) => {
    expect(badgeOf(handoffs, records, TODAY)).toMatchObject({ text, title });
  });

  it('warns in a stronger colour when something is overdue', () => {
    const soon = badgeOf([], [record({ expiresOn: '2028-11-05' })], TODAY).color;
    const overdue = badgeOf([], [record({ expiresOn: '2028-10-05' })], TODAY).color;
    expect(soon).not.toBe(overdue);
    expect(
      badgeOf(
        [],
        Array.from({ length: 1_500 }, () => record({ expiresOn: TODAY })),
        TODAY,
      ).text,
    ).toBe('1k+');
  });

  it('says nothing of a secret but that one is held', () => {
    const said = JSON.stringify(badgeOf(held, [], TODAY));
    expect(said).not.toContain(secretValue);
    expect(said).not.toContain('zzz');
  });
});
