import type { Platform } from '../../../world';
import { Pane } from '../blade';
import { DropDown, dropDownTemplate } from '../drop-down';
import { button } from '../parts';
import type { Shell } from '../shell';
import { TextBox, textFieldTemplate } from '../text-box';

interface RedirectUri {
  platform: Platform;
  uri: string;
}

/** *Add Redirect URI* of the Authentication page. */
export class AddRedirectUriPane extends Pane {
  private readonly onConfigured: (entry: RedirectUri) => Promise<void>;
  readonly platform = new DropDown<Platform>({
    label: this.t.platform,
    selected: 'web',
    choices: [
      { value: 'web', text: this.t.platformWeb },
      { value: 'spa', text: this.t.platformSpa },
      { value: 'publicClient', text: this.t.platformPublicClient },
    ],
  });
  readonly uri = new TextBox({
    label: this.t.redirectUri,
    placeholder: this.t.redirectUriExample,
    isRequired: true,
    validate: (value) => {
      if (value.trim() === '') return this.t.mustNotBeEmpty;
      const isLoose = this.platform.selected() === 'publicClient';
      return isLoose || /^(https:\/\/|http:\/\/localhost)\S+$/i.test(value.trim())
        ? ''
        : this.t.redirectUriInvalid;
    },
  });

  readonly template = `
<div class="fxs-contextpane-body">
  <div class="fxc-weave-pccontrol fxc-section-control fxc-base msportalfx-form-formelement fxc-has-label">
    <div class="azc-formElementLabelContainer"><label class="azc-formElementLabel" data-bind="text: platform.label"></label></div>
    <div class="azc-formElementSubLabelContainer"><div class="azc-formElementContainer">${dropDownTemplate('platform')}</div></div>
  </div>
  ${textFieldTemplate('uri')}
</div>
<footer class="fxs-blade-footer fxs-contextpane-footer">
  ${button('t.configure', 'configure', 'primary')}
  ${button('t.cancel', 'cancel', 'secondary')}
</footer>`;

  constructor(shell: Shell, onConfigured: (entry: RedirectUri) => Promise<void>) {
    super(shell);
    this.onConfigured = onConfigured;
    this.title(this.t.selectPlatformTitle);
  }

  readonly configure = async () => {
    const platform = this.platform.selected();
    if (!this.uri.check() || !platform) return;
    this.shell.closePane();
    await this.onConfigured({ platform, uri: this.uri.value().trim() });
  };
}
