import { describe, expect, it } from 'vitest';
import { noteSecretsSeen, type SeenSecret } from '../../../utils/reminders/secrets-seen';
import { clientId, NOW, otherClientId, otherSecretId, secretId } from '../handoff/samples';
import { record } from './records';

const LATER = NOW + 1_000;
const row = (change: Partial<SeenSecret> = {}): SeenSecret => ({
  secretId,
  description: 'Kandji SSO',
  expiresOn: '2028-11-20',
  ...change,
});
const see = (before: ReturnType<typeof record>, rows: SeenSecret[], complete = true) =>
  noteSecretsSeen([before], { clientId, rows, complete }, LATER)[0];

const { secretId: _id, description: _description, expiresOn: _expiry, ...unnamed } = record();

describe('a visit to Certificates & secrets', () => {
  it('corrects the expiry of the secret on record', () => {
    expect(see(record(), [row({ expiresOn: '2027-01-31' })])).toEqual(
      record({ expiresOn: '2027-01-31', updatedAt: LATER }),
    );
  });

  it('changes nothing when the list says what is on record', () => {
    const records = [record()];
    expect(noteSecretsSeen(records, { clientId, rows: [row()], complete: true }, LATER)).toBe(records);
  });

  it('keeps a date where the list showed none', () => {
    const { expiresOn: _none, ...dateless } = row();
    expect(see(record(), [dateless])).toEqual(record());
  });

  it('says nothing about other apps', () => {
    const records = [record({ clientId: otherClientId })];
    expect(noteSecretsSeen(records, { clientId, rows: [], complete: true }, LATER)).toBe(records);
  });

  it('marks the secret as deleted when the whole list lacks it', () => {
    expect(see(record(), [row({ secretId: otherSecretId, description: 'Other' })])?.secretDeleted).toBe(true);
    expect(see(record(), [])?.secretDeleted).toBe(true);
  });

  it('does not, when the list may not have been whole', () => {
    const before = record();
    expect(see(before, [], false)).toBe(before);
    expect(see(before, [row({ secretId: otherSecretId })], false)).toBe(before);
  });

  it('takes the mark back when the secret is there after all', () => {
    expect(see(record({ secretDeleted: true }), [row()])).toEqual(record({ updatedAt: LATER }));
  });

  it('follows a renewal: the old secret gone, one of the same description there', () => {
    const renewed = row({ secretId: otherSecretId, expiresOn: '2030-11-20' });
    expect(see(record(), [renewed])).toMatchObject({ secretId: otherSecretId, expiresOn: '2030-11-20' });
    expect(see(record({ secretDeleted: true }), [renewed])).not.toHaveProperty('secretDeleted');
  });

  it('stays with the saved secret while the renewed one stands beside it', () => {
    const before = record();
    expect(see(before, [row(), row({ secretId: otherSecretId, expiresOn: '2030-11-20' })])).toBe(before);
  });

  it('does not choose between two of the same description', () => {
    const two = [
      row({ secretId: otherSecretId }),
      row({ secretId: '77e93f9a-4c24-4924-86bb-6405f8c2b6d1' as typeof secretId }),
    ];
    expect(see(record(), two)).toEqual(record({ secretDeleted: true, updatedAt: LATER }));
  });

  it('learns name and date of a pasted secret by its description', () => {
    expect(see({ ...unnamed, description: 'Kandji SSO' }, [row()])).toMatchObject({
      secretId,
      expiresOn: '2028-11-20',
    });
  });

  it('keeps a date set by hand where the row has none', () => {
    const { expiresOn: _none, ...dateless } = row();
    expect(see({ ...unnamed, description: 'Kandji SSO', expiresOn: '2028-01-01' }, [dateless])).toMatchObject(
      {
        secretId,
        expiresOn: '2028-01-01',
      },
    );
  });

  it('does not guess for a secret without any name', () => {
    expect(see(unnamed, [row()])).toBe(unnamed);
  });
});
