import * as ko from 'knockout';
import type { AppView } from '../../contract';
import { api } from '../api';
import { Blade } from '../blade';
import { links } from '../route';
import type { Shell } from '../shell';

/**
 * Overview of the enterprise application behind an app registration. Its Object ID is another one than the app
 * registration's, and its credentials are not what a sign-in connection needs.
 */
export class EnterpriseAppBlade extends Blade {
  private readonly clientId: string;
  readonly app = ko.observable<AppView>();

  readonly template = `
<div class="fxs-blade-content-wrapper">
  <h3 class="msportalfx-text-header-small" data-bind="text: t.properties"></h3>
  <!-- ko with: app -->
  <dl class="ext-ad-properties">
    <dt data-bind="text: $root.t.name"></dt><dd data-bind="text: displayName"></dd>
    <dt data-bind="text: $root.t.applicationId"></dt><dd data-bind="text: clientId"></dd>
    <dt data-bind="text: $root.t.objectId"></dt><dd data-bind="text: servicePrincipalId"></dd>
  </dl>
  <!-- /ko -->
</div>`;

  constructor(shell: Shell, clientId: string) {
    super(shell);
    this.clientId = clientId;
  }

  async load(): Promise<void> {
    this.crumbs([
      { text: this.t.home, href: links.home() },
      { text: this.t.enterpriseApps, href: links.home() },
    ]);
    try {
      const app = await api.app(this.clientId);
      this.app(app);
      this.title(`${app.displayName} | ${this.t.overview}`);
    } catch {
      this.title(this.t.appNotFoundTitle);
    }
  }
}
