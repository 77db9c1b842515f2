/** Plain data that the gates carry in the place of the table of clouds, held against it. */
import { expect, it } from 'vitest';
import { allClouds } from '../../../utils/entra/clouds';
import { loginMatches, portalMatches } from '../../../utils/entra/matches';

const asPattern = (host: string) => `https://${host}/*`;

it('the portal gate runs on the shells and frames of every cloud', () => {
  const hosts = allClouds.flatMap(({ portalHosts, frameHosts }) => [...portalHosts, ...frameHosts]);
  expect(portalMatches).toEqual(hosts.map(asPattern));
});

it('the sign-in gate runs where users of every cloud sign in', () => {
  expect(loginMatches).toEqual(allClouds.map(({ loginHost }) => asPattern(loginHost)));
});
