/** A page of the portal: view model, markup and title. The shell draws it, redraws it and throws it away. */
import * as ko from 'knockout';
import type { Labels } from '../languages/en';
import { icon } from './icons';
import { fill } from './settings';
import type { Shell } from './shell';

export interface Crumb {
  text: string;
  href: string;
}

export abstract class Blade {
  readonly shell: Shell;
  readonly t: Labels;
  readonly title = ko.observable('');
  readonly crumbs = ko.observableArray<Crumb>([]);

  constructor(shell: Shell) {
    this.shell = shell;
    this.t = shell.settings.labels;
  }

  /** Markup of the blade's content; binds to the blade, which is also `$root`. */
  abstract readonly template: string;

  /** Fetches what the blade shows. */
  abstract load(): Promise<void>;

  readonly titleIcon: string = icon('tile', '#0078d4');

  /** The content is drawn in a frame of its own, which redraws itself. */
  readonly isFramed: boolean = false;

  /** The cross at the top right: one level up. */
  readonly closeBlade = () => {
    this.shell.go(this.crumbs().at(-1)?.href ?? '#home');
  };

  protected readonly fill = fill;

  /** A date as the portal shows it: `7/27/2028` in English. */
  protected date(iso: string): string {
    return new Intl.DateTimeFormat(this.shell.settings.formatLanguage).format(new Date(iso));
  }
}

/** A blade in the context pane at the right. */
export abstract class Pane extends Blade {
  readonly cancel = () => {
    this.shell.closePane();
  };

  readonly escape = (_item: unknown, event: KeyboardEvent) => {
    if (event.key === 'Escape') this.cancel();
    return true;
  };

  async load(): Promise<void> {}
}
