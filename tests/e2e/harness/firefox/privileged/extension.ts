/** Runs in Firefox's own window: the extension's button in the toolbar, and its background. */
import type { Base } from './base';
import type { Extension, Gecko } from './gecko';
import type { Input } from './input';
import type { Evaluated, Pages } from './pages';
import type { Windows } from './windows';

export function extension(
  courier: Base & Windows & Pages & Input,
  { ChromeUtils, WebExtensionPolicy }: Gecko,
) {
  const {
    ExtensionParent,
  }: {
    ExtensionParent: {
      apiManager: { global: { browserActionFor(extension: Extension): { widget: { id: string } } } };
    };
  } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { CustomizableUI }: { CustomizableUI: { addWidgetToArea(widget: string, area: string): void } } =
    ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');

  const {
    ExtensionPermissions,
  }: {
    ExtensionPermissions: Record<
      'add' | 'remove',
      (addonId: string, permissions: object, extension: Extension) => Promise<void>
    >;
  } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const {
    AddonManager,
  }: { AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> } } =
    ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');

  const find = (addonId: string): Extension => {
    const policy = WebExtensionPolicy.getByID(addonId);
    if (policy === null) throw courier.failure('NotNow', 'the extension is not there');
    return policy.extension;
  };
  const widgetOf = (addonId: string) =>
    ExtensionParent.apiManager.global.browserActionFor(find(addonId)).widget.id;

  return {
    /** As the administrator does it with *Pin to toolbar*. */
    pin(addonId: string): void {
      CustomizableUI.addWidgetToArea(widgetOf(addonId), 'nav-bar');
    },

    /** Presses the extension's button in the window of a tab. */
    async pressButton(addonId: string, tab: number): Promise<void> {
      const window = courier.browserOf(tab).ownerDocument.defaultView;
      const button = window.document
        .getElementById(widgetOf(addonId))
        ?.querySelector('.unified-extensions-item-action-button');
      const box = button?.getBoundingClientRect();
      if (!box || box.width === 0) throw courier.failure('NotNow', 'its button is not in the toolbar');
      await courier.clickWindow(window, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    },

    /** As the add-ons page does it. */
    async allowPrivateWindows(addonId: string): Promise<void> {
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(addonId, allowed, find(addonId));
      await (await AddonManager.getAddonByID(addonId)).reload();
    },

    /** As the add-ons page does it with the switches of its *Permissions*. */
    async revokeSites(addonId: string): Promise<void> {
      const extension = find(addonId);
      const origins = extension.manifest.host_permissions;
      await ExtensionPermissions.remove(addonId, { permissions: [], origins }, extension);
    },

    async evaluateInBackground(addonId: string, expression: string): Promise<Evaluated> {
      await find(addonId).wakeupBackground();
      const view = [...find(addonId).views].find(({ viewType }) => viewType === 'background');
      if (!view?.xulBrowser) throw courier.failure('NotNow', 'the background sleeps');
      return courier.evaluateIn(view.xulBrowser, expression);
    },

    /** As the browser does it with an idle one, but at once: what is under way is not waited for. */
    async stopBackground(addonId: string): Promise<void> {
      const { backgroundState } = find(addonId);
      if (backgroundState === 'stopped') return;
      await find(addonId).terminateBackground({ disableResetIdleForTest: true });
    },

    backgroundState: (addonId: string) => find(addonId).backgroundState,
  };
}
