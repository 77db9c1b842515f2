/**
 * The portal's drop-down: a `div[role=combobox]` that opens on real pointer and keyboard events only, with its options
 * in a popup elsewhere in the document (facts/entra.md §3.3, §3.4, §4). Class names as public automation scripts of
 * the portal use them (`fxc-dropdown-open`, `fxc-dropdown-option`, options with role `treeitem`).
 */
import * as ko from 'knockout';
import type { Choice } from './choices';
import { icon } from './icons';

export interface DropDownOptions<T> {
  label: string;
  choices: Choice<T>[];
  selected?: T;
  placeholder?: string;
}

let count = 0;

/** The one drop-down whose options are shown, and where. */
const open = ko.observable<{ dropDown: DropDown<unknown>; left: number; top: number; width: number }>();

export class DropDown<T> {
  readonly id: string;
  readonly label: string;
  readonly choices: Choice<T>[];
  readonly placeholder: string;
  readonly selected: ko.Observable<T | undefined>;
  readonly error = ko.observable('');
  readonly active = ko.observable(0);
  readonly isOpen = ko.pureComputed(() => open()?.dropDown === this);
  readonly isEdited = ko.observable(false);
  readonly isChosen = ko.pureComputed(() => this.selected() !== undefined);
  readonly text = ko.pureComputed(
    () => this.choices.find((choice) => choice.value === this.selected())?.text ?? this.placeholder,
  );
  readonly activeId = ko.pureComputed(() => (this.isOpen() ? this.optionId(this.active()) : null));
  /** Told when the options were closed without a choice. */
  onLeft: () => void = () => {};

  constructor(options: DropDownOptions<T>) {
    count += 1;
    this.id = `_weave_e_${count}`;
    this.label = options.label;
    this.choices = options.choices;
    this.placeholder = options.placeholder ?? '';
    this.selected = ko.observable(options.selected);
    this.selected.subscribe(() => this.isEdited(true));
  }

  optionId(index: number): string {
    return `${this.id}-option-${index}`;
  }

  /** Pointer on the closed control. Scripts' events are not trusted and do nothing. */
  readonly point = (_item: unknown, event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0) return true;
    if (this.isOpen()) this.close();
    else this.openAt(event.currentTarget as HTMLElement);
    return true;
  };

  readonly key = (_item: unknown, event: KeyboardEvent) => {
    if (!event.isTrusted) return true;
    const act = this.isOpen() ? this.keysWhenOpen(event) : this.keysWhenClosed(event);
    if (!act) return true;
    act();
    return false;
  };

  private keysWhenClosed(event: KeyboardEvent): (() => void) | undefined {
    const opens = ['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(event.key);
    return opens ? () => this.openAt(event.currentTarget as HTMLElement) : undefined;
  }

  private keysWhenOpen(event: KeyboardEvent): (() => void) | undefined {
    const last = this.choices.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        return () => this.active(Math.min(last, this.active() + 1));
      case 'ArrowUp':
        return () => this.active(Math.max(0, this.active() - 1));
      case 'Home':
        return () => this.active(0);
      case 'End':
        return () => this.active(last);
      case 'Enter':
      case ' ':
        return () => this.choose(this.active());
      case 'Escape':
        return () => this.close();
      case 'Tab':
        this.close();
        return undefined;
      default:
        return undefined;
    }
  }

  private openAt(control: HTMLElement): void {
    const box = control.getBoundingClientRect();
    this.active(
      Math.max(
        0,
        this.choices.findIndex((choice) => choice.value === this.selected()),
      ),
    );
    open({ dropDown: this as DropDown<unknown>, left: box.left, top: box.bottom, width: box.width });
  }

  close(): void {
    if (!this.isOpen()) return;
    open(undefined);
    if (!this.isChosen()) this.onLeft();
  }

  choose(index: number): void {
    const choice = this.choices[index];
    open(undefined);
    if (!choice) return;
    this.error('');
    this.selected(choice.value);
  }
}

export function closeDropDown(): void {
  open()?.dropDown.close();
}

/** Markup of the closed control. `path` names the {@link DropDown} in the view model. */
export function dropDownTemplate(path: string): string {
  return `
<div class="fxc-base azc-control azc-editableControl azc-validatableControl azc-dropDown fxc-dropDown" data-control="true" data-editable="true" data-bind="with: ${path}">
  <div class="azc-formControl azc-input fxc-dropdown-open msportalfx-tooltip-overflow azc-validation-border fxc-dropdown-input" role="combobox" tabindex="0" aria-haspopup="tree"
    data-bind="event: { mousedown: point, keydown: key }, css: { 'azc-invalid': error, 'fxc-dropdown-edited': isEdited },
      attr: { id: id, 'aria-label': label, 'aria-expanded': isOpen() ? 'true' : 'false', 'aria-controls': id + '-popup', 'aria-activedescendant': activeId, 'aria-invalid': error() ? 'true' : null, title: text }">
    <div class="fxc-dropdown-label" data-bind="text: text, css: { 'fxc-dropdown-placeholder': !isChosen() }"></div>
    <span class="fxc-dropdown-arrow" aria-hidden="true">${icon('chevronDown')}</span>
  </div>
  <div class="azc-validation-message" role="alert" data-bind="text: error, visible: error"></div>
</div>`;
}

/** Draws the popup of whichever drop-down is open into the shell's popup layer. */
export function bindPopup(layer: HTMLElement): void {
  layer.innerHTML = `
<!-- ko with: open -->
<div class="fxc-dropdown-popup fxs-popup fxs-portal-bg-txt-br msportalfx-shadow-level2" role="tree"
  data-bind="attr: { id: dropDown.id + '-popup', 'aria-label': dropDown.label }, style: { left: left + 'px', top: top + 'px', minWidth: width + 'px' }, event: { mousedown: $root.keepFocus }">
  <!-- ko foreach: dropDown.choices -->
  <div class="fxc-dropdown-option msportalfx-tooltip-overflow fxs-portal-hover" role="treeitem"
    data-bind="event: { click: $root.pick, mousemove: $root.point }, css: { 'fxc-dropdown-option-active': $parent.dropDown.active() === $index() },
      attr: { id: $parent.dropDown.optionId($index()), title: text, 'aria-selected': $parent.dropDown.selected() === value ? 'true' : 'false', 'data-index': $index }">
    <span data-bind="text: text"></span>
  </div>
  <!-- /ko -->
</div>
<!-- /ko -->`;
  const indexOf = (event: Event) => Number((event.currentTarget as HTMLElement).dataset.index);
  ko.applyBindingsToDescendants(
    {
      open,
      keepFocus: () => false,
      point: (_choice: unknown, event: MouseEvent) => {
        open()?.dropDown.active(indexOf(event));
        return true;
      },
      pick: (_choice: unknown, event: MouseEvent) => {
        if (event.isTrusted) open()?.dropDown.choose(indexOf(event));
        return true;
      },
    },
    layer,
  );
  document.addEventListener(
    'mousedown',
    (event) => {
      const target = event.target as Element;
      if (!target.closest('.fxc-dropdown-popup, [role=combobox][aria-expanded=true]')) closeDropDown();
    },
    true,
  );
}
