// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { labelsOf, labelTextsOf, namesOf, stateOf, textFields, wordsOf } from '../../../utils/page/find';
import { layOut, the } from './layout';

const field = () => the<HTMLInputElement>('#it');
const show = (html: string) => {
  document.body.innerHTML = html;
};

describe('labels of a field', () => {
  it.each([
    ['for', '<label for="it">Client ID</label><input id="it">'],
    ['wrapped', '<label>Client ID <input id="it"></label>'],
    ['aria-label', '<input id="it" aria-label=" Client  ID ">'],
    ['aria-labelledby', '<i id="a">Client</i><i id="b">ID</i><input id="it" aria-labelledby="a b">'],
    ['text in front', '<div>Client ID<input id="it"></div>'],
    ['text in front of its wrapper', '<div><p>Client ID</p><div><div><input id="it"></div></div></div>'],
    ['placeholder', '<input id="it" placeholder="Client ID">'],
    ['title', '<input id="it" title="Client ID">'],
  ])('%s', (how, html) => {
    show(html);
    expect(labelTextsOf(field())).toEqual(how === 'aria-labelledby' ? ['Client', 'ID'] : ['Client ID']);
  });

  it('come without icon glyphs, zero-width characters and scripts', () => {
    show(
      '<label for="it">\ue70fClient\u200b ID<script>x</script><svg><title>help</title></svg></label><input id="it">',
    );
    expect(labelTextsOf(field())).toEqual(['Client ID']);
  });

  it('are listed in full and by their first piece', () => {
    show('<label><b>Client ID</b><input id="it"><small>from Entra</small></label>');
    expect(labelTextsOf(field())).toEqual(['Client ID from Entra', 'Client ID']);
  });

  it.each([
    ['one around it', '<label class="own"><input id="it"></label>'],
    [
      'one before and one after it',
      '<label class="own" for="it"></label><input id="it"><label class="own" for="it"></label>',
    ],
    ['one around it that names it, too', '<label class="own" for="it"><input id="it"></label>'],
    ['two around it', '<label class="own"><b></b><label class="own"><input id="it"></label></label>'],
    ['not one around it that names another', '<label for="other"><input id="it"></label><input id="other">'],
    ['not one around it whose first field is another', '<label><input><input id="it"></label>'],
    [
      'not one that names a second field of this ID',
      '<input id="same"><label for="same"></label><input id="it">',
    ],
  ])('has labels: %s', (_which, html) => {
    show(html);
    expect(new Set(labelsOf(field()))).toEqual(new Set(document.querySelectorAll('.own')));
  });

  it('are not looked for through a whole list of rows in front', () => {
    show(`<table>${'<tr><td><input type="checkbox"></td></tr>'.repeat(2000)}</table>`);
    const boxes = document.querySelectorAll('input');
    const asked = vi.spyOn(Element.prototype, 'querySelectorAll');
    expect(labelTextsOf(boxes[1999] as HTMLInputElement)).toEqual([]);
    expect(asked.mock.calls.length).toBeLessThan(100);
    asked.mockRestore();
  });

  it('do not come from another field’s row', () => {
    show('<div><div><b>Client ID</b><input></div><div><input id="it"></div></div>');
    expect(labelTextsOf(field())).toEqual([]);
  });

  it('tell two fields in one wrapper apart', () => {
    show('<div><b>Client ID</b><input><b>Client Secret</b><input id="it"></div>');
    expect(labelTextsOf(field())).toEqual(['Client Secret']);
  });
});

it('looks into no shadow root of a list that is left out, and into all beside it', () => {
  const host = '<div></div>';
  show(
    `${host}<table><tr><td>${host}<table><tr><td>${host}</td></tr></table></td></tr></table><p>${host}</p>${host}`,
  );
  const hosts = [...document.querySelectorAll('div')];
  for (const [index, each] of hosts.entries()) {
    each.attachShadow({
      mode: 'open',
    }).innerHTML = `<input id="s${index}"><table><tr><td><div></div></td></tr></table>`;
    const inner = each.shadowRoot?.querySelector('div');
    if (inner) inner.attachShadow({ mode: 'open' }).innerHTML = `<input id="t${index}">`;
  }
  const ids = (besides?: string) => textFields(document, besides).map(({ id }) => id);
  expect(ids('table')).toEqual(['s0', 's3', 's4']);
  expect(ids()).toEqual(['s0', 't0', 's1', 't1', 's2', 't2', 's3', 't3', 's4', 't4']);
});

it('takes text fields only, in document order, shadow roots included', () => {
  show(
    '<input id="a"><input type="password"><input type="checkbox"><input type="hidden"><textarea></textarea><x-f></x-f>',
  );
  the('x-f').attachShadow({ mode: 'open' }).innerHTML = '<input type="url">';
  expect(textFields(document).map((element) => element.type)).toEqual([
    'text',
    'password',
    'textarea',
    'url',
  ]);
});

it('reads names from the markup', () => {
  show('<input id="it" name="client_id" data-testid="sso" autocomplete="off" class="secret">');
  expect(namesOf(field())).toEqual(['client_id', 'it', 'off', 'sso']);
});

it.each([
  ['Client ID *', 'client id'],
  ['Azure Active (Entra ID) Directory Domain', 'azure active entra id directory domain'],
  ['Client-ID:', 'client id'],
  ['ＣＬＩＥＮＴ　ＩＤ', 'client id'],
  ['Name (required)', 'name'],
  ['クライアント シークレット', 'クライアント シークレット'],
])('compares %j as %j', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

it('finds the words of words unchanged', () => {
  fc.assert(
    fc.property(fc.string(), (text) => wordsOf(`${wordsOf(text)} x`) === `${wordsOf(text)} x`.trim()),
  );
});

it.each([
  ['usable', '<input id="it">'],
  ['hidden', '<input id="it" data-box="10,10,1,1">'],
  ['hidden', '<input id="it" data-box="-900,10,300,36">'],
  ['hidden', '<div aria-hidden="true"><input id="it"></div>'],
  ['disabled', '<input id="it" disabled>'],
  ['disabled', '<input id="it" aria-disabled="true">'],
  ['readOnly', '<input id="it" readonly>'],
  ['readOnly', '<input id="it" aria-readonly="true">'],
  ['covered', '<div inert><input id="it"></div>'],
  ['covered', '<input id="it" data-box="10,10,300,36"><p data-cover data-box="0,0,900,900"></p>'],
])('calls a field %s: %s', (state, html) => {
  layOut();
  show(html);
  expect(stateOf(field())).toBe(state);
});
