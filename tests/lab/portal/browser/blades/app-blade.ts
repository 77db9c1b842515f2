/** What all pages of an app registration share: left menu, title, breadcrumb (facts/entra.md §2, §3.2). */
import * as ko from 'knockout';
import type { AppView } from '../../contract';
import type { Labels } from '../../languages/en';
import { api } from '../api';
import { Blade } from '../blade';
import { type IconName, icon } from '../icons';
import { links } from '../route';
import type { Shell } from '../shell';

interface MenuItem {
  id: string;
  label: keyof Labels;
  icon: IconName;
  color: string;
}

/** Menu ids: `Credentials`, `Authentication`, `CallAnAPI`, `Owners`, `Overview` are sourced (facts §2), the rest are ours. */
const topItems: readonly MenuItem[] = [
  { id: 'Overview', label: 'overview', icon: 'tile', color: '#0078d4' },
  { id: 'Quickstart', label: 'quickstart', icon: 'cloud', color: '#2a9ad6' },
  { id: 'IntegrationAssistant', label: 'integrationAssistant', icon: 'rocket', color: '#e8722a' },
  { id: 'Troubleshoot', label: 'diagnose', icon: 'wrench', color: '#2a6fb5' },
];

const manageItems: readonly MenuItem[] = [
  { id: 'Branding', label: 'branding', icon: 'card', color: '#32a0da' },
  { id: 'Authentication', label: 'authentication', icon: 'signIn', color: '#1d7f9e' },
  { id: 'Credentials', label: 'certificatesAndSecrets', icon: 'key', color: '#f2b100' },
  { id: 'TokenConfiguration', label: 'tokenConfiguration', icon: 'bars', color: '#2a9ad6' },
  { id: 'CallAnAPI', label: 'apiPermissions', icon: 'signIn', color: '#3a9e4f' },
  { id: 'ProtectAnAPI', label: 'exposeApi', icon: 'cloud', color: '#2a6fb5' },
  { id: 'AppRoles', label: 'appRoles', icon: 'tile', color: '#2a9ad6' },
  { id: 'Owners', label: 'owners', icon: 'people', color: '#1d7f9e' },
  { id: 'RolesAndAdministrators', label: 'rolesAndAdministrators', icon: 'people', color: '#57a300' },
  { id: 'AppManifest', label: 'manifest', icon: 'tile', color: '#0078d4' },
];

const item = (entry: MenuItem) => `
<li class="fxc-menu-item" data-bind="css: { 'fxc-menu-item-selected': menuItem === '${entry.id}' }">
  <a class="fxc-menu-listView-link fxs-portal-hover" data-bind="attr: { href: menuLink('${entry.id}'), title: t.${entry.label}, 'aria-current': menuItem === '${entry.id}' ? 'page' : null }">
    <span class="fxc-menu-icon">${icon(entry.icon, entry.color)}</span>
    <div class="fxc-menu-listView-item" data-telemetryname="Menu-${entry.id}" data-bind="text: t.${entry.label}"></div>
  </a>
</li>`;

const menu = `
<nav class="fxc-menu fxc-base" data-bind="attr: { 'aria-label': title }">
  <div class="fxc-menu-search"><div class="fxc-menu-searchbox">${icon('search')}<input class="azc-input" type="search" data-bind="attr: { placeholder: t.search, 'aria-label': t.search }"></div>${icon('sort')}${icon('collapse')}</div>
  <div class="fxc-menu-scrollarea">
    <ul class="fxc-menu-listView">${topItems.map(item).join('')}</ul>
    <div class="fxc-menu-group fxs-fxclick" role="button" tabindex="0" data-bind="fxclick: toggleManage, attr: { 'aria-expanded': isManageOpen() ? 'true' : 'false' }, css: { 'fxc-menu-group-open': isManageOpen }">${icon('chevronRight')}<span data-bind="text: t.manage"></span></div>
    <ul class="fxc-menu-listView fxc-menu-listView-nested" data-bind="visible: isManageOpen">${manageItems.map(item).join('')}</ul>
    <div class="fxc-menu-group" role="button" tabindex="0" aria-expanded="false">${icon('chevronRight')}<span data-bind="text: t.support"></span></div>
  </div>
  <div class="fxc-menu-hint" aria-hidden="true"><span data-bind="text: t.favoritesHint"></span> <kbd>Ctrl+Shift+F</kbd></div>
</nav>`;

export abstract class AppBlade extends Blade {
  readonly clientId: string;
  readonly menuItem: string;
  readonly app = ko.observable<AppView>();
  readonly isManageOpen: ko.Observable<boolean>;

  constructor(shell: Shell, clientId: string, menuItem: string) {
    super(shell);
    this.clientId = clientId;
    this.menuItem = menuItem;
    // Collapsed on Overview, with its items in the document but hidden (facts: reference picture; [EMI]).
    this.isManageOpen = ko.observable(manageItems.some((entry) => entry.id === menuItem));
  }

  /** Label of the page in the title: `<app> | Certificates & secrets`; empty on Overview. */
  protected abstract readonly page: string;
  /** Markup beside the menu. */
  protected abstract readonly content: string;

  get template(): string {
    return `
<div class="fxs-menublade">
  ${menu}
  <div class="fxs-menublade-content">
    <!-- ko if: app -->${this.content}<!-- /ko -->
    <!-- ko ifnot: app --><div class="fxs-blade-content-wrapper fxs-blade-error" role="alert" data-bind="text: t.appNotFound"></div><!-- /ko -->
  </div>
</div>`;
  }

  async load(): Promise<void> {
    this.crumbs([
      { text: this.t.home, href: links.home() },
      { text: this.t.appRegistrations, href: links.list() },
    ]);
    try {
      await this.refetch();
    } catch {
      this.title(this.t.appNotFoundTitle);
    }
  }

  protected async refetch(): Promise<AppView> {
    const app = await api.app(this.clientId);
    this.app(app);
    this.title(this.page === '' ? app.displayName : `${app.displayName} | ${this.page}`);
    if (this.page !== '' && this.crumbs().length === 2) {
      this.crumbs.push({ text: app.displayName, href: links.app('Overview', app.clientId) });
    }
    return app;
  }

  readonly menuLink = (menuItem: string) => links.app(menuItem, this.clientId);

  readonly toggleManage = () => {
    this.isManageOpen(!this.isManageOpen());
  };

  readonly nothing = () => {};
}
