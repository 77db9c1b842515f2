/** What an organisation has to allow where it keeps all extensions out of some hosts (`runtime_blocked_hosts`). */
import { loginMatches, portalMatches } from '../entra/matches';
import { vendorMatches } from '../vendors/matches';

/** All hosts we work on, as the policy wants them: without a path. */
export const hostPatterns: readonly string[] = [...portalMatches, ...loginMatches, ...vendorMatches].map(
  (match) => match.replace(/\/\*$/, ''),
);

/** The line to be added to the entry of SSO Courier in the policy `ExtensionSettings`. */
export const policyLine = (patterns: readonly string[]) =>
  `"runtime_allowed_hosts": ${JSON.stringify(patterns)}`;
