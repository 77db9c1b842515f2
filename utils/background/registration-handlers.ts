/** Messages of the portal's forms: what to fill into a new registration, and whether the one that is there is right. */
import { asClientId } from '../entra/values';
import { noteFacts } from '../handoff/capture';
import { readSession, type Session, updateSession } from '../handoff/memory';
import type { Registration } from '../handoff/model';
import { expectedRedirectUri, registrationProblems } from '../handoff/registration';
import type { Handlers } from '../messages/door';
import type { RegistrationAnswer, RegistrationValues } from '../messages/protocol';
import { isAllowedTenant, onlyTenant, type Settings } from '../settings/settings';
import { defaultVendor, type VendorTenant, vendorTenantOf } from '../vendors/registry';
import { captureContext, readingOf } from './capture-handlers';
import { openVendorTabs } from './places';
import { readSettings, settingsAtHand } from './settings';

export const registrationHandlers: Pick<Handlers, 'registrationValues' | 'registrationSeen'> = {
  registrationValues: async () => {
    const [session, settings] = await Promise.all([readSession(), readSettings()]);
    if (session.chosen && isAllowedTenant(settings, session.chosen.vendorHost)) {
      return valuesOf(session, settings);
    }
    // The only console that is open is the one that is meant; with several, the admin has to say which.
    const open = (await openVendorTabs()).map(({ tenant }) => tenant.host);
    const hosts = new Set(open.filter((host) => isAllowedTenant(settings, host)));
    const [vendorHost = onlyTenant(settings)?.host, ...others] = hosts;
    if (vendorHost === undefined || others.length > 0) {
      const { chosen: _notAllowed, ...rest } = session;
      return valuesOf(rest, settings);
    }
    return updateSession((found, at) => {
      const chosen = { ...found, chosen: { vendorHost, at } };
      return { session: chosen, answer: valuesOf(chosen, settings) };
    });
  },

  registrationSeen: async (data, { cloud }) => {
    const settings = await settingsAtHand();
    return updateSession<RegistrationAnswer>((session, now) => {
      const clientId = asClientId(data.clientId);
      const handoff = session.handoffs.find((candidate) => candidate.clientId === clientId);
      const tenant = tenantOf(handoff?.vendorHost ?? session.chosen?.vendorHost);
      const vendorName = (tenant?.vendor ?? defaultVendor).name;
      // An app that nobody carries to a vendor may look as it likes.
      if (!clientId || !handoff)
        return { session, answer: { kind: 'registration', vendorName, problems: [] } };
      const registration: Registration = {
        ...handoff.registration,
        ...(data.counts && { counts: data.counts }),
        ...(data.redirectUris && { redirectUris: data.redirectUris }),
        ...(data.audience && { audience: data.audience }),
        at: now,
      };
      const known = noteFacts(
        session.handoffs,
        readingOf(data, clientId, cloud.id),
        captureContext(session, clientId, now, settings),
      );
      const handoffs = known.map((other) =>
        other.clientId === clientId ? { ...other, registration } : other,
      );
      const expected = expectedRedirectUri(tenant, { ...session.carried, ...handoff });
      const problems = registrationProblems(registration, expected, data.appName ?? handoff.appName);
      return { session: { ...session, handoffs }, answer: { kind: 'registration', vendorName, problems } };
    });
  },
};

function tenantOf(vendorHost: string | undefined): VendorTenant | undefined {
  return vendorHost === undefined ? undefined : vendorTenantOf(`https://${vendorHost}/`);
}

/** A new registration is for the vendor tenant that was chosen, or whose redirect URI was carried, last. */
function valuesOf(session: Session, settings: Settings): RegistrationValues {
  const tenant = tenantOf(session.chosen?.vendorHost);
  const vendor = tenant?.vendor ?? defaultVendor;
  const carried = session.carried?.vendorHost === tenant?.host ? session.carried : undefined;
  const redirectUri = expectedRedirectUri(tenant, carried);
  return {
    kind: 'values',
    vendorName: vendor.name,
    appName: settings.appName ?? vendor.appName,
    secretDescription: settings.secretDescription ?? vendor.secretDescription,
    secretMonths: 24,
    ...(redirectUri !== undefined && { redirectUri }),
    ...(redirectUri === undefined && { why: tenant ? ('notCarried' as const) : ('noTenant' as const) }),
  };
}
