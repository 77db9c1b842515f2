// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findAddSecretPane } from '../../../utils/entra/add-secret-pane';
import { findRegisterForm } from '../../../utils/entra/register-form';
import { accountTypesIn, names24Months, platformIn } from '../../../utils/entra/registration-labels';
import { layOut } from '../page/layout';
import { bar, DAYS_730, panes, type RegisterWords, registerForms, registerWords } from './forms';
import { freshRow, gridMakes, maskedRow } from './pages';

const show = (html: string) => {
  document.body.innerHTML = html;
};
const inputs = () => [...document.querySelectorAll<HTMLInputElement>('main input, form input, td input')];

beforeEach(() => {
  layOut();
  show('');
});

describe.each(Object.entries(registerForms))('the register form drawn with %s', (_make, draw) => {
  describe.each(Object.entries(registerWords))('in %s', (_language, words) => {
    it('is found with its two boxes, nothing chosen', () => {
      show(draw(words));
      const form = findRegisterForm(document);
      expect([form?.name, form?.redirectUri]).toEqual(inputs());
      expect(form?.platform.kind).toBe('notChosen');
      expect(form?.accountTypes.kind).toBe('singleTenant');
      // Nothing may stand between the rows of a table.
      expect(form?.firstRow.matches('tr, td, tbody')).toBe(false);
    });

    it.each([
      ['Web', 'web'],
      [words.spa, 'spa'],
      [words.native, 'publicClient'],
      ['[Węƀ·]', 'unsure'],
    ])('reads the platform %s', (platform, kind) => {
      show(draw(words, { platform }));
      expect(findRegisterForm(document)?.platform).toMatchObject({ kind, dropDownName: words.platform });
    });

    it('sees that other directories could sign in', () => {
      show(draw(words, { account: words.several }));
      expect(findRegisterForm(document)?.accountTypes.kind).toBe('other');
    });
  });
});

const en = registerWords.en as RegisterWords;
const dropDowns = registerForms['drop-downs'] as (typeof registerForms)[string];

describe('what is no register form', () => {
  it.each<[string, string]>([
    ['the top bar and the menu alone', bar],
    [
      'a list with a filter',
      `${bar}<main><input placeholder="Start typing a display name"><table></table></main>`,
    ],
    ['a form that is hidden', `<div style="display:none">${dropDowns(en)}</div>`],
    [
      'a field of a password',
      '<main><input type="password" aria-label="URI"><input aria-label="Name"></main>',
    ],
  ])('%s', (_name, html) => {
    show(html);
    expect(findRegisterForm(document)).toBeUndefined();
  });

  it('two boxes that both ask for an address: neither is taken', () => {
    show('<main><div><input placeholder="https://a"><input placeholder="https://b"></div></main>');
    expect(findRegisterForm(document)).toBeUndefined();
  });
});

it('finds the form beside the filter of the list that is still open', () => {
  show(`<div><input placeholder="Start typing"></div>${dropDowns(en)}`);
  expect(findRegisterForm(document)?.name?.id).toBe('n1');
});

describe.each(Object.entries(panes))('the pane of a new secret drawn as %s', (_make, draw) => {
  const page = () => (gridMakes.table as (typeof gridMakes)[string])([freshRow, maskedRow]);

  it('is found over the page', () => {
    show(`${bar}${page()}${draw()}`);
    const pane = findAddSecretPane(document);
    expect(pane?.description.matches('[role=dialog] input, p input')).toBe(true);
    expect(pane?.is24Months).toBe(false);
  });

  it('sees 24 months in any language', () => {
    show(draw({ expires: DAYS_730 }));
    expect(findAddSecretPane(document)?.is24Months).toBe(true);
  });

  it('stays found when a lifetime of its own is chosen in an unknown language', () => {
    show(draw({ expires: '[Ĉũšŧ·]', expiresName: '[Ęxpîŕ·]' }));
    expect(findAddSecretPane(document)).toBeUndefined();
    expect(findAddSecretPane(document, '[Ęxpîŕ·]')).toBeDefined();
  });
});

describe('what is no pane', () => {
  it.each<[string, string]>([
    ['the page alone', bar + (gridMakes.table as (typeof gridMakes)[string])([freshRow])],
    [
      'a list with a filter and a size of 180 rows',
      `<div><input placeholder="Filter"><select aria-label="Rows"><option selected>180</option></select><button>x</button><table></table></div>`,
    ],
    [
      'a pane of other choices',
      '<div role="dialog"><input><div role="combobox" aria-label="Type">Password</div><button>x</button></div>',
    ],
    ['a box and a lifetime without a button', '<div><input><div role="combobox">180 days</div></div>'],
  ])('%s', (_name, html) => {
    show(html);
    expect(findAddSecretPane(document)).toBeUndefined();
  });
});

describe('words', () => {
  it.each([
    ['Web', 'web'],
    ['WEB', 'web'],
    ['Application web monopage (SPA)', 'spa'],
    ['Single-Page-Webanwendung (SPA)', 'spa'],
    ['シングルページ アプリケーション (SPA)', 'spa'],
    ['Öffentlicher Client/nativ (Mobil und Desktop)', 'publicClient'],
    ['Client public/natif (mobile et bureau)', 'publicClient'],
    ['パブリック クライアント/ネイティブ (モバイルとデスクトップ)', 'publicClient'],
    ['Mobile and desktop applications', 'publicClient'],
    ['Webinar', undefined],
    ['Space', undefined],
    ['', undefined],
  ])('platform %s', (text, platform) => expect(platformIn(text)).toBe(platform));

  it.each([
    ['Single tenant only - Any Personal Corp', 'singleTenant'],
    ['Nur einzelner Mandant – Contoso', 'singleTenant'],
    ['シングル テナントのみ - Contoso', 'singleTenant'],
    ['Accounts in any organizational directory (Multitenant)', 'other'],
    ['Personal accounts only', 'other'],
    ['[Šįņğłę ŧęņąņŧ·]', undefined],
  ])('account types %s', (text, kind) => expect(accountTypesIn(text)).toBe(kind));

  it.each([
    ['730 days (24 months)', true],
    ['７３０ 日', true],
    ['Benutzerdefiniert: 24 Monate', true],
    ['365 days (12 months)', false],
    ['1730 days', false],
    ['240 days', false],
  ])('24 months: %s', (text, is) => expect(names24Months(text)).toBe(is));
});
