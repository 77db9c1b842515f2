import * as ko from 'knockout';
import { api } from '../api';
import { Blade } from '../blade';
import { cellText, grid, toolbar } from '../parts';
import { links } from '../route';

interface Row {
  displayName: string;
  clientId: string;
  createdOn: string;
  href: string;
}

/** *App registrations*: facts/entra.md §1.3 (`fxc-gc-page`, `ext-ad-registeredApps-applist-body`). */
export class ListBlade extends Blade {
  private readonly rows = ko.observableArray<Row>([]);
  readonly filter = ko.observable('');
  readonly visibleRows = ko.pureComputed(() => {
    const text = this.filter().trim().toLowerCase();
    return this.rows().filter(
      (row) => row.displayName.toLowerCase().includes(text) || row.clientId.startsWith(text),
    );
  });
  readonly countText = ko.pureComputed(() =>
    this.fill(this.t.applicationsFound, { count: this.visibleRows().length }),
  );

  readonly template = `
${toolbar([
  { label: 't.newRegistration', icon: 'plus', press: 'create', telemetry: 'NewRegistration' },
  { label: 't.endpoints', icon: 'globe', press: 'nothing', telemetry: 'Endpoints' },
  { label: 't.refresh', icon: 'refresh', press: 'refresh', telemetry: 'Refresh' },
])}
<div class="fxs-blade-content-wrapper">
  <ul class="azc-tabList" role="tablist">
    <li class="azc-tab azc-tab-active" role="tab" aria-selected="true" tabindex="0" data-bind="text: t.allApplications"></li>
    <li class="azc-tab" role="tab" aria-selected="false" tabindex="-1" data-bind="text: t.ownedApplications"></li>
    <li class="azc-tab" role="tab" aria-selected="false" tabindex="-1" data-bind="text: t.deletedApplications"></li>
  </ul>
  <div class="azc-inputbox-wrapper ext-ad-registeredApps-filter"><input class="azc-input azc-formControl" type="search" data-bind="textInput: filter, attr: { placeholder: t.listFilter, 'aria-label': t.listFilter }"></div>
  <div class="ext-ad-registeredApps-count" role="status" data-bind="text: countText"></div>
  <div class="ext-ad-registeredApps-applist-body">${grid('t.appRegistrations', 'visibleRows', [
    {
      header: 't.displayName',
      width: 'minmax(200px,2fr)',
      cell: '<a class="fxc-gcflink-link fxs-fxclick" data-bind="text: displayName, attr: { href: href, title: displayName }"></a>',
    },
    { header: 't.clientId', width: 'minmax(280px,2fr)', cell: cellText('clientId') },
    { header: 't.createdOn', width: 'minmax(100px,1fr)', cell: cellText('createdOn') },
  ])}</div>
</div>`;

  async load(): Promise<void> {
    this.title(this.t.appRegistrations);
    this.crumbs([{ text: this.t.home, href: links.home() }]);
    const apps = await api.apps();
    this.rows(
      apps.map((app) => ({
        displayName: app.displayName,
        clientId: app.clientId,
        createdOn: this.date(app.createdOn),
        href: links.app('Overview', app.clientId),
      })),
    );
  }

  readonly create = () => {
    this.shell.go(links.register());
  };

  readonly refresh = () => {
    void this.load();
  };

  readonly nothing = () => {};
}
