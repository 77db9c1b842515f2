/**
 * Frames of the portal (facts/entra.md §1.2): what the top page's address and header say, which a frame cannot see, and
 * the check that a frame still belongs to the app it speaks of.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import { type Cloud, cloudOfShellHost } from '../entra/clouds';
import { isOurPage, readRoute } from '../entra/routes';
import type { Handlers } from '../messages/door';
import { ASK_AGAIN } from '../messages/hear';
import { type DataOf, protocol } from '../messages/protocol';
import type { SenderOf } from '../messages/senders';

type PortalFrame = SenderOf<'portalFrame'>;
type AppFacts = DataOf<'captureClientId'>;

export const frameHandlers: Pick<Handlers, 'frameRoute' | 'routeChanged'> = {
  frameRoute: async (_data, sender) => ({ kind: 'route', hash: (await topPageOf(sender))?.hash ?? '' }),

  routeChanged: (_data, { tabId, frameId }) => {
    // A tab without frames of ours has nobody who hears it.
    if (frameId === 0) browser.tabs.sendMessage(tabId, ASK_AGAIN).catch(() => undefined);
    return { kind: 'done' };
  },
};

interface TopPage {
  cloud: Cloud;
  hash: string;
}

/**
 * The page around a frame, where it is one of ours: a shell of the portal, in the frame's cloud, on a route that the
 * extension works on. Everything else is none of the frame's business.
 */
export async function topPageOf({ tabId, cloud }: PortalFrame): Promise<TopPage | undefined> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  if (url === undefined || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  if (address.protocol !== 'https:' || cloudOfShellHost(address.host)?.id !== cloud.id) return undefined;
  return isOurPage(readRoute(address.hash)) ? { cloud, hash: address.hash } : undefined;
}

/** Whether the tab shows the page of this app now. A frame may outlive the route that it was drawn for. */
async function isOfTopPage(sender: PortalFrame, clientId: string): Promise<boolean> {
  if (sender.frameId === 0) return true;
  const at = readRoute((await topPageOf(sender))?.hash ?? '');
  return 'clientId' in at && at.clientId === clientId;
}

/**
 * A handler for what a portal page says of one app. From a frame it is heard only while the tab's address names that
 * app: otherwise the secret of one registration could be taken for the secret of another (TRUST §1.3).
 */
function ofTopPage<Data extends { clientId: string }, Answer>(
  handle: (data: Data, sender: PortalFrame) => Promise<Answer> | Answer,
  whenMoved: NoInfer<Answer>,
): (data: Data, sender: PortalFrame) => Promise<Answer> {
  return async (data, sender) =>
    (await isOfTopPage(sender, data.clientId)) ? handle(data, sender) : whenMoved;
}

/** A handler that gets, for a message from a frame, what the top page's header and title say as well. */
function withTopFacts<Data extends AppFacts, Answer>(
  handle: (data: Data, sender: PortalFrame) => Promise<Answer> | Answer,
): (data: Data, sender: PortalFrame) => Promise<Answer> {
  return async (data, sender) => {
    const top = sender.frameId === 0 ? undefined : await readTopFacts(sender.tabId);
    if (top?.clientId !== data.clientId) return handle(data, sender);
    // The domain is the header's to say; of the rest, what stands beside the value counts.
    const { directoryDomain = data.directoryDomain, ...others } = top;
    return handle({ ...others, ...data, ...(directoryDomain !== undefined && { directoryDomain }) }, sender);
  };
}

/** What the content script of the top document reads there (`top-facts.ts`); nothing where it may not be asked. */
async function readTopFacts(tabId: number): Promise<AppFacts | undefined> {
  const call: Scripting.ScriptInjection = {
    target: { tabId, frameIds: [0] },
    // Runs in the page's isolated world: it must not refer to anything outside itself.
    func: () => (globalThis as { ssoCourierAppFacts?: () => unknown }).ssoCourierAppFacts?.(),
    injectImmediately: true,
  };
  const results = await browser.scripting.executeScript(call).catch(() => []);
  const facts = protocol.captureClientId.data.safeParse(results[0]?.result);
  return facts.success ? facts.data : undefined;
}

const done = { kind: 'done' } as const;
const moved = { kind: 'refused', reason: { kind: 'otherPage' } } as const;

/** What portal pages say of one app. */
type AppHandlers = Pick<
  Handlers,
  'portalSeen' | 'captureClientId' | 'captureSecretValue' | 'secretsSeen' | 'registrationSeen'
>;

/** The same handlers, for frames as well as for the top page. */
export const forFrames = (handlers: AppHandlers): AppHandlers => ({
  portalSeen: ofTopPage(withTopFacts(handlers.portalSeen), done),
  captureClientId: ofTopPage(withTopFacts(handlers.captureClientId), moved),
  captureSecretValue: ofTopPage(withTopFacts(handlers.captureSecretValue), moved),
  secretsSeen: ofTopPage(handlers.secretsSeen, done),
  registrationSeen: ofTopPage(withTopFacts(handlers.registrationSeen), {
    kind: 'registration',
    vendorName: '',
    problems: [],
  }),
});
