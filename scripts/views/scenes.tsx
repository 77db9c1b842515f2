/** Every view in every state, by name: what pictures and checks of looks are made from. */
import type { ReactNode } from 'react';
import type { Ask } from '../../components/ask';
import { Courier } from '../../components/courier';
import { Finder } from '../../components/finder';
import { PageReport } from '../../components/page-report';
import { Connections } from '../../components/reminders/connections';
import { Settings } from '../../components/settings/settings';
import { type BrowserSetup, Welcome } from '../../components/welcome/welcome';
import { emptyState, NOW, views } from '../../tests/unit/components/states';
import { dayAfter, record } from '../../tests/unit/reminders/records';
import type { ProjectedState } from '../../utils/handoff/projection';
import type { ConnectionList, OptionsAnswer } from '../../utils/messages/protocol';
import { REMINDER_DAYS } from '../../utils/reminders/due';
import { rowOf } from '../../utils/reminders/listing';
import { sample } from '../../utils/settings/described';
import { parseManaged } from '../../utils/settings/managed';
import { settingsOf } from '../../utils/settings/settings';
import { listWords } from '../../utils/words/reminders';

export interface Scene {
  readonly name: string;
  readonly surface: 'popup' | 'sidepanel' | 'options' | 'welcome';
  readonly width: number;
  readonly height: number;
  readonly view: ReactNode;
}

/** A background that does everything and answers nothing of interest. */
const ask = (async () => ({ kind: 'done' })) as unknown as Ask;
const copy = async () => true;
const nothing = () => {};

function courier(state: ProjectedState | undefined, surface: 'popup' | 'sidepanel', unreachable = false) {
  return (
    <Courier
      state={state}
      unreachable={unreachable}
      now={NOW}
      ask={ask}
      copy={copy}
      onOpenConnections={nothing}
      {...(surface === 'popup' && { onKeepOpen: nothing })}
      end={<PageReport ask={ask} copy={copy} />}
    />
  );
}

/** Of a window that shows the surface, in CSS pixels. */
const sizes = {
  popup: { width: 380, height: 600 },
  sidepanel: { width: 360, height: 860 },
  options: { width: 1100, height: 860 },
  welcome: { width: 800, height: 860 },
} as const satisfies Record<Scene['surface'], Pick<Scene, 'width' | 'height'>>;

const sceneOf = (
  surface: Scene['surface'],
  name: string,
  view: ReactNode,
  size: Partial<Pick<Scene, 'width' | 'height'>> = {},
): Scene => ({ name: `${surface}-${name}`, surface, ...sizes[surface], ...size, view });

const NARROW = { width: 420 };

const popup = (name: string, state: ProjectedState | undefined, unreachable = false): Scene =>
  sceneOf('popup', name, courier(state, 'popup', unreachable));

const sidepanel = (name: string, state: ProjectedState | undefined): Scene =>
  sceneOf('sidepanel', name, courier(state, 'sidepanel'));

const TODAY = '2026-11-20';
const list = (records: Parameters<typeof rowOf>[0][], setAside = 0): ConnectionList => ({
  kind: 'connections',
  today: TODAY,
  now: NOW,
  connections: records.map(rowOf),
  setAside,
  reminderDays: REMINDER_DAYS,
});

/** As many connections, their expiries spread from overdue to far away. */
export const manyConnections = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    record({
      vendorHost: `tenant${index + 1}.${index % 3 === 0 ? 'eu.' : ''}kandji.io`,
      appName: `Kandji ${index + 1}`,
      expiresOn: dayAfter(TODAY, index * 9 - 20),
      ...(index === 2 && { secretDeleted: true as const }),
    }),
  );

const options = (name: string, shown: ConnectionList | undefined, unreachable = false, size = {}): Scene =>
  sceneOf(
    'options',
    name,
    <Connections
      list={shown}
      unreachable={unreachable}
      ask={ask}
      copy={copy}
      download={nothing}
      notifications={{ allowed: name === 'fifty' ? 'no' : 'yes', onAllow: async () => true }}
    />,
    size,
  );

/** Answers with a list of connections. */
const askWithList = (async () => list(manyConnections(50))) as unknown as Ask;

const askWithNone = (async () => list([])) as unknown as Ask;

const finder = (name: string, state: ProjectedState | undefined, answers: Ask): Scene =>
  sceneOf(
    'popup',
    `finder${name}`,
    <div className="courier">
      <header>
        <h1>SSO Courier</h1>
      </header>
      <main>
        <Finder
          handoffs={state?.handoffs ?? []}
          now={NOW}
          ask={answers}
          onChoose={nothing}
          onRenew={nothing}
          onClose={nothing}
        />
      </main>
    </div>,
    { height: 420 },
  );

const newlyInstalled: BrowserSetup = {
  browser: 'chrome',
  pinned: 'todo',
  privateWindows: 'todo',
  sites: 'todo',
};

const welcome = (
  name: string,
  setup: BrowserSetup | undefined,
  state: ProjectedState | undefined,
  refusal?: 'settings' | 'sites',
  size = {},
): Scene =>
  sceneOf(
    'welcome',
    name,
    <Welcome
      setup={setup}
      state={state}
      ask={ask}
      onOpenSettings={setup?.browser === 'firefox' ? undefined : async () => true}
      onAllowSites={async () => true}
      refusal={refusal}
    />,
    size,
  );

/** What the options page says of settings: nobody's, an organisation's, and a policy with faults. */
const policies: Readonly<Record<string, unknown>> = {
  own: {},
  managed: sample,
  faulty: { maxHoldMinutes: 500, vendorTenants: ['acme.api.kandji.io'], portalButton: 'always' },
};

function optionsOf(policy: unknown): OptionsAnswer {
  const { settings: managed, ignored } = parseManaged(policy);
  return { kind: 'options', settings: settingsOf(managed, {}), managed, ignored };
}

/** In the language that is spoken when it is drawn. */
const Heading = () => <h1>{listWords.title}</h1>;

const settings = (name: string): Scene =>
  sceneOf(
    'options',
    `settings-${name}`,
    <div className="connections">
      <main>
        <Heading />
        <Settings options={optionsOf(policies[name])} ask={ask} copy={copy} />
      </main>
    </div>,
  );

const { expiresOn: _none, ...undated } = record({ vendorHost: 'undated.kandji.io' });

export const scenes: readonly Scene[] = [
  ...Object.entries(views).map(([name, state]) => popup(name, state)),
  finder('', views.severalHandoffs, askWithList),
  finder('Empty', emptyState, askWithNone),
  popup('loading', undefined),
  popup('unreachable', undefined, true),
  popup('answerLost', emptyState, true),
  ...['empty', 'readyToFill', 'checkProblem', 'testRunning', 'allDone', 'renewStart', 'severalHandoffs'].map(
    (name) => sidepanel(name, views[name]),
  ),
  options('empty', list([])),
  options('one', list([record()])),
  options(
    'few',
    list([record({ expiresOn: dayAfter(TODAY, -3) }), record({ vendorHost: 'b.kandji.io' }), undated], 2),
  ),
  options('fifty', list(manyConnections(50))),
  options('narrow', list(manyConnections(50)), false, NARROW),
  options('loading', undefined),
  options('unreachable', undefined, true),
  ...Object.keys(policies).map((name) => settings(name)),
  welcome('new', newlyInstalled, emptyState),
  welcome('refused', newlyInstalled, { ...emptyState, openTenants: ['acme.kandji.io'] }, 'sites'),
  welcome(
    'ready',
    { ...newlyInstalled, pinned: 'done', privateWindows: 'done', sites: 'done' },
    views.tenantChosen,
  ),
  welcome(
    'firefox',
    { browser: 'firefox', pinned: 'unknown', privateWindows: 'todo', sites: 'done' },
    emptyState,
  ),
  welcome('loading', undefined, undefined),
  welcome('narrow', newlyInstalled, emptyState, 'settings', NARROW),
];

/** What the scenes are drawn from: values and names, which are the same in every language. */
export const dataShown = [views, manyConnections(50), record(), undated, policies];
