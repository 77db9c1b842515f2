/** Plain data that the gates carry in the place of the profiles, held against them. */
import { expect, it } from 'vitest';
import { SUBJECT } from '../../../utils/vendors/console/gate';
import { identityMatches, vendorMatches } from '../../../utils/vendors/matches';
import { vendors } from '../../../utils/vendors/registry';

const profiles = Object.values(vendors);
const regions = profiles.flatMap((vendor) => vendor.regions);

it('the sign-in gate runs on the identity hosts of every region', () => {
  expect(identityMatches).toEqual(regions.map(({ identityHost }) => `https://${identityHost}/*`));
});

it('the console gate runs on the consoles of every region', () => {
  for (const { consoleSuffix } of regions) {
    expect(
      vendorMatches.some((match) =>
        `https://*${consoleSuffix}/*`.endsWith(match.slice(match.indexOf('*.') + 1)),
      ),
    ).toBe(true);
  }
});

it.each(profiles.map((profile) => [profile.name, profile] as const))(
  'the console gate of %s knows the words of every page its part works on',
  (_name, { fields, console: { words } }) => {
    const telling = [
      ...fields.secretValue.labels,
      ...words.standardAuthentication,
      ...words.authentication,
      ...words.connectionTypes,
      ...words.redirectUri,
    ];
    for (const word of telling) expect(word).toMatch(SUBJECT);
    for (const name of ['client_secret', 'clientSecret', 'secret']) {
      expect(fields.secretValue.names.some((pattern) => pattern.test(name))).toBe(true);
      expect(name).toMatch(SUBJECT);
    }
  },
);
