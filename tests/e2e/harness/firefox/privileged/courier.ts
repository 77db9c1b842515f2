/**
 * The harness's own part inside Firefox. Its functions go there as text, so none may name anything of its module but what
 * the browser has.
 */
import type { Base } from './base';
import { extension } from './extension';
import { IN_FRAME, IN_PROCESS } from './in-frame';
import { type Input, input } from './input';
import { type Pages, pages } from './pages';
import { profiler } from './profiler';
import { type Tree, tree } from './tree';
import { type Windows, windows } from './windows';

export type Courier = Base &
  Windows &
  Tree &
  Pages &
  Input &
  ReturnType<typeof extension> &
  ReturnType<typeof profiler>;

/** Functions by name, as declarations to be evaluated; `report` is what `script.callFunction` makes of a channel. */
export function declaration(): string {
  const parts = [windows, tree, input, pages, extension, profiler];
  const scripts = { inFrame: IN_FRAME, inProcess: IN_PROCESS };
  const addresses = Object.entries(scripts).map(
    ([name, text]) =>
      [name, `data:application/javascript;charset=utf-8,${encodeURIComponent(text)}`] as const,
  );
  return `(report) => {
    const __name = (named) => named;
    const gecko = { Services, Ci, Cc, ChromeUtils, WebExtensionPolicy, WindowGlobalParent };
    const courier = ${JSON.stringify(Object.fromEntries(addresses))};
    courier.report = report;
    courier.failure = (kind, why) => new Error('courier:' + kind + ': ' + why);
    for (const part of [${parts.join(',\n')}]) Object.assign(courier, part(courier, gecko));
    globalThis.courier = courier;
  }`;
}
