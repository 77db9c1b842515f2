import * as ko from 'knockout';
import type { NewSecretView } from '../../contract';
import { api } from '../api';
import { Pane } from '../blade';
import {
  DEFAULT_LIFETIME,
  expiryOf,
  isWithinMaximum,
  type Lifetime,
  lifetimeChoices,
  today,
} from '../choices';
import { DropDown, dropDownTemplate } from '../drop-down';
import { button } from '../parts';
import type { Shell } from '../shell';
import { TextBox, textFieldTemplate } from '../text-box';

/** *Add a client secret*: facts/entra.md §3.3. */
export class AddSecretPane extends Pane {
  private readonly clientId: string;
  private readonly onAdded: (secret: NewSecretView) => void;
  readonly description = new TextBox({
    label: this.t.description,
    placeholder: this.t.descriptionPlaceholder,
  });
  readonly expires = new DropDown<Lifetime>({
    label: this.t.expires,
    selected: DEFAULT_LIFETIME,
    choices: lifetimeChoices(this.t),
  });
  readonly startDate = new TextBox({ label: this.t.startDate, value: today() });
  readonly endDate = new TextBox({
    label: this.t.endDate,
    placeholder: 'YYYY-MM-DD',
    isRequired: true,
    validate: (value) => (isWithinMaximum(value) ? '' : this.t.endDateInvalid),
  });
  readonly isCustom = ko.pureComputed(() => this.expires.selected() === 'custom');
  readonly isAdding = ko.observable(false);

  readonly template = `
<div class="fxs-contextpane-body">
  ${textFieldTemplate('description')}
  <div class="fxc-weave-pccontrol fxc-section-control fxc-base msportalfx-form-formelement fxc-has-label">
    <div class="azc-formElementLabelContainer"><label class="azc-formElementLabel" data-bind="text: expires.label"></label></div>
    <div class="azc-formElementSubLabelContainer"><div class="azc-formElementContainer">${dropDownTemplate('expires')}</div></div>
  </div>
  <!-- ko if: isCustom -->${textFieldTemplate('startDate')}${textFieldTemplate('endDate')}<!-- /ko -->
</div>
<footer class="fxs-blade-footer fxs-contextpane-footer">
  ${button('t.add', 'add', 'primary', '!isAdding()')}
  ${button('t.cancel', 'cancel', 'secondary')}
</footer>`;

  constructor(shell: Shell, clientId: string, onAdded: (secret: NewSecretView) => void) {
    super(shell);
    this.clientId = clientId;
    this.onAdded = onAdded;
    this.title(this.t.addSecretTitle);
  }

  readonly add = async () => {
    if (this.isAdding() || (this.isCustom() && !this.endDate.check())) return;
    this.isAdding(true);
    const secret = await api.addSecret(this.clientId, {
      description: this.description.value().trim(),
      expiresAt: expiryOf(this.expires.selected() ?? DEFAULT_LIFETIME, this.endDate.value()).toISOString(),
    });
    this.shell.closePane();
    this.onAdded(secret);
  };
}
