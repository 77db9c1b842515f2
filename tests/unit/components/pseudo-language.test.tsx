// @vitest-environment happy-dom
/**
 * Every view in a language that nobody speaks: English with accents, 40 % longer, in brackets. What stands outside of
 * brackets was never a message; a name in braces is a value that nobody put in.
 */
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataShown, scenes } from '../../../scripts/views/scenes';
import { messagesOf } from '../languages';
import { speak } from '../messages';

beforeEach(() => speak(messagesOf('pseudo')));
afterEach(() => {
  cleanup();
  speak(messagesOf('en'));
});

/** Everything that is shown or read out. */
function textsShown(): string[] {
  const named = [...document.body.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  // Bold names stand inside of a text; code is for machines.
  const blocks = [...document.body.querySelectorAll('*:not(strong, b, code, textarea)')].filter(
    ({ children, textContent }) => {
      return textContent && [...children].every(({ tagName }) => /^(?:STRONG|B|CODE|SPAN)$/.test(tagName));
    },
  );
  // Beside each other in the page, not one word.
  const textOf = ({ childNodes }: Element) => [...childNodes].map(({ textContent }) => textContent).join(' ');
  return [...named, ...blocks.map(textOf)];
}

/** Names and values: addresses, IDs, what was read in a console, and what the consoles call their own. */
function withoutData(text: string): string {
  let left = text.replace(/~/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return wordsIn(left)
    .filter((word) => !known.has(word))
    .join(' ');
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z’]+/g) ?? [];

/** Dates are the calendar's, names of the vendor's pages are its own. */
const KNOWN =
  'SSO Courier Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec ago min in days today tomorrow Settings Access Enable Allow for Admin authentication';

const known = new Set(wordsIn(JSON.stringify(dataShown) + KNOWN));

/** Those of another width say the same. */
const told = scenes.filter(({ name }) => !/^sidepanel|narrow/.test(name));

test.each(told.map(({ name, view }) => [name, view] as const))(
  '%s shows messages only',
  async (_name, view) => {
    render(view);
    // What the view asks for has come.
    await act(async () => undefined);
    const texts = textsShown();
    expect(texts.join('').match(/\{\w+\}/g)).toBeNull();
    expect(texts.filter((text) => text.includes('⟦')).length).toBeGreaterThan(0);
    expect([...new Set(texts.map((text) => withoutData(text)))].filter((left) => left !== '')).toEqual([]);
  },
);
