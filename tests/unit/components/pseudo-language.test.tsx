// @vitest-environment happy-dom
/**
 * Every view in a language that nobody speaks: English with accents, 40 % longer, in brackets. What stands outside of
 * brackets was never a message; a name in braces is a value that nobody put in.
 */
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messagesOf } from '../languages';
import { speak } from '../messages';
import { draw } from './draw';
import { views } from './states';

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
  return [...named, ...blocks.map(({ textContent }) => textContent ?? '')];
}

/** Names and values: addresses, IDs, what was read in a console, and what the consoles call their own. */
function withoutData(text: string, data: string): string {
  let left = text.replace(/~/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return (left.match(/[a-z][a-z’]{2,}/gi) ?? [])
    .filter((word) => !data.toLowerCase().includes(word.toLowerCase()))
    .join(' ');
}

/** Dates are the calendar's, names of the vendor's pages are its own. */
const KNOWN =
  'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec ago min today tomorrow Settings Access Enable Admin authentication';

test.each(Object.keys(views))('%s shows messages only', (name) => {
  const state = views[name];
  if (!state) throw new Error(name);
  draw(state);
  const data = JSON.stringify(state) + KNOWN;
  const texts = textsShown();
  expect(texts.join('').match(/\{\w+\}/g)).toBeNull();
  expect(texts.filter((text) => text.includes('⟦')).length).toBeGreaterThan(3);
  expect([...new Set(texts.map((text) => withoutData(text, data)))].filter((left) => left !== '')).toEqual(
    [],
  );
});
