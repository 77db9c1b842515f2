// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type BrowserSetup, Welcome, type WelcomeProps } from '../../../components/welcome/welcome';
import { browserKindOf } from '../../../entrypoints/welcome/use-setup';
import { type BrowserKind, browserSteps } from '../../../utils/words/welcome';
import { bothHeld, emptyState, stateOf } from './states';

afterEach(cleanup);

const ready: BrowserSetup = { browser: 'chrome', pinned: 'done', privateWindows: 'done', sites: 'done' };

function show(change: Partial<BrowserSetup> = {}, props: Partial<WelcomeProps> = {}) {
  const onAllowSites = vi.fn(async () => true);
  const onOpenSettings = vi.fn(async () => true);
  render(
    <Welcome
      setup={{ ...ready, ...change }}
      state={emptyState}
      ask={vi.fn()}
      onOpenSettings={onOpenSettings}
      onAllowSites={onAllowSites}
      refusal={undefined}
      {...props}
    />,
  );
  return { onAllowSites, onOpenSettings };
}
const step = (name: string) => within(screen.getByRole('listitem', { name }));

test('says of each setting whether it is done, and how where it is not', () => {
  show({ privateWindows: 'todo' });
  expect(step('Keep the button in sight').getByRole('status').textContent).toBe('Done');
  const watch = step('Let it watch the sign-in test');
  expect(watch.getAllByRole('status')[0]?.textContent).toBe('To do');
  expect(watch.getByText('Allow in Incognito')).toBeDefined();
});

test('says nothing of a state that the browser does not tell', () => {
  show({ pinned: 'unknown' });
  expect(step('Keep the button in sight').queryByText(/Done|To do/)).toBeNull();
});

test('asks for the consoles only where they are missing, straight from the press', () => {
  show();
  expect(screen.queryByRole('button', { name: 'Allow on these sites' })).toBeNull();
  cleanup();
  const { onAllowSites } = show({ sites: 'todo' });
  fireEvent.click(screen.getByRole('button', { name: 'Allow on these sites' }));
  expect(onAllowSites).toHaveBeenCalledOnce();
});

test('says what was not done when the browser refuses', () => {
  show({ sites: 'todo' }, { refusal: 'sites' });
  expect(screen.getByText('The browser did not grant them. Nothing was changed.')).toBeDefined();
});

test('offers the settings only where an extension may open them', () => {
  show({ privateWindows: 'todo', browser: 'firefox' }, { onOpenSettings: undefined });
  expect(screen.queryByRole('button', { name: 'Open its settings' })).toBeNull();
  expect(screen.getByText('Manage Extension')).toBeDefined();
});

test('leads to the chosen console and says that values stay in this profile', () => {
  const state = stateOf(bothHeld, 6);
  show({}, { state });
  const host = state.tenant?.host ?? 'no tenant';
  expect(screen.getByRole('link', { name: `Open ${host}` }).getAttribute('href')).toBe(`https://${host}/`);
  expect(screen.getByRole('note').textContent).toContain('this browser profile only');
});

const agents: [BrowserKind, string][] = [
  [
    'chrome',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  ],
  [
    'edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
  ],
  ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  [
    'safari',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  ],
];
test.each(agents)('knows %s by what it calls itself, and has its steps', (kind, agent) => {
  expect(browserKindOf(agent)).toBe(kind);
  expect(browserSteps(kind).pin).toContain('SSO Courier');
});
