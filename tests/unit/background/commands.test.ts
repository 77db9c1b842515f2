/** A keyboard shortcut presses what the page in front shows, in one document of it and no more. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { carryOut } from '../../../utils/background/commands';

const tab = { id: 5, active: true } as never;
const inject = vi.fn();
const openPopup = vi.fn();

/** What each document of the tab has to press. */
const shown = (counts: Record<string, number>) =>
  inject.mockImplementation(async ({ args: [, how], target }) =>
    how === 'count'
      ? Object.entries(counts).map(([documentId, result]) => ({ documentId, result }))
      : [{ documentId: target.documentIds[0], result: 1 }],
  );
const pressedIn = () =>
  inject.mock.calls.filter(([{ args }]) => args[1] === 'press').map(([{ target }]) => target.documentIds);

beforeEach(() => {
  fakeBrowser.reset();
  inject.mockReset();
  openPopup.mockReset().mockResolvedValue(undefined);
  Object.assign(fakeBrowser, { scripting: { executeScript: inject }, action: { openPopup } });
});

it('presses in the one document that has something to press', async () => {
  shown({ top: 0, frame: 1 });
  await carryOut('capture', tab);
  expect(pressedIn()).toEqual([['frame']]);
  expect(openPopup).not.toHaveBeenCalled();
});

it('presses nothing where two documents have something, and opens the popup', async () => {
  shown({ top: 1, frame: 1 });
  await carryOut('capture', tab);
  expect(pressedIn()).toEqual([]);
  expect(openPopup).toHaveBeenCalledOnce();
});

it('opens the popup on a page that may not be looked into', async () => {
  inject.mockRejectedValue(new Error('Cannot access contents of the page'));
  await carryOut('capture', tab);
  expect(openPopup).toHaveBeenCalledOnce();
});
