/**
 * The hand-over record: what was set up, where, and who tested it, as plain text for a change ticket. It is made from
 * the connection record, which holds no secret value, so it cannot contain one. Pure.
 */
import { clouds } from '../entra/clouds';
import { portalLinks } from '../entra/routes';
import { type VendorTenant, vendors } from '../vendors/registry';
import { journey } from './journey';
import type { ConnectionRecord, Instant } from './model';
import { expectedRedirectUri } from './registration';
import type { Verdict } from './verdict';

export interface HandoverWords {
  /** Title of a step, as the views show it. */
  stepTitle(step: ReturnType<typeof journey>[number]): string;
  verdict(verdict: Verdict): string;
}

/**
 * @param tenant the vendor tenant of the record, as far as its host is still one
 * @param now when the record is written; times are in UTC, so that they read the same everywhere
 */
export function handoverRecord(
  record: ConnectionRecord,
  tenant: VendorTenant | undefined,
  now: Instant,
  words: HandoverWords,
): string {
  const steps = journey({
    now,
    vendor: tenant?.vendor ?? vendors[record.vendorId],
    tenantKnown: true,
    tenantChosenAt: record.createdAt,
    record,
    checks: [],
    ...(record.lastVerdict && { verdict: record.lastVerdict }),
    ticks: {},
    consentOtherApp: false,
    registrationProblems: [],
    ssoNotEnabled: false,
  });
  const lines: (string | undefined)[] = [
    `Single sign-on: ${tenant?.vendor.name ?? record.vendorId} with Microsoft Entra ID`,
    `Written by SSO Courier, ${utc(now)}. Contains no secret.`,
    '',
    'Microsoft Entra ID',
    row('App registration', record.appName),
    row('Application (client) ID', record.clientId),
    row('Directory (tenant) ID', record.tenantId),
    row('Directory domain', record.directoryDomain),
    row('Redirect URI (Web)', expectedRedirectUri(tenant, record)),
    row('Client secret', record.description),
    row('Secret ID', record.secretId),
    row('Secret expires', record.expiresOn),
    row('Certificates & secrets', portalLinks.secrets(clouds[record.cloudId], record.clientId)),
    '',
    tenant?.vendor.name ?? record.vendorId,
    row('Tenant', record.vendorHost),
    row('Region', tenant?.region.name),
    row('Connection', record.connectionName),
    '',
    'Steps',
    ...steps.map((step) => {
      const done = step.evidence;
      const how = done
        ? `${done.how === 'seen' ? 'seen' : 'ticked by the administrator'}, ${utc(done.at)}`
        : 'not done';
      return row(words.stepTitle(step), how);
    }),
    '',
    'Sign-in test',
    row('Outcome', record.lastVerdict ? words.verdict(record.lastVerdict.verdict) : 'not tested'),
    row('Tested', record.lastVerdict ? utc(record.lastVerdict.at) : undefined),
    // Who signed in is not read from the pages: the person who hands over knows.
    row('Tested by', record.lastVerdict ? '________' : undefined),
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}

function row(name: string, value: string | undefined): string | undefined {
  // One fact a line: a name with a line break in it must not look like another fact.
  return value === undefined ? undefined : `  ${name}: ${value.replace(/\s+/g, ' ')}`;
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
