import type { ReactNode } from 'react';
import type { ProjectedState } from '../../utils/handoff/projection';
import { type BrowserKind, browserSteps, welcomeWords } from '../../utils/words/welcome';
import type { Ask } from '../ask';
import { Button } from '../button';
import { Icon } from '../icons';
import { Mark } from '../mark';
import { Notice } from '../notice';
import { TenantChooser } from '../tenant';
import { Words } from '../words';

/** `unknown`: the browser does not tell. */
export type Known = 'done' | 'todo' | 'unknown';

/** What the browser says of itself, as it is now. */
export interface BrowserSetup {
  browser: BrowserKind;
  pinned: Known;
  privateWindows: Known;
  sites: Known;
}

export interface WelcomeProps {
  /** Absent until the browser has answered. */
  setup: BrowserSetup | undefined;
  /** Absent until the background has answered. */
  state: ProjectedState | undefined;
  ask: Ask;
  /** Opens the extension's page in the browser's settings, where the browser lets an extension do that. */
  onOpenSettings: (() => Promise<boolean>) | undefined;
  /** Asks the browser for the sites; has to come straight from the press. */
  onAllowSites: () => Promise<boolean>;
  /** What to say of the last press that did nothing. */
  refusal: 'settings' | 'sites' | undefined;
}

/** The page after installation: what to set up in this browser once, and where to begin. */
export function Welcome({ setup, state, ask, onOpenSettings, onAllowSites, refusal }: WelcomeProps) {
  return (
    <div className="welcome">
      <header>
        <Mark size={40} />
        <div>
          <h1>{welcomeWords.title}</h1>
          <p className="quiet">{welcomeWords.intro}</p>
        </div>
      </header>
      <main>
        {setup && (
          <ol>
            {setup.sites === 'todo' && (
              <Step title={welcomeWords.sitesTitle} known="todo" text={welcomeWords.sites}>
                <Button look="primary" onPress={async () => void (await onAllowSites())}>
                  {welcomeWords.allowSites}
                </Button>
                <Refusal>{refusal === 'sites' && welcomeWords.sitesRefused}</Refusal>
              </Step>
            )}
            <Step title={welcomeWords.pinTitle} known={setup.pinned} text={browserSteps(setup.browser).pin} />
            <Step
              title={welcomeWords.privateTitle}
              known={setup.privateWindows}
              text={browserSteps(setup.browser).privateWindows}
            >
              <p className="quiet">{welcomeWords.privateWhy}</p>
              {setup.privateWindows !== 'done' && onOpenSettings && (
                <Button onPress={async () => void (await onOpenSettings())}>
                  {welcomeWords.openSettings}
                </Button>
              )}
              <Refusal>{refusal === 'settings' && welcomeWords.settingsRefused}</Refusal>
            </Step>
            {state && <ConsoleStep state={state} ask={ask} />}
          </ol>
        )}
        <Notice tone="info" role="note" title={welcomeWords.profileTitle} text={welcomeWords.profile} />
      </main>
    </div>
  );
}

interface StepProps {
  title: string;
  known: Known;
  text?: string;
  children?: ReactNode;
}

function Step({ title, known, text, children }: StepProps) {
  return (
    <li className={`card setup ${known}`} aria-label={title}>
      <div className="head">
        <h2>{title}</h2>
        {known !== 'unknown' && (
          <span className="state" role="status">
            <Icon name={known === 'done' ? 'seen' : 'todo'} />
            {welcomeWords.states[known]}
          </span>
        )}
      </div>
      {text !== undefined && known !== 'done' && (
        <p>
          <Words text={text} />
        </p>
      )}
      {children}
    </li>
  );
}

function ConsoleStep({ state, ask }: { state: ProjectedState; ask: Ask }) {
  const { vendor, tenant } = state;
  return (
    <Step title={welcomeWords.consoleTitle(vendor.name)} known="unknown">
      {tenant ? (
        <>
          <p>{welcomeWords.console(tenant.host)}</p>
          <p className="links">
            <a className="button primary" href={`https://${tenant.host}/`} target="_blank" rel="noreferrer">
              {welcomeWords.openConsole(tenant.host)}
            </a>
            <a className="button" href="https://entra.microsoft.com/" target="_blank" rel="noreferrer">
              {welcomeWords.openPortal}
            </a>
          </p>
        </>
      ) : (
        <TenantChooser
          vendor={vendor}
          openTenants={state.openTenants}
          isNext
          isChange={false}
          ask={ask}
          onDone={() => undefined}
        />
      )}
    </Step>
  );
}

/** Read out when it comes. */
function Refusal({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="outcome refused">
      {children}
    </span>
  );
}
