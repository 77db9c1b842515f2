/** Markup of the shell around the blades. Class names of the header: public code that reads `fxs-avatarmenu-*`. */

import { icon } from './icons';
import { button } from './parts';
import { links } from './route';

const sidebar = `
<nav class="fxs-sidebar" data-bind="attr: { 'aria-label': t.identity }">
  <a class="fxs-sidebar-item-link" href="#home">${icon('tile', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.home"></span></a>
  <div class="fxs-sidebar-heading" data-bind="text: t.identity"></div>
  <a class="fxs-sidebar-item-link" href="#home">${icon('info', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.overview"></span></a>
  <a class="fxs-sidebar-item-link" href="#home">${icon('people', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.users"></span></a>
  <a class="fxs-sidebar-item-link" href="#home">${icon('people', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.groups"></span></a>
  <a class="fxs-sidebar-item-link" href="#home">${icon('tile', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.enterpriseApps"></span></a>
  <a class="fxs-sidebar-item-link" href="${links.list()}">${icon('tile', '#0078d4')}<span class="fxs-sidebar-label" data-bind="text: t.appRegistrations"></span></a>
</nav>`;

/** The top bar's search is a `[role=combobox]` and the first in the document (facts/entra.md §4, traps). */
const topBar = `
<header class="fxs-topbar az-noprint msportalfx-unselectable fxs-vivaresize" role="banner">
  <button type="button" class="fxs-topbar-sidebar-collapse-button" data-bind="attr: { title: t.showPortalMenu, 'aria-label': t.showPortalMenu }">${icon('menu')}</button>
  <a class="fxs-topbar-home" href="#home" data-bind="text: brand"></a>
  <div class="fxs-topbar-search fxs-search" role="search">
    ${icon('search')}
    <input id="searchBoxInput" class="fxs-search-box" type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-haspopup="listbox" autocomplete="off" data-bind="attr: { placeholder: t.searchResources, 'aria-label': t.searchResources }">
  </div>
  <div class="fxs-topbar-buttons">
    <button type="button" class="fxs-topbar-button" data-bind="attr: { title: t.notifications, 'aria-label': t.notifications }">${icon('bell')}</button>
    <button type="button" class="fxs-topbar-button" data-bind="attr: { title: t.settings, 'aria-label': t.settings }">${icon('gear')}</button>
    <button type="button" class="fxs-topbar-button" data-bind="attr: { title: t.help, 'aria-label': t.help }">${icon('question')}</button>
  </div>
  <div class="fxs-avatarmenu" id="meControl">
    <button type="button" class="fxs-avatarmenu-header fxs-has-hover" aria-haspopup="true" data-bind="attr: { title: accountTitle, 'aria-label': accountTitle }">
      <span class="fxs-avatarmenu-tenant-container">
        <span class="fxs-avatarmenu-username msportalfx-text-ellipsis" data-bind="text: settings.user.upn"></span>
        <span class="fxs-avatarmenu-tenant msportalfx-text-ellipsis" data-bind="text: directoryText"></span>
      </span>
      <span class="fxs-avatarmenu-tenant-image-container" aria-hidden="true" data-bind="text: settings.user.displayName.split(' ').map(function (word) { return word[0]; }).join('')"></span>
    </button>
  </div>
</header>`;

const breadcrumb = `
<nav class="fxs-breadcrumb-wrapper" aria-label="Breadcrumb" data-bind="foreach: crumbs">
  <a class="fxs-breadcrumb-crumb fxs-portal-text fxs-breadcrumb-crumb-active" data-bind="text: text, attr: { href: href, title: text }"></a>
  <span class="fxs-breadcrumb-divider" aria-hidden="true">${icon('chevronRight')}</span>
</nav>`;

const toasts = `
<div class="fxs-toast-container" role="status" aria-live="polite" data-bind="foreach: toasts">
  <div class="fxs-toast-item fxs-popup fxs-portal-bg-txt-br msportalfx-shadow-level4">
    <div class="fxs-toast-icon">${icon('check')}</div>
    <div class="fxs-toast-content">
      <div class="fxs-toast-title" data-bind="text: title"></div>
      <div class="fxs-toast-description fxs-portal-title" data-bind="text: text"></div>
    </div>
    <button type="button" class="fxs-toast-close fxs-portal-svg" data-bind="click: $root.dismissToast, attr: { 'aria-label': $root.t.dismissToast }">${icon('close')}</button>
  </div>
</div>`;

const question = `
<!-- ko with: question -->
<div class="fxs-messagebox-overlay">
  <div class="fxs-messagebox fxs-portal-bg-txt-br msportalfx-shadow-level4" role="alertdialog" aria-modal="true" aria-labelledby="fxs-messagebox-title" aria-describedby="fxs-messagebox-text">
    <h3 id="fxs-messagebox-title" data-bind="text: title"></h3>
    <div id="fxs-messagebox-text" data-bind="text: text"></div>
    <div class="fxs-messagebox-buttons">
      ${button('$root.t.yes', '$root.answerYes', 'primary')}
      ${button('$root.t.no', '$root.answerNo', 'secondary')}
    </div>
  </div>
</div>
<!-- /ko -->`;

export const shellTemplate = (shell: 'entra' | 'azure') => `
${topBar}
<div class="fxs-portal-main">
  ${shell === 'entra' ? sidebar : ''}
  <main class="fxs-portal-content" role="main">
    ${breadcrumb}
    <div class="fxs-journey-layout" id="fxs-blade-host"></div>
  </main>
</div>
<div id="fxs-contextpane-host"></div>
${toasts}
${question}
<div id="fxs-popups"></div>`;
