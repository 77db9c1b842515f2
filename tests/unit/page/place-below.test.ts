// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { placeBelow } from '../../../utils/page/place-below';
import { layOut, the } from './layout';

beforeEach(() => layOut());

const block = 'style="display:block"';
const flex = 'style="display:flex"';

it.each([
  ['a field on its own', `<div id="in" ${block}><input id="v" style="display:block"></div>`, '#v'],
  [
    'a value beside its copy control',
    `<div id="in" ${block}><div id="line" ${flex}><input id="v"><button>Copy</button></div></div>`,
    '#line',
  ],
  [
    'an inline value with its copy control behind it',
    `<div id="in" ${block}><div id="line" ${block}><code id="v" style="display:inline">x</code><button>Copy</button></div></div>`,
    '#line',
  ],
])('stands on the line below %s', (_what, html, after) => {
  document.body.innerHTML = html;
  const host = document.createElement('sso-courier');
  placeBelow(host, the('#v'));
  expect(host.previousElementSibling).toBe(the(after));
  placeBelow(host, the('#v'));
  expect(document.querySelectorAll('sso-courier')).toHaveLength(1);
});

it.each(['div role="dialog"', 'dialog open', 'form'])('never leaves a <%s>', (tag) => {
  document.body.innerHTML = `<section><${tag} id="d"><div ${flex}><div ${flex}><code id="v">x</code></div></div></${tag.split(' ')[0]}></section>`;
  const host = document.createElement('sso-courier');
  placeBelow(host, the('#v'));
  expect(host.parentElement).toBe(the('#d'));
});
