import type { Shell } from '../shell';
import { AppBlade } from './app-blade';

/** A page of the app registration that this portal has in its menu only. */
export class OtherAppBlade extends AppBlade {
  protected readonly page: string;
  protected readonly content = `<div class="fxs-blade-content-wrapper" data-bind="text: clientId"></div>`;

  constructor(shell: Shell, clientId: string, menuItem: string) {
    super(shell, clientId, menuItem);
    this.page = menuItem;
  }
}
