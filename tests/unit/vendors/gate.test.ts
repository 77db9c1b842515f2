// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageContext } from '../../../utils/page/context';
import { type BringConsole, runConsoleGate } from '../../../utils/vendors/console/gate';
import type { watchConsole } from '../../../utils/vendors/console/watch';
import { layOut } from '../page/layout';
import { eventually, soon } from './console-harness';
import { connectionForm } from './forms';

let ending: AbortController;
let part: ReturnType<typeof vi.fn>;
let reasons: string[];
/** What the background answers: whether something is under way, or nothing where it is no console. */
let isUnderWay: boolean | undefined;

const devices =
  '<nav><a href="/devices" aria-current="page">Devices</a><a href="/settings">Settings</a></nav>' +
  '<main><h1>Devices</h1><input type="search"><table><tr><td>Mac</td><td><button>Delete</button></td></tr></table></main>';

function start(html: string): void {
  document.body.innerHTML = html;
  const bring: BringConsole = async (_ask, because) => {
    reasons.push(because);
    if (isUnderWay === undefined) return undefined;
    return isUnderWay || because === 'seen' ? (part as unknown as typeof watchConsole) : 'notNeeded';
  };
  const page = { document, window, send: async () => ({ kind: 'done' }) } as unknown as PageContext;
  runConsoleGate(page, ending.signal, bring);
}
const add = (html: string) => {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
};

beforeEach(() => {
  layOut();
  ending = new AbortController();
  part = vi.fn();
  reasons = [];
  isUnderWay = false;
});
afterEach(() => ending.abort());

it('leaves the console’s everyday pages alone', async () => {
  start(devices);
  await soon();
  add(
    '<div role="dialog"><h2>Erase device</h2><input placeholder="Type the name"><button>Erase</button></div>',
  );
  add('<script>const secret = 1</script><table><tr><td>Active</td></tr></table>');
  await soon();
  expect(reasons).toEqual(['opened']);
  expect(part).not.toHaveBeenCalled();
});

it.each([
  ['the connection form', connectionForm()],
  ['a form in another language', '<form><label>Clé <input name="client_secret"></label></form>'],
  ['a form in an open shadow root', '<x-form></x-form>'],
  ['the switch of the standard sign-ins', '<label>Standard Authentication <input type="checkbox"></label>'],
  ['the table of connections', '<table><tr><td>Entra ID SSO</td><td>Microsoft Entra ID</td></tr></table>'],
  ['the dialog with the redirect URL', '<dialog open><label>Redirect URL <input readonly></label></dialog>'],
  [
    'the Access page without single sign-on',
    '<button role="tab" aria-selected="true"> Access </button><h2>Administrators</h2>',
  ],
])('brings the part for %s, once', async (_what, html) => {
  start(devices);
  await soon();
  add(html);
  const host = document.querySelector('x-form');
  if (host) host.attachShadow({ mode: 'open' }).innerHTML = connectionForm();
  await eventually(() => expect(part).toHaveBeenCalledOnce());
  expect(part).toHaveBeenCalledWith(expect.objectContaining({ document }), ending.signal);
  add(html);
  await soon();
  expect(reasons).toEqual(['opened', 'seen']);
});

it('brings it at once while something is under way, and when the page is come back to later', async () => {
  start(devices);
  await soon();
  isUnderWay = true;
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
  window.dispatchEvent(new Event('focus'));
  now.mockRestore();
  await eventually(() => expect(part).toHaveBeenCalledOnce());
  window.dispatchEvent(new Event('focus'));
  expect(reasons).toEqual(['opened', 'opened']);
});

it('watches nothing where the background says that this is no console', async () => {
  isUnderWay = undefined;
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  start(connectionForm());
  await soon();
  expect(observe).not.toHaveBeenCalled();
  observe.mockRestore();
});
