/** Tabs: which consoles are open, and opening the place where a step is done. */
import browser, { type Tabs } from 'webextension-polyfill';
import { cloudOfShellHost, clouds } from '../entra/clouds';
import { portalMatches } from '../entra/matches';
import { type PortalPage, portalLinks, readRoute } from '../entra/routes';
import type { Handoff, StepId } from '../handoff/model';
import { vendorMatches } from '../vendors/matches';
import { type VendorTenant, vendors, vendorTenantOf } from '../vendors/registry';
import { neverAborted, orAborted } from './cancelling';

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
 * @throws the signal's reason; a tab that comes after all is closed again
 */
export async function openPlace(
  address: string,
  signal: AbortSignal = neverAborted,
): Promise<{ tabId: number; vendorHost: string } | undefined> {
  const tenant = vendorTenantOf(address);
  const open = tenant ? await vendorTab(tenant.host) : await openPortalTab(address);
  signal.throwIfAborted();
  if (open) {
    await show(open);
    return undefined;
  }
  const window = await ordinaryWindow();
  signal.throwIfAborted();
  const creating = browser.tabs.create({ url: address, ...window });
  const { id } = await orAborted(creating, signal, closeTab);
  return tenant && id !== undefined ? { tabId: id, vendorHost: tenant.host } : undefined;
}

export async function closeTab({ id }: Tabs.Tab): Promise<void> {
  if (id !== undefined) await browser.tabs.remove(id);
}

/** A tab opened from a private window goes to an ordinary one: there the admin is signed in. */
async function ordinaryWindow(): Promise<{ windowId?: number }> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const ordinary = windows.filter((window) => !window.incognito);
  const { id } = ordinary.find((window) => window.focused) ?? ordinary[0] ?? {};
  return id === undefined ? {} : { windowId: id };
}

/** A tab of the portal to use for this page, at that page. */
async function openPortalTab(address: string): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query({ url: portalMatches });
  const found = portalTabFor(address, tabs);
  if (found?.goTo !== undefined && found.tab.id !== undefined) {
    await browser.tabs.update(found.tab.id, { url: found.goTo });
  }
  return found?.tab;
}

/**
 * The open tab of the portal in which a page is shown: one that shows it already, in whichever shell the admin works, else
 * one at the app's Overview or the list, where nothing can be lost by going on. A form is never left, and neither is
 * *Certificates & secrets*: the portal hides a new value for good. Pure.
 * @returns the tab, and the address to send it to where it is elsewhere
 */
export function portalTabFor(
  address: string,
  tabs: readonly Tabs.Tab[],
): { tab: Tabs.Tab; goTo?: string } | undefined {
  const wanted = new URL(address);
  const cloud = cloudOfShellHost(wanted.host);
  const page = readRoute(wanted.hash);
  const open = tabs
    .filter((tab) => !tab.incognito && tab.url !== undefined && URL.canParse(tab.url))
    .map((tab) => ({ tab, url: new URL(tab.url ?? '') }))
    .filter(({ url }) => cloud !== undefined && cloudOfShellHost(url.host)?.id === cloud.id)
    .map(({ tab, url }) => ({ tab, url, at: readRoute(url.hash) }))
    .sort((one, other) => useOf(other.tab) - useOf(one.tab));
  const there = open.find(({ at }) => JSON.stringify(at) === JSON.stringify(page));
  if (there) return { tab: there.tab };
  const near = open.find(({ at }) => at.kind === 'list' || (at.kind === 'overview' && isSameApp(at, page)));
  return near && { tab: near.tab, goTo: `${near.url.origin}/${wanted.hash}` };
}

/** The tab in front comes first, then the one used last. */
const useOf = ({ active, lastAccessed }: Tabs.Tab) =>
  active ? Number.MAX_SAFE_INTEGER : (lastAccessed ?? 0);

const isSameApp = (one: PortalPage, other: PortalPage) =>
  'clientId' in one && 'clientId' in other && one.clientId === other.clientId;
