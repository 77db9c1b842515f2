// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeReport, type ReportNode } from '../../../utils/page/report';
import { shapeOf } from '../../../utils/page/text-shape';
import { setStage } from './pressing';

const GUID = '56f19d59-564d-4491-9cb3-76a71ac25fe1';
const SECRET = `zzz8Q~${'z'.repeat(31)}blP`;
const labels = new Set(['Value', 'Secret ID', 'Client secrets']);
const isLabel = (text: string) => labels.has(text);
const reportOf = (html: string, options: { appId?: string; pointed?: string } = {}) => {
  document.body.innerHTML = html;
  const pointed = options.pointed ? document.querySelector(options.pointed) : null;
  return makeReport(document, {
    page: 'secrets',
    isLabel,
    ...(options.appId ? { appId: options.appId } : {}),
    ...(pointed ? { pointed } : {}),
  });
};
const lastOf = ({ children = [] }: ReportNode) => children.at(-1) as ReportNode;
const bodyOf = (html: string, pointed?: string) =>
  lastOf(reportOf(html, pointed ? { pointed } : {}).tree).children;

beforeEach(() => {
  setStage();
  document.documentElement.lang = 'de';
});

describe('the shape of a text', () => {
  it.each([
    [GUID, 'guid'],
    [SECRET, 'secret 40'],
    ['PC4******************', 'masked 3 18'],
    ['7/27/2028', 'date 9/99/9999'],
    ['27.07.2028', 'date 99.99.9999'],
    ['56f19d59-56…', 'cut 12'],
    ['ada@contoso.example', 'account'],
    ['https://contoso.example/x', 'address'],
    ['12', 'number 2'],
    ['Ada Administrator', 'words 2'],
  ])('%s is %s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });
});

describe('a page report', () => {
  it('keeps tags, roles, classes and labels, and of the rest the shape', () => {
    const html = `<table role="grid" class="grid-x"><tr><th>Value</th><th>Secret ID</th></tr>
      <tr><td title="${SECRET}">${SECRET}</td><td>${GUID}</td></tr></table>`;
    expect(bodyOf(html, 'td')).toEqual([
      {
        tag: 'table',
        attributes: { role: 'grid', class: 'grid-x' },
        children: [
          {
            tag: 'tbody',
            children: [
              {
                tag: 'tr',
                children: [
                  { tag: 'th', children: ['Value'] },
                  { tag: 'th', children: ['Secret ID'] },
                ],
              },
              {
                tag: 'tr',
                children: [
                  {
                    tag: 'td',
                    attributes: { title: '{secret 40#1}' },
                    pointed: true,
                    children: ['{secret 40#1}'],
                  },
                  { tag: 'td', children: ['{guid#1}'] },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('gives equal texts equal numbers, the address’s client ID among them', () => {
    const report = reportOf(`<p>${GUID.toUpperCase()}</p>`, { appId: GUID });
    expect(report.appId).toBe('{guid#1}');
    expect(JSON.stringify(report.tree)).toContain('{guid#1}');
  });

  it('keeps which label belongs to which field', () => {
    expect(bodyOf('<label for="ada">Value</label><input id="ada" value="Ada Lovelace">')).toEqual([
      { tag: 'label', attributes: { for: 'id1' }, children: ['Value'] },
      { tag: 'input', attributes: { id: 'id1', value: '{words 2#1}' } },
    ]);
  });

  it('drops a class that has a word of the page’s content in it', () => {
    expect(JSON.stringify(bodyOf('<p class="row user-lovelace">Ada Lovelace</p>'))).not.toMatch(/lovelace/i);
  });

  it('says what is hidden, and sees into open shadow roots', () => {
    document.body.innerHTML = '<div hidden style="display:none">x</div><section></section>';
    document.querySelector('section')?.attachShadow({ mode: 'open' }).append('Value');
    const body = lastOf(makeReport(document, { page: 'secrets', isLabel }).tree);
    expect(body.children).toMatchObject([
      { tag: 'div', hidden: true },
      { tag: 'section', shadow: ['Value'] },
    ]);
  });
});

/** Words of values, names and IDs: anything that somebody’s directory may hold. */
const word = fc.stringMatching(/^[a-z][a-z0-9]{4,11}$/).map((text) => `q${text}`);
const content = fc.oneof(
  word,
  fc.uuid(),
  fc.tuple(word, word).map(([one, other]) => `${one} ${other}`),
  fc.tuple(word, word).map(([one, other]) => `${one}@${other}.example`),
  fc.tuple(word, word).map(([one, other]) => `https://${one}.example/${other}?${one}=${other}#${other}`),
  fc.stringMatching(/^[A-Za-z0-9~._-]{40}$/),
);
/** As classes: a word alone is one like any other, these are values. */
const valueLike = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[A-Za-z0-9]{3}8Q~[A-Za-z0-9_~.-]{34}$/),
  fc.stringMatching(/^[a-z]{8}[A-Z]{8}[0-9]{8}$/),
  word.map((text) => `${text}@contoso.example`),
);
const attribute = fc.constantFrom(
  'title',
  'value',
  'href',
  'src',
  'id',
  'name',
  'for',
  'role',
  'type',
  'lang',
  'style',
  'onclick',
  'data-user',
  'aria-label',
  'aria-labelledby',
  'placeholder',
  'alt',
  'srcset',
  'content',
  'dir',
  'tabindex',
);
const page = fc.array(
  fc.record({
    tag: fc.constantFrom(
      'div',
      'p',
      'input',
      'a',
      'td',
      'span',
      'textarea',
      'img',
      'script',
      'style',
      'x-app',
    ),
    text: content,
    attributes: fc.array(fc.oneof(fc.tuple(attribute, content), fc.tuple(fc.constant('class'), valueLike)), {
      maxLength: 4,
    }),
    comment: fc.option(content),
    inShadow: fc.boolean(),
    asName: fc.option(word),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('no value of the page survives in its report', () => {
  it('whatever the page', () => {
    fc.assert(
      fc.property(page, (nodes) => {
        document.body.replaceChildren();
        const said: string[] = [];
        for (const { tag, text, attributes, comment, inShadow, asName } of nodes) {
          const element = document.createElement(tag);
          for (const [name, value] of attributes) {
            // Would be loaded.
            if (name === 'src') continue;
            element.setAttribute(name, value);
            said.push(value);
          }
          if (asName) {
            // The same word as a text and as a part of a class, a data attribute and a tag.
            element.append(asName);
            element.className += ` is-${asName}`;
            element.setAttribute(`data-${asName}`, 'x');
            element.append(document.createElement(`x-${asName}`));
            said.push(asName);
          }
          const place = inShadow && tag === 'div' ? element.attachShadow({ mode: 'open' }) : element;
          place.append(text);
          said.push(text);
          if (comment) {
            element.append(document.createComment(comment));
            said.push(comment);
          }
          document.body.append(element);
        }
        const report = JSON.stringify(
          makeReport(document, { page: 'secrets', isLabel, appId: GUID }),
        ).toLowerCase();
        const words = [...said, GUID].flatMap((text) => text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []);
        for (const each of words) if (!GRAMMAR.includes(each)) expect(report).not.toContain(each);
      }),
      { numRuns: 300 },
    );
  });
});

/** The report's own words: a short random value may happen to be a part of one of them. */
const GRAMMAR =
  '9999 account address appid aria-label aria-labelledby attributes body children class comment content cut data-user date example fragment guid head hidden href html input kind lang language leftout masked name number onclick page placeholder pointed report role script secret secrets shadow span srcset sso-courier style tabindex tag textarea title tree type value version words';
