/** Markup that several blades share: toolbar buttons, buttons, banners, copy controls, grids. */
import { glyph, type IconName, icon } from './icons';

/** `path` arguments are Knockout expressions in the blade's view model; `t` is the dictionary of labels. */
interface ToolbarButton {
  label: string;
  icon: IconName;
  press: string;
  telemetry: string;
  enabled?: string;
}

/** Fx toolbar button: `li[title] > div[title][role=button]` (facts/entra.md §3.2: `div[title="New client secret"]`). */
export function toolbar(buttons: readonly ToolbarButton[]): string {
  const items = buttons.map(
    (button) => `
<li class="azc-toolbar-item azc-toolbarButton fxs-commandBar-item" role="presentation" data-bind="attr: { title: ${button.label} }">
  <div class="azc-toolbarButton-container fxs-fxclick fxs-portal-hover" role="button" tabindex="0" data-bind="fxclick: ${button.press}, attr: { title: ${button.label}, 'aria-label': ${button.label}, 'aria-disabled': ${button.enabled ? `${button.enabled} ? null : 'true'` : 'null'} }">
    <div class="azc-toolbarButton-icon">${icon(button.icon)}</div>
    <div class="azc-toolbarButton-label fxs-commandBar-item-text" data-telemetryname="Command-${button.telemetry}" data-bind="text: ${button.label}"></div>
  </div>
</li>`,
  );
  return `<ul class="azc-toolbar azc-toolbar-container fxs-commandBar-itemList" role="toolbar">${items.join('')}</ul>`;
}

/** Fx button: a `div[role=button][title]` in a `fxc-simplebutton` (facts/entra.md §3.4: `div[title="Register"]`). */
export function button(
  label: string,
  press: string,
  kind: 'primary' | 'secondary',
  enabled = 'true',
): string {
  return `
<div class="fxc-base fxc-simplebutton" data-bind="fxclick: ${press}">
  <div class="fxs-button fxt-button fxs-inner-solid-border fxs-portal-button-${kind}" role="button" data-bind="attr: { title: ${label}, 'aria-label': ${label}, tabindex: ${enabled} ? 0 : -1, 'aria-disabled': ${enabled} ? 'false' : 'true' }, css: { 'fxs-button-disabled': !(${enabled}) }">
    <span class="fxs-button-text" data-bind="text: ${label}"></span>
  </div>
</div>`;
}

/**
 * Copy control. `div[type="button"]`: the first one on *Certificates & secrets* copies the new value
 * (facts/entra.md §3.2). Accessible name "Copy to clipboard": likely, not sourced (facts §14).
 */
export function copyControl(press: string): string {
  return `<div class="fxc-copyableLabel-copybutton fxs-portal-hover" type="button" role="button" tabindex="0" data-bind="fxclick: ${press}, attr: { title: $root.t.copyToClipboard, 'aria-label': $root.t.copyToClipboard }">${icon('copy')}${glyph('\ue8c8')}</div>`;
}

export function banner(text: string, dismissed: string, link = ''): string {
  return `
<div class="fxc-base fxc-infoBox azc-infoBox fxs-bg-info" role="status" data-bind="ifnot: ${dismissed}">
  <div class="fxc-infoBox-icon">${icon('info')}${glyph('\ue946')}</div>
  <div class="fxc-infoBox-text"><span data-bind="text: ${text}"></span>${link}</div>
  <div class="fxc-infoBox-close fxs-fxclick" role="button" tabindex="0" data-bind="fxclick: function () { ${dismissed}(true); }, attr: { title: $root.t.close, 'aria-label': $root.t.close }">${icon('close')}</div>
</div>`;
}

export interface GridColumn {
  /** Expression for the header's text. */
  header: string;
  /** Share of the width, as in `grid-template-columns`. */
  width: string;
  /** Markup of the cell; binds to the row. */
  cell: string;
  /** Markup behind the header's text. */
  hint?: string;
}

/**
 * Fx grid (facts/entra.md §3.2: `fxc-gc-*`; that the secrets grid is one is not proven). Cells carry
 * `fxc-gc-columncell_<r>_<c>` and `fxc-gc-cell-content_<r>_<c>`; headers have an `aria-label`, so that the first element
 * named *Expires* is the column and the second the drop-down, as recorded (§3.3).
 */
export function grid(label: string, rows: string, columns: readonly GridColumn[]): string {
  const headers = columns.map(
    (column, index) => `
<div class="fxc-gc-columnheader fxc-gc-columnheader_0_${index}" role="columnheader" data-bind="attr: { 'aria-label': ${column.header} }">
  <div class="fxc-gc-columnheader-content fxc-gc-text" data-bind="text: ${column.header}"></div>${column.hint ?? ''}
</div>`,
  );
  const cells = columns.map(
    (column, index) => `
<div class="fxc-gc-cell" role="gridcell" data-bind="class: 'fxc-gc-columncell_' + $index() + '_${index}', attr: { 'aria-colindex': ${index + 1} }">
  <div class="fxc-gc-cell-content" data-bind="attr: { id: 'fxc-gc-cell-content_' + $index() + '_${index}' }">${column.cell}</div>
</div>`,
  );
  const template = columns.map((column) => column.width).join(' ');
  return `
<div class="fxc-gc-page fxc-base">
  <div class="fxc-gc azc-fabric fxc-gc-dataGrid" role="grid" data-bind="attr: { 'aria-label': ${label} }" style="--fxc-gc-columns:${template}">
    <div class="fxc-gc-table" role="presentation">
      <div class="fxc-gc-thead" role="rowgroup"><div class="fxc-gc-columnheaders" role="row">${headers.join('')}</div></div>
      <div class="fxc-gc-rows" role="rowgroup" data-bind="foreach: ${rows}">
        <div class="fxc-gc-row" role="presentation"><div class="fxc-gc-row-content fxc-gc-row-content_0" role="row" data-bind="attr: { 'aria-rowindex': $index() + 1 }">${cells.join('')}</div></div>
      </div>
    </div>
  </div>
</div>`;
}

/** Text of a cell that may be cut off visually: its `title` has all of it (facts/entra.md §3.2). */
export const cellText = (value: string) =>
  `<div class="fxc-gc-text msportalfx-text-ellipsis" data-bind="text: ${value}, attr: { title: ${value} }"></div>`;
