import * as ko from 'knockout';
import { api } from '../api';
import { type EssentialsItem, leftEssentials, rightEssentials } from '../essentials';
import { icon } from '../icons';
import { banner, copyControl, toolbar } from '../parts';
import { links } from '../route';
import type { Shell } from '../shell';
import { AppBlade } from './app-blade';

/**
 * One property of *Essentials* (facts/entra.md §3.1). Value: `a` or `div.fxc-essentials-value.fxs-portal-text` with the
 * full text in `title`; behind it a second, hidden copy (a trap recorded there), then the copy control that shows on
 * hover. Depth as in the recorded positional path `div[k]/div[3]/div/div/div[1]`.
 */
const essentialsItem = `
<div class="fxc-essentials-item">
  <div class="fxc-essentials-label-container"><label class="fxc-essentials-label" data-bind="text: label, attr: { title: label }"></label></div>
  <div class="fxc-essentials-separator" aria-hidden="true">:</div>
  <div class="fxc-essentials-value-wrapper"><div class="fxc-essentials-item-value"><div>
    <!-- ko if: $data.href --><a class="fxc-essentials-value fxs-portal-text" data-bind="text: text, attr: { href: href, title: text }"></a><!-- /ko -->
    <!-- ko ifnot: $data.href --><!-- ko if: $data.isState -->${icon('check')}<!-- /ko --><div class="fxc-essentials-value fxs-portal-text" data-bind="text: text, attr: { title: text }"></div><!-- /ko -->
    <div hidden data-bind="text: text"></div>
    <!-- ko if: $data.canBeCopied -->${copyControl('$root.copyItem')}<!-- /ko -->
  </div></div></div>
</div>`;

const essentials = `
<div class="fxc-essentials fxc-base" role="region" data-bind="attr: { 'aria-label': t.essentials }">
  <div class="fxc-essentials-toggle fxs-fxclick" role="button" tabindex="0" data-bind="fxclick: toggleEssentials, attr: { 'aria-expanded': areEssentialsOpen() ? 'true' : 'false' }, css: { 'fxc-essentials-collapsed': !areEssentialsOpen() }">${icon('chevronUp')}<span data-bind="text: t.essentials"></span></div>
  <div class="fxc-essentials-column-container" data-bind="visible: areEssentialsOpen">
    <div hidden></div>
    <div hidden></div>
    <div class="fxc-essentials-column" data-bind="foreach: leftItems">${essentialsItem}</div>
    <div class="fxc-essentials-column" data-bind="foreach: rightItems">${essentialsItem}</div>
  </div>
</div>`;

/** Command bar of the page. */
export const overviewToolbar = toolbar([
  {
    label: '(app().activated ? t.deactivate : t.activate)',
    icon: 'block',
    press: 'deactivate',
    telemetry: 'Deactivate',
  },
  { label: 't.delete', icon: 'bin', press: 'remove', telemetry: 'Delete' },
  { label: 't.endpoints', icon: 'globe', press: 'nothing', telemetry: 'Endpoints' },
]);

/** *Overview* of an app registration. */
export class OverviewBlade extends AppBlade {
  protected readonly page = '';
  readonly areEssentialsOpen = ko.observable(true);
  readonly isBannerDismissed = ko.observable(false);
  readonly leftItems = ko.pureComputed(() => this.items(leftEssentials));
  readonly rightItems = ko.pureComputed(() => this.items(rightEssentials));

  protected readonly content: string = `
${overviewToolbar}
<div class="fxs-blade-content-wrapper">
  ${essentials}
  ${banner('t.adalBanner', 'isBannerDismissed', ' <a href="#home" data-bind="text: t.learnMore"></a>')}
  <ul class="azc-tabList" role="tablist">
    <li class="azc-tab azc-tab-active" role="tab" aria-selected="true" tabindex="0" data-bind="text: t.getStarted"></li>
    <li class="azc-tab" role="tab" aria-selected="false" tabindex="-1" data-bind="text: t.documentation"></li>
  </ul>
  <div class="ext-ad-overview-start">
    <h1 data-bind="text: t.buildTitle"></h1>
    <p><span data-bind="text: t.buildText"></span> <a href="#home"><span data-bind="text: t.learnMore"></span> ${icon('external')}</a></p>
  </div>
</div>`;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId, 'Overview');
  }

  private items(list: typeof leftEssentials): EssentialsItem[] {
    const app = this.app();
    return app ? list(app, this.shell.settings) : [];
  }

  readonly toggleEssentials = () => {
    this.areEssentialsOpen(!this.areEssentialsOpen());
  };

  readonly copyItem = (item: EssentialsItem, event: Event) => {
    void this.shell.copy(item.text, event.currentTarget as HTMLElement);
  };

  readonly deactivate = async () => {
    const app = this.app();
    if (app) this.app(await api.change(app.clientId, { activated: !app.activated }));
  };

  readonly remove = () => {
    const name = this.app()?.displayName ?? '';
    this.shell.ask({
      title: this.t.deleteAppTitle,
      text: this.fill(this.t.deleteAppQuestion, { name }),
      onYes: async () => {
        await api.remove(this.clientId);
        this.shell.toast(this.t.deleteAppTitle, this.fill(this.t.deletedAppToast, { name }));
        this.shell.go(links.list());
      },
    });
  };
}
