import * as ko from 'knockout';
import type { Platform } from '../../../world';
import { api } from '../api';
import { Blade } from '../blade';
import {
  type Audience,
  audienceChoices,
  audienceRadios,
  platformChoices,
  redirectUriFault,
} from '../choices';
import { DropDown, dropDownTemplate } from '../drop-down';
import { icon } from '../icons';
import { button } from '../parts';
import { links } from '../route';
import { inputTemplate, TextBox, textFieldTemplate } from '../text-box';

/** Account types as a drop-down, since 2026 (facts/entra.md §3.4 and the reference picture). */
const accountTypesDropDown = `
<h3 class="msportalfx-text-header-small" data-bind="text: t.accountTypes"></h3>
<div class="ext-ad-accountTypes-help" data-bind="text: t.accountTypesHelp"></div>
<div class="ext-ad-accountTypes">${dropDownTemplate('accountType')}<a class="ext-ad-helpMeChoose" href="#home" data-bind="text: t.helpMeChoose"></a></div>`;

/** Account types as radio buttons, before: `span.azc-radio-circle` and a span with the text (facts/entra.md §3.4). */
const accountTypesRadio = `
<h3 class="msportalfx-text-header-small" data-bind="text: t.accountTypes"></h3>
<div class="ext-ad-accountTypes-help" id="account-types-question" data-bind="text: t.accountTypesQuestion"></div>
<ul class="azc-radioList fxc-base azc-control" role="radiogroup" aria-labelledby="account-types-question" data-bind="foreach: radios">
  <li class="azc-radio fxs-fxclick" role="radio" tabindex="0" data-bind="fxclick: $root.chooseRadio, css: { 'azc-radio-selected': value === $root.accountType.selected() }, attr: { 'aria-checked': value === $root.accountType.selected() ? 'true' : 'false' }"><span class="azc-radio-circle"></span><span data-bind="text: text"></span></li>
</ul>
<a class="ext-ad-helpMeChoose" href="#home" data-bind="text: t.helpMeChoose"></a>`;

/** *Register an application*: facts/entra.md §3.4. */
export class RegisterBlade extends Blade {
  readonly name = new TextBox({
    label: this.t.name,
    isRequired: true,
    validate: (value) => (value.trim() === '' ? this.t.mustNotBeEmpty : ''),
  });
  readonly accountType = new DropDown<Audience>({
    label: this.t.accountTypes,
    selected: 'single',
    choices: audienceChoices(this.t, this.shell.settings.directory.name),
  });
  readonly radios = audienceRadios(this.t, this.shell.settings.directory.name);
  readonly platform = new DropDown<Platform>({
    label: this.t.selectPlatform,
    placeholder: this.t.selectPlatform,
    choices: platformChoices(this.t),
  });
  readonly redirectUri = new TextBox({
    label: this.t.redirectUriOptional,
    placeholder: this.t.redirectUriExample,
    validate: (value) => redirectUriFault(this.t, this.platform.selected(), value),
  });
  readonly isRegistering = ko.observable(false);

  readonly template = `
<div class="fxs-blade-content-wrapper ext-ad-createApplication">
  <div class="ext-ad-createApplication-section">
    ${textFieldTemplate('name', 't.nameHelp')}
  </div>
  <div class="ext-ad-createApplication-section">
    ${this.shell.settings.options.registerForm === 'radio' ? accountTypesRadio : accountTypesDropDown}
  </div>
  <div class="ext-ad-createApplication-section">
    <h3 class="msportalfx-text-header-small" data-bind="text: t.redirectUriOptional"></h3>
    <div class="ext-ad-createApplication-help" data-bind="text: t.redirectUriHelp"></div>
    <div class="ext-ad-redirectUri">${dropDownTemplate('platform')}${inputTemplate('redirectUri')}</div>
  </div>
  <div class="ext-ad-createApplication-help"><span data-bind="text: t.galleryHint"></span> <a href="#home" data-bind="text: t.enterpriseApplications"></a>.</div>
</div>
<footer class="fxs-blade-footer">
  <a class="ext-ad-policies" href="#home"><span data-bind="text: t.policies"></span> ${icon('external')}</a>
  ${button('t.register', 'register', 'primary', '!isRegistering()')}
</footer>`;

  async load(): Promise<void> {
    this.title(this.t.registerTitle);
    this.crumbs([
      { text: this.t.home, href: links.home() },
      { text: this.t.appRegistrations, href: links.list() },
    ]);
    // Inert until a platform is chosen (facts/entra.md §3.4).
    this.redirectUri.isDisabled(true);
    this.platform.selected.subscribe(() => {
      this.redirectUri.isDisabled(false);
      if (this.redirectUri.value() !== '') this.redirectUri.check();
    });
    this.platform.onLeft = () => this.platform.error(this.t.platformRequired);
  }

  readonly chooseRadio = (radio: { value: Audience }) => {
    this.accountType.selected(radio.value);
  };

  readonly register = async () => {
    const uri = this.redirectUri.value().trim();
    const isGood = [this.name.check(), uri === '' || this.redirectUri.check()].every(Boolean);
    if (!isGood || this.isRegistering()) return;
    this.isRegistering(true);
    const platform = this.platform.selected();
    const app = await api.register({
      displayName: this.name.value().trim(),
      audience: this.accountType.selected() ?? 'single',
      redirectUris: platform && uri !== '' ? [{ platform, uri }] : [],
    });
    this.shell.toast(this.t.registering, this.fill(this.t.registeredToast, { name: app.displayName }));
    this.shell.go(links.app('Overview', app.clientId));
  };
}
