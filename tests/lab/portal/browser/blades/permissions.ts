import * as ko from 'knockout';
import { api } from '../api';
import { cellText, grid, toolbar } from '../parts';
import type { Shell } from '../shell';
import { AppBlade } from './app-blade';

/** *API permissions*: every new registration has Microsoft Graph `User.Read`; consent may be granted for the directory. */
export class PermissionsBlade extends AppBlade {
  protected readonly page = this.t.apiPermissions;
  private readonly directory = { directory: this.shell.settings.directory.name };
  readonly grantText = this.fill(this.t.grantConsent, this.directory);
  readonly rows = ko.pureComputed(() => [
    {
      name: 'User.Read',
      type: this.t.delegated,
      description: this.t.signInAndReadProfile,
      required: this.t.no,
      status: this.app()?.adminConsent ? this.fill(this.t.granted, this.directory) : '',
    },
  ]);

  protected readonly content = `
${toolbar([{ label: 't.gotFeedback', icon: 'feedback', press: 'nothing', telemetry: 'Feedback' }])}
<div class="fxs-blade-content-wrapper">
  <h3 class="msportalfx-text-header-small" data-bind="text: t.configuredPermissions"></h3>
  <p data-bind="text: t.permissionsIntro"></p>
  ${toolbar([
    { label: 't.addPermission', icon: 'plus', press: 'nothing', telemetry: 'AddPermission' },
    { label: 'grantText', icon: 'check', press: 'grant', telemetry: 'GrantConsent' },
  ])}
  <div class="ext-ad-permissions-api">Microsoft Graph (1)</div>
  ${grid('t.configuredPermissions', 'rows', [
    { header: 't.permissionName', width: 'minmax(160px,1fr)', cell: cellText('name') },
    { header: 't.permissionType', width: 'minmax(90px,1fr)', cell: cellText('type') },
    { header: 't.description', width: 'minmax(180px,2fr)', cell: cellText('description') },
    { header: 't.adminConsentRequired', width: 'minmax(120px,1fr)', cell: cellText('required') },
    { header: 't.status', width: 'minmax(150px,1.500fr)', cell: cellText('status') },
  ])}
</div>`;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId, 'CallAnAPI');
  }

  readonly grant = () => {
    this.shell.ask({
      title: this.t.grantConsentTitle,
      text: this.fill(this.t.grantConsentQuestion, this.directory),
      onYes: async () => {
        this.app(await api.change(this.clientId, { adminConsent: true }));
        this.shell.toast(this.grantText, this.t.grantedToast);
      },
    });
  };
}
