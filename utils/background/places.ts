/** Tabs: which consoles are open, and opening the place where a step is done. */
import browser, { type Tabs } from 'webextension-polyfill';
import { clouds } from '../entra/clouds';
import { portalLinks } from '../entra/routes';
import type { Handoff, StepId } from '../handoff/model';
import { vendorMatches } from '../vendors/matches';
import { type VendorTenant, vendors, vendorTenantOf } from '../vendors/registry';

/** Consoles that are open in ordinary windows, the one used last first. */
export async function openVendorTabs(): Promise<{ tab: Tabs.Tab; tenant: VendorTenant }[]> {
  const tabs = await browser.tabs.query({ url: vendorMatches });
  return tabs
    .filter((tab) => !tab.incognito)
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .flatMap((tab) => {
      const tenant = tab.url === undefined ? undefined : vendorTenantOf(tab.url);
      return tenant ? [{ tab, tenant }] : [];
    });
}

/** The console of this vendor tenant: the active tab if it shows it, else the one used last. */
export async function vendorTab(vendorHost: string): Promise<Tabs.Tab | undefined> {
  const tabs = (await openVendorTabs())
    .filter(({ tenant }) => tenant.host === vendorHost)
    .map(({ tab }) => tab);
  return tabs.find((tab) => tab.active) ?? tabs[0];
}

/** Shows a tab to the admin, its window in front. */
export async function show(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * The address where a step is done, if it is known.
 * @param handoff the current one: it names the app registration and the vendor tenant
 */
export function addressOf(
  step: StepId,
  handoff: Handoff | undefined,
  vendorHost: string | undefined,
): string | undefined {
  const cloud = clouds[handoff?.cloudId ?? 'global'];
  const clientId = handoff?.clientId;
  const consoleAddress = vendorHost === undefined ? undefined : `https://${vendorHost}/`;
  switch (step) {
    case 'registerApp':
      return portalLinks.register(cloud);
    case 'clientId':
    case 'check':
      return clientId ? portalLinks.overview(cloud, clientId) : portalLinks.list(cloud);
    case 'newSecret':
    case 'secretValue':
    case 'reminder':
    case 'deleteOldSecret':
      return clientId ? portalLinks.secrets(cloud, clientId) : portalLinks.list(cloud);
    case 'chooseTenant':
    case 'carryRedirectUri':
    case 'fill':
    case 'save':
    case 'enable':
    case 'test':
    case 'enforce':
      return consoleAddress;
    case 'authorise':
      if (handoff && vendors[handoff.vendorId].consent === 'portal') {
        return portalLinks.permissions(cloud, handoff.clientId);
      }
      return consoleAddress;
    default:
      return step satisfies never;
  }
}

/**
 * Opens an address, or shows the tab that is there already. An open form is never navigated away from.
 * @returns the new tab of a console, where one was opened
 */
export async function openPlace(address: string): Promise<{ tabId: number; vendorHost: string } | undefined> {
  const tenant = vendorTenantOf(address);
  const open = tenant ? await vendorTab(tenant.host) : await tabAt(address);
  if (open) {
    await show(open);
    return undefined;
  }
  const { id } = await browser.tabs.create({ url: address, ...(await ordinaryWindow()) });
  return tenant && id !== undefined ? { tabId: id, vendorHost: tenant.host } : undefined;
}

/** A tab opened from a private window goes to an ordinary one: there the admin is signed in. */
async function ordinaryWindow(): Promise<{ windowId?: number }> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const ordinary = windows.filter((window) => !window.incognito);
  const { id } = ordinary.find((window) => window.focused) ?? ordinary[0] ?? {};
  return id === undefined ? {} : { windowId: id };
}

async function tabAt(address: string): Promise<Tabs.Tab | undefined> {
  const { origin } = new URL(address);
  const tabs = await browser.tabs.query({ url: `${origin}/*` });
  return tabs.find((tab) => tab.url === address);
}
