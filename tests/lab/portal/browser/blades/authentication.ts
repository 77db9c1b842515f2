import * as ko from 'knockout';
import type { Platform } from '../../../world';
import type { AppView } from '../../contract';
import { api } from '../api';
import { icon } from '../icons';
import { cellText, grid, toolbar } from '../parts';
import type { Shell } from '../shell';
import { AddRedirectUriPane } from './add-redirect-uri-pane';
import { AppBlade } from './app-blade';

interface Row {
  uri: string;
  platform: Platform;
  platformText: string;
}

/** *Authentication (Preview)*: facts/entra.md §1.3 (tabs and button; the real one's frame is not known). */
export class AuthenticationBlade extends AppBlade {
  protected readonly page = this.t.authentication;
  readonly rows = ko.pureComputed(() => (this.app()?.redirectUris ?? []).map((entry) => this.row(entry)));

  protected readonly content = `
${toolbar([{ label: 't.gotFeedback', icon: 'feedback', press: 'nothing', telemetry: 'Feedback' }])}
<div class="fxs-blade-content-wrapper">
  <ul class="azc-tabList" role="tablist">
    <li class="azc-tab azc-tab-active" role="tab" aria-selected="true" tabindex="0" data-bind="text: t.redirectUriConfiguration"></li>
    <li class="azc-tab" role="tab" aria-selected="false" tabindex="-1" data-bind="text: t.settings"></li>
  </ul>
  <p data-bind="text: t.redirectUriConfigurationHelp"></p>
  ${toolbar([{ label: 't.addRedirectUriButton', icon: 'plus', press: 'create', telemetry: 'AddRedirectUri' }])}
  ${grid('t.redirectUris', 'rows', [
    { header: 't.redirectUri', width: 'minmax(300px,3fr)', cell: cellText('uri') },
    { header: 't.platform', width: 'minmax(160px,1fr)', cell: cellText('platformText') },
    {
      header: "''",
      width: '40px',
      cell: `<div class="fxs-fxclick fxs-portal-hover" role="button" tabindex="0" data-bind="fxclick: $root.remove, attr: { title: $root.t.remove, 'aria-label': $root.t.remove + ' ' + uri }">${icon('bin', 'var(--accent)')}</div>`,
    },
  ])}
  <!-- ko if: rows().length === 0 --><p class="fxc-gc-empty" data-bind="text: t.noRedirectUris"></p><!-- /ko -->
</div>`;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId, 'Authentication');
  }

  readonly create = () => {
    this.shell.openPane(
      new AddRedirectUriPane(this.shell, (entry) => this.save([...(this.app()?.redirectUris ?? []), entry])),
    );
  };

  readonly remove = async (row: Row) => {
    const rest = this.app()?.redirectUris.filter(
      (entry) => entry.uri !== row.uri || entry.platform !== row.platform,
    );
    await this.save(rest ?? []);
  };

  private async save(redirectUris: AppView['redirectUris']): Promise<void> {
    const app = await api.change(this.clientId, { redirectUris });
    this.app(app);
    this.shell.toast(
      this.t.authentication,
      this.fill(this.t.updatedAuthenticationToast, { name: app.displayName }),
    );
  }

  private row(entry: { platform: Platform; uri: string }): Row {
    const texts = {
      web: this.t.platformWeb,
      spa: this.t.platformSpa,
      publicClient: this.t.platformPublicClient,
    };
    return { ...entry, platformText: texts[entry.platform] };
  }
}
