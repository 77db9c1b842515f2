import { Blade } from '../blade';
import { links } from '../route';

/** Home: where routes lead that this portal does not have. */
export class HomeBlade extends Blade {
  readonly template = `
<div class="fxs-home-container fxs-portal-text">
  <a class="fxs-home-tile" href="${links.list()}" data-bind="text: t.appRegistrations"></a>
  <a class="fxs-home-tile" href="${links.register()}" data-bind="text: t.registerTitle"></a>
</div>`;

  async load(): Promise<void> {
    this.title(this.t.home);
  }
}
