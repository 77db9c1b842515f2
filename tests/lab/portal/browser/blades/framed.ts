/** The blades whose content Fluent UI draws inside a frame: what the shell keeps of them (facts/entra.md §1.2). */
import { Blade } from '../blade';
import { icon } from '../icons';
import { toolbar } from '../parts';
import { ReactFrame, reactViewTemplate } from '../react-frame';
import { links } from '../route';
import type { Shell } from '../shell';
import { AppBlade } from './app-blade';
import { OverviewBlade, overviewToolbar } from './overview';

/** *Overview*: the command bar stays in the shell (facts/entra.md §1.2), the Essentials are in the frame. */
export class FramedOverviewBlade extends OverviewBlade {
  override readonly isFramed: boolean = true;
  readonly reactFrame: ReactFrame;
  protected override readonly content = `${overviewToolbar}${reactViewTemplate}`;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId);
    this.reactFrame = new ReactFrame(shell, 'Overview', clientId);
    this.app.subscribe(() => this.reactFrame.refresh());
  }
}

/** *Certificates & secrets*. The pane that adds a secret opens inside the frame. */
export class FramedCredentialsBlade extends AppBlade {
  override readonly isFramed: boolean = true;
  override readonly titleIcon: string = icon('key', '#f2b100');
  readonly reactFrame: ReactFrame;
  protected readonly page = this.t.certificatesAndSecrets;
  protected readonly content = `
${toolbar([{ label: 't.gotFeedback', icon: 'feedback', press: 'nothing', telemetry: 'Feedback' }])}
${reactViewTemplate}`;

  constructor(shell: Shell, clientId: string) {
    super(shell, clientId, 'Credentials');
    this.reactFrame = new ReactFrame(shell, 'Credentials', clientId);
  }
}

/** *Register an application*. */
export class FramedRegisterBlade extends Blade {
  override readonly isFramed: boolean = true;
  readonly reactFrame = new ReactFrame(this.shell, 'CreateApplication', '');
  readonly template = reactViewTemplate;

  async load(): Promise<void> {
    this.title(this.t.registerTitle);
    this.crumbs([
      { text: this.t.home, href: links.home() },
      { text: this.t.appRegistrations, href: links.list() },
    ]);
  }
}
