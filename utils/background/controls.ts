/** Whether our controls appear on the portal's pages, and telling open pages when that changes. */
import browser from 'webextension-polyfill';
import { portalMatches } from '../entra/matches';
import { isSession, SESSION_KEY, type Session } from '../handoff/memory';
import type { PortalGoal } from '../messages/answers';
import { ASK_AGAIN } from '../messages/hear';
import type { Settings } from '../settings/settings';
import { SETTINGS_KEY, settingsForSure } from './settings';

/** A tenant was chosen, or something is held, since the last *Clear* left nothing. */
function isUnderWay({ handoffs, chosen, clearedAt = 0 }: Session): boolean {
  return handoffs.length > 0 || (chosen !== undefined && chosen.at > clearedAt);
}

export function controlsFor(session: Session, { portalButtons }: Settings): 'shown' | 'hidden' {
  return portalButtons === 'always' || isUnderWay(session) ? 'shown' : 'hidden';
}

/**
 * What a page of the portal points to, once the admin asked to be taken there.
 * @param clientId the app that the page is about; none on the register form
 */
export function pointTo({ guided, handoffs }: Session, clientId: string | undefined): PortalGoal | undefined {
  if (!guided) return undefined;
  if (clientId === undefined) return 'register';
  const handoff = handoffs.find((each) => each.clientId === clientId);
  if (handoff?.clientIdHeldAt === undefined) {
    // Another app's journey is under way: this one is only looked at.
    return handoffs.some((each) => each.clientIdHeldAt !== undefined) ? undefined : 'clientId';
  }
  const { fill, save } = handoff.evidence;
  return handoff.secret || fill || save ? undefined : 'secret';
}

/** All of a session that pages of the portal show something of, to be compared: whether, where to, for which console. */
function shownOf(stored: unknown): string {
  if (!isSession(stored)) return '';
  const { handoffs, chosen, guided } = stored;
  const all = [chosen?.vendorHost, ...handoffs.map(({ vendorHost }) => vendorHost)];
  const hosts = new Set(all.filter((host) => host !== undefined));
  const goals = guided ? handoffs.map(({ clientId }) => [clientId, pointTo(stored, clientId)]) : [];
  return JSON.stringify([isUnderWay(stored), [...hosts], goals]);
}

/** Registers its listener synchronously: a journey began or ended, or somebody changed the setting. */
export function watchControls(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const session = area === 'session' ? changes[SESSION_KEY] : undefined;
    const turned = session !== undefined && shownOf(session.oldValue) !== shownOf(session.newValue);
    if (turned || area === 'managed' || (area === 'local' && changes[SETTINGS_KEY])) void tellPortals();
  });
  void tellIfLimited().catch(() => undefined);
}

/** Pages drawn before the organisation's word came had the defaults. */
async function tellIfLimited(): Promise<void> {
  if ((await settingsForSure()).portalButtons === 'duringJourney') await tellPortals();
}

async function tellPortals(): Promise<void> {
  const tabs = await browser.tabs.query({ url: portalMatches }).catch(() => []);
  for (const { id } of tabs) {
    // A page without anybody who hears it has nothing to change.
    if (id !== undefined) browser.tabs.sendMessage(id, ASK_AGAIN).catch(() => undefined);
  }
}
