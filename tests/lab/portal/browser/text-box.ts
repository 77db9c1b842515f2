/** The portal's text box: markup and validation attributes of facts/entra.md §4. */
import * as ko from 'knockout';
import { icon } from './icons';

export interface TextBoxOptions {
  label: string;
  value?: string;
  placeholder?: string;
  isRequired?: boolean;
  /** The text to show under the box, or nothing when the value is good. */
  validate?: (value: string) => string;
}

let count = 0;

export class TextBox {
  readonly id = `form-label-id-${count}-for`;
  readonly label: string;
  readonly placeholder: string;
  readonly isRequired: boolean;
  readonly value: ko.Observable<string>;
  readonly error = ko.observable('');
  readonly isEdited = ko.observable(false);
  readonly isDisabled = ko.observable(false);
  private readonly validate: (value: string) => string;
  /** `none` until edited: a required empty box starts out not valid, as the real one does. */
  readonly isValid = ko.pureComputed(() => this.faultOf(this.value()) === '');
  readonly validationState = ko.pureComputed(() => {
    if (!this.isEdited()) return 'none';
    return this.error() ? 'invalid' : 'valid';
  });

  constructor(options: TextBoxOptions) {
    count += 1;
    this.label = options.label;
    this.placeholder = options.placeholder ?? '';
    this.isRequired = options.isRequired ?? false;
    this.validate = options.validate ?? (() => '');
    this.value = ko.observable(options.value ?? '');
    this.value.subscribe(() => this.check());
  }

  /** Validates and shows the outcome. */
  check(): boolean {
    this.isEdited(true);
    this.error(this.faultOf(this.value()));
    return this.error() === '';
  }

  private faultOf(value: string): string {
    return this.validate(value);
  }
}

/** Markup of the input alone. `path` names the {@link TextBox} in the view model. */
export function inputTemplate(path: string): string {
  return `
<div class="fxc-base azc-control azc-editableControl azc-validatableControl azc-inputbox azc-textBox" data-control="true" data-editable="true" data-bind="with: ${path}">
  <div class="azc-inputbox-wrapper azc-textBox-wrapper" data-bind="css: { 'azc-textBox-edited': isEdited() && !error(), 'azc-disabled': isDisabled }">
    <input class="azc-input azc-formControl azc-validation-border msportalfx-tooltip-overflow" type="text" autocomplete="off" spellcheck="false"
      data-bind="fxtext: value, disable: isDisabled, css: { 'azc-invalid': error },
        attr: { id: id, 'aria-label': label, placeholder: placeholder, 'aria-required': isRequired ? 'true' : null, 'aria-invalid': error() ? 'true' : null, 'aria-describedby': error() ? id + '-error' : null,
          'data-validatable-control-valid': isValid() ? 'true' : 'false', 'data-validatable-control-validation-state': validationState }">
    <span class="azc-validatableControl-valid" aria-hidden="true" data-bind="visible: isEdited() && !error() && value() !== ''">${icon('check')}</span>
  </div>
  <div class="azc-validation-message" role="alert" data-bind="text: error, visible: error, attr: { id: id + '-error' }"></div>
</div>`;
}

/** Markup of a labelled field: facts/entra.md §4 ("field wrapper"). `help` names the text between label and box. */
export function textFieldTemplate(path: string, help?: string): string {
  return `
<div class="fxc-weave-pccontrol fxc-section-control fxc-base msportalfx-form-formelement fxc-has-label azc-textField fxc-TextField">
  <div class="azc-formElementLabelContainer" data-bind="with: ${path}">
    <span class="azc-required-star" aria-hidden="true" data-bind="visible: isRequired">*</span>
    <label class="azc-formElementLabel" data-bind="text: label, attr: { for: id }"></label>
  </div>
  ${help ? `<div class="azc-formElementHelp" data-bind="text: ${help}"></div>` : ''}
  <div class="azc-formElementSubLabelContainer"><div class="azc-formElementContainer">${inputTemplate(path)}</div></div>
</div>`;
}
