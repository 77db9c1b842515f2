/** What surrounds a blade's content. Class names: public code that reads the portal's title, panes and breadcrumb. */
import { icon } from './icons';

export const bladeFrame = (content: string) => `
<section class="fxs-blade fxs-portal-bg-txt-br fxs-vivaresize fxs-bladesize-xxlarge" role="region" data-bind="attr: { 'aria-label': title }">
  <header class="fxs-blade-header">
    <div class="fxs-blade-title">
      <div class="fxs-blade-title-icon" aria-hidden="true" data-bind="html: titleIcon"></div>
      <div class="fxs-blade-title-content">
        <h2 class="fxs-blade-title-titleText msportalfx-tooltip-overflow" tabindex="-1" data-bind="attr: { title: title }"><strong data-bind="text: title().split(' | ')[0]"></strong><!-- ko if: title().includes(' | ') --><span data-bind="text: ' | ' + title().split(' | ').slice(1).join(' | ')"></span><!-- /ko --></h2>
        <div class="fxs-blade-actions" aria-hidden="true">${icon('pin')}${icon('dots')}</div>
      </div>
    </div>
    <div class="fxs-blade-close fxs-fxclick" role="button" tabindex="0" data-bind="fxclick: closeBlade, attr: { title: t.close, 'aria-label': t.close }">${icon('close')}</div>
  </header>
  <div class="fxs-blade-content-container-default">${content}</div>
</section>`;

export const paneFrame = (content: string) => `
<div class="fxs-contextpane fxs-portal-bg-txt-br az-noprint fxs-portal-contextpane-right fxs-contextpane-visible" role="dialog" aria-labelledby="fxsContextPaneTitle" data-bind="event: { keydown: escape }">
  <section class="fxs-blade msportalfx-shadow-level3 fxs-portal-bg-txt-br fxs-vivaresize fxs-contextpane-content">
    <header class="fxs-blade-header">
      <h2 class="fxs-blade-title-titleText" id="fxsContextPaneTitle" data-bind="text: title"></h2>
      <div class="fxs-blade-close fxs-fxclick" role="button" tabindex="0" data-bind="fxclick: cancel, attr: { title: t.close, 'aria-label': t.close }">${icon('close')}</div>
    </header>
    ${content}
  </section>
</div>`;
