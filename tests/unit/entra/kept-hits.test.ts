// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { KeptHits } from '../../../utils/entra/kept-hits';
import { atOnce } from '../../../utils/page/at-once';

const said = (element: Element) => element.getAttribute('title') ?? undefined;
const the = (selector: string) => document.querySelector(selector) as Element;

let hits: KeptHits<string>;
const update = (changed: readonly Element[]) => atOnce(hits.update(changed));
const all = () => [...hits.all.values()];

beforeEach(() => {
  document.body.innerHTML = '<p title="a"><b title="b"></b></p><p id="c" title="c"></p>';
  hits = new KeptHits(said);
  update([document.body]);
});

it('holds what a page says', () => expect(all()).toEqual(['a', 'b', 'c']));

it('follows what changed, and nothing else', () => {
  the('b').setAttribute('title', 'changed');
  the('#c').setAttribute('title', 'not told');
  update([the('b')]);
  expect(all()).toEqual(['a', 'changed', 'c']);
});

it('drops what says nothing any more, and what has gone', () => {
  the('#c').removeAttribute('title');
  the('p').remove();
  update([the('#c')]);
  expect(all()).toEqual([]);
});
