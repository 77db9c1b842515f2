/** Operator effort: the journey by hand and with SSO Courier, counted in one run, action by action. */
import { launch } from '../../tests/e2e/harness/launch';
import { startLab } from '../../tests/lab/server';
import { type Action, type Part, RecordingAdmin } from './actions';
import { makeBareExtension } from './bare-extension';
import { byHand, withCourier } from './journeys';

export interface Totals {
  readonly clicks: number;
  readonly keystrokes: number;
  readonly tabSwitches: number;
  /** The three above together. */
  readonly inputs: number;
  /** Lines of the list: a text that is typed or an account counts as one. */
  readonly actions: number;
  readonly valuesCarried: number;
}

export interface Journey {
  readonly actions: readonly Action[];
  readonly work: Totals;
  readonly signIns: Totals;
}

export interface EffortFigures {
  readonly byHand: Journey;
  readonly withCourier: Journey;
}

function totalsOf(all: readonly Action[], part: Part): Totals {
  const actions = all.filter((action) => action.part === part);
  const sum = (count: 'clicks' | 'keystrokes' | 'tabSwitches') =>
    actions.reduce((total, action) => total + action[count], 0);
  const [clicks, keystrokes, tabSwitches] = [sum('clicks'), sum('keystrokes'), sum('tabSwitches')];
  return {
    clicks,
    keystrokes,
    tabSwitches,
    inputs: clicks + keystrokes + tabSwitches,
    actions: actions.length,
    valuesCarried: actions.filter(({ carried }) => carried !== undefined).length,
  };
}

/** @throws {Error} when the user is not signed in at the end. */
async function play(way: typeof byHand | typeof withCourier, extension?: string): Promise<Journey> {
  const lab = await startLab();
  const session = await launch(lab, extension === undefined ? {} : { extension });
  try {
    const admin = new RecordingAdmin(session);
    await way(admin, session);
    const { actions } = admin;
    return { actions, work: totalsOf(actions, 'work'), signIns: totalsOf(actions, 'signIn') };
  } finally {
    await session.close();
    await lab.close();
  }
}

export async function measureEffort(): Promise<EffortFigures> {
  const bare = makeBareExtension();
  try {
    return { byHand: await play(byHand, bare.folder), withCourier: await play(withCourier) };
  } finally {
    bare.remove();
  }
}
