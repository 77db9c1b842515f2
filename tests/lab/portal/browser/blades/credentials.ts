import * as ko from 'knockout';
import type { SecretColumn } from '../../../world';
import type { NewSecretView, SecretView } from '../../contract';
import { api } from '../api';
import { maskedValue } from '../choices';
import { icon } from '../icons';
import { banner, cellText, copyControl, type GridColumn, grid, toolbar } from '../parts';
import type { Shell } from '../shell';
import { AddSecretPane } from './add-secret-pane';
import { AppBlade } from './app-blade';

interface Row {
  secretId: string;
  description: string;
  expires: string;
  value: string;
  /** The secret was created in this visit of the page: its value is in clear, with a copy control. */
  isReadable: boolean;
}

const copyable = (text: string, press: string, condition: string) => `
<div class="fxc-gc-copyable">${cellText(text)}<!-- ko if: ${condition} -->${copyControl(press)}<!-- /ko --></div>`;

const columns: Readonly<Record<SecretColumn, GridColumn>> = {
  description: { header: 't.description', width: 'minmax(120px,2.4fr)', cell: cellText('description') },
  expires: { header: 't.expires', width: 'minmax(80px,1fr)', cell: cellText('expires') },
  value: {
    header: 't.value',
    width: 'minmax(150px,2.4fr)',
    cell: copyable('value', '$root.copyValue', 'isReadable'),
    hint: `<span class="fxc-gc-columnheader-info" role="img" tabindex="0" data-bind="attr: { title: t.valueHelp, 'aria-label': t.valueHelp }">${icon('info')}</span>`,
  },
  // The Secret ID keeps its copy control and is cut off visually (facts/entra.md §3.2).
  secretId: {
    header: 't.secretId',
    width: 'minmax(150px,2.3fr)',
    cell: copyable('secretId', '$root.copySecretId', 'true'),
  },
};

const deleteColumn: GridColumn = {
  header: "''",
  width: '40px',
  cell: `<div class="ext-ad-secret-delete fxs-fxclick fxs-portal-hover" role="button" tabindex="0" data-bind="fxclick: $root.askToDelete, attr: { title: $root.t.delete, 'aria-label': $root.t.delete }">${icon('bin', 'var(--accent)')}</div>`,
};

type Tab = 'certificates' | 'secrets' | 'federated';

/** *Certificates & secrets*: facts/entra.md §3.2. */
export class CredentialsBlade extends AppBlade {
  protected readonly page = this.t.certificatesAndSecrets;
  override readonly titleIcon: string = icon('key', '#f2b100');
  /** Values of the secrets created in this visit: gone with the view model when the page is left. */
  private readonly freshValues = new Map<string, string>();
  readonly rows = ko.observableArray<Row>([]);
  readonly tab = ko.observable<Tab>('secrets');
  readonly isBannerDismissed = ko.observable(false);
  readonly secretsTabText = ko.pureComputed(() =>
    this.fill(this.t.clientSecretsTab, { count: this.rows().length }),
  );
  readonly certificatesTabText = this.fill(this.t.certificatesTab, { count: 0 });
  readonly federatedTabText = this.fill(this.t.federatedTab, { count: 0 });

  protected readonly content: string;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId, 'Credentials');
    const order = shell.settings.options.secretColumns.map((column) => columns[column]);
    this.content = contentWith([...order, deleteColumn]);
  }

  override async load(): Promise<void> {
    await super.load();
    this.rows((this.app()?.secrets ?? []).map((secret) => this.row(secret)));
  }

  readonly showTab = (tab: Tab) => () => {
    this.tab(tab);
  };

  readonly create = () => {
    this.shell.openPane(new AddSecretPane(this.shell, this.clientId, (secret) => this.added(secret)));
  };

  private added(secret: NewSecretView): void {
    this.freshValues.set(secret.secretId, secret.value);
    this.rows.push(this.row(secret));
    this.toastUpdated();
  }

  private toastUpdated(): void {
    const name = this.app()?.displayName ?? '';
    this.shell.toast(this.t.updatingCredentials, this.fill(this.t.updatedCredentialsToast, { name }));
  }

  private row(secret: SecretView): Row {
    const fresh = this.freshValues.get(secret.secretId);
    return {
      secretId: secret.secretId,
      description: secret.description,
      expires: this.date(secret.expiresAt),
      value: fresh ?? maskedValue(secret.hint),
      isReadable: fresh !== undefined,
    };
  }

  readonly copyValue = (row: Row, event: Event) => {
    void this.shell.copy(row.value, event.currentTarget as HTMLElement);
  };

  readonly copySecretId = (row: Row, event: Event) => {
    void this.shell.copy(row.secretId, event.currentTarget as HTMLElement);
  };

  readonly askToDelete = (row: Row) => {
    this.shell.ask({
      title: this.t.deleteSecretTitle,
      text: this.t.deleteSecretQuestion,
      onYes: async () => {
        await api.removeSecret(this.clientId, row.secretId);
        this.rows.remove(row);
        this.toastUpdated();
      },
    });
  };
}

const tab = (id: Tab, text: string) => `
<li class="azc-tab" role="tab" data-bind="fxclick: showTab('${id}'), text: ${text}, css: { 'azc-tab-active': tab() === '${id}' }, attr: { 'aria-selected': tab() === '${id}' ? 'true' : 'false', tabindex: 0 }"></li>`;

function contentWith(order: readonly GridColumn[]): string {
  return `
${toolbar([{ label: 't.gotFeedback', icon: 'feedback', press: 'nothing', telemetry: 'Feedback' }])}
<div class="fxs-blade-content-wrapper ext-ad-credentials">
  <p class="ext-ad-credentials-intro" data-bind="text: t.credentialsIntro"></p>
  ${banner('t.credentialsBanner', 'isBannerDismissed')}
  <ul class="azc-tabList" role="tablist">${tab('certificates', 'certificatesTabText')}${tab('secrets', 'secretsTabText')}${tab('federated', 'federatedTabText')}</ul>
  <!-- ko if: tab() === 'certificates' --><p role="tabpanel" data-bind="text: t.noCertificates"></p><!-- /ko -->
  <!-- ko if: tab() === 'federated' --><p role="tabpanel" data-bind="text: t.noFederated"></p><!-- /ko -->
  <!-- ko if: tab() === 'secrets' -->
  <div role="tabpanel">
    <p data-bind="text: t.secretsIntro"></p>
    ${toolbar([{ label: 't.newClientSecret', icon: 'plus', press: 'create', telemetry: 'NewClientSecret' }])}
    ${grid('secretsTabText', 'rows', order)}
    <!-- ko if: rows().length === 0 --><p class="fxc-gc-empty" data-bind="text: t.noSecrets"></p><!-- /ko -->
  </div>
  <!-- /ko -->
</div>`;
}
