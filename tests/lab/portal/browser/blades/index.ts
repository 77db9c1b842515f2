/** Which blade a route opens. */
import type { Blade } from '../blade';
import type { Route } from '../route';
import type { Shell } from '../shell';
import { AuthenticationBlade } from './authentication';
import { CredentialsBlade } from './credentials';
import { EnterpriseAppBlade } from './enterprise-app';
import { FramedCredentialsBlade, FramedOverviewBlade, FramedRegisterBlade } from './framed';
import { HomeBlade } from './home';
import { ListBlade } from './list';
import { OtherAppBlade } from './other';
import { OverviewBlade } from './overview';
import { PermissionsBlade } from './permissions';
import { RegisterBlade } from './register';

const isFluent = (shell: Shell) => shell.settings.options.rendering === 'fluent';

export function bladeFor(shell: Shell, route: Route): Blade {
  const { blade, menuItem, parameters } = route;
  const clientId = (parameters.appid ?? '').toLowerCase();
  switch (blade) {
    case 'ApplicationsListBlade':
      return new ListBlade(shell);
    case 'ActiveDirectoryMenuBlade':
      return menuItem === 'RegisteredApps' ? new ListBlade(shell) : new HomeBlade(shell);
    case 'CreateApplicationBlade':
      return isFluent(shell) ? new FramedRegisterBlade(shell) : new RegisterBlade(shell);
    case 'ManagedAppMenuBlade':
      return new EnterpriseAppBlade(shell, clientId);
    case 'ApplicationMenuBlade':
      return appBlade(shell, menuItem, clientId);
    default:
      return new HomeBlade(shell);
  }
}

function appBlade(shell: Shell, menuItem: string, clientId: string): Blade {
  switch (menuItem) {
    case '':
    case 'Overview':
      return isFluent(shell) ? new FramedOverviewBlade(shell, clientId) : new OverviewBlade(shell, clientId);
    case 'Credentials':
      return isFluent(shell)
        ? new FramedCredentialsBlade(shell, clientId)
        : new CredentialsBlade(shell, clientId);
    case 'Authentication':
      return new AuthenticationBlade(shell, clientId);
    case 'CallAnAPI':
      return new PermissionsBlade(shell, clientId);
    default:
      return new OtherAppBlade(shell, clientId, menuItem);
  }
}
