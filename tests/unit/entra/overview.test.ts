// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { allHits } from '../../../utils/entra/kept-hits';
import { guidShownBy, readOverview, readOverviewFrom } from '../../../utils/entra/overview';
import { asClientId, type ClientId } from '../../../utils/entra/values';
import {
  CLIENT_ID,
  essentials,
  essentialsMakes,
  OBJECT_ID,
  type OverviewWords,
  overviewWords,
  TENANT_ID,
} from './pages';

const clientId = asClientId(CLIENT_ID) as ClientId;
const read = (html: string) => {
  document.body.innerHTML = html;
  return readOverview(document, { clientId });
};
const make = essentialsMakes['random classes and glyphs'] as (typeof essentialsMakes)[string];
const english = overviewWords.en as OverviewWords;
const unknown: OverviewWords = {
  name: 'Nafn',
  client: 'Auðkenni forrits',
  object: 'Auðkenni hlutar',
  tenant: 'Auðkenni möppu',
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('reading the Overview', () => {
  const cases = Object.entries(essentialsMakes).flatMap(([name, render]) =>
    Object.entries({ ...overviewWords, unknown }).map(
      ([language, words]) => [name, language, render, words] as const,
    ),
  );
  it.each(cases)('reads %s in %s', (_name, _language, render, words) => {
    const reading = read(essentials(words, render));
    expect(reading).toMatchObject({ clientId, objectId: OBJECT_ID, tenantId: TENANT_ID, appName: 'emisar' });
    expect(reading?.reliedOn).toContain('order');
    expect(
      [
        reading?.element.getAttribute('title'),
        (reading?.element as HTMLInputElement | undefined)?.value,
        reading?.element.textContent,
      ].join(),
    ).toContain(CLIENT_ID);
  });

  it.each(['before', 'after'])('tells the app’s own page from a list of its sign-ins %s it', (where) => {
    const guid = (n: number) => `08e93f9a-4c24-4924-86bb-${String(n).padStart(12, '0')}`;
    const rows = Array.from({ length: 300 }, (_, n) => `<p><b>${CLIENT_ID}</b><b>${guid(n)}</b></p>`);
    const own = `<section>${essentials(english, make)}</section>`;
    const signIns = `<div id="list">${rows.join('')}</div>`;
    const reading = read(where === 'before' ? signIns + own : own + signIns);
    expect(reading).toMatchObject({ objectId: OBJECT_ID, tenantId: TENANT_ID, appName: 'emisar' });
    expect(reading?.element.closest('#list')).toBeNull();
  });

  it('takes a client ID in a list of others for nothing more', () => {
    const guid = (n: number) => `08e93f9a-4c24-4924-86bb-${String(n).padStart(12, '0')}`;
    const rows = Array.from({ length: 100 }, (_, n) => `<li>${n === 50 ? CLIENT_ID : guid(n)}</li>`);
    expect(read(`<ul>${rows.join('')}</ul>`)).toEqual({
      clientId,
      element: document.querySelectorAll('li')[50],
      reliedOn: ['address'],
    });
  });

  it('does not believe what was found before the page changed', () => {
    document.body.innerHTML = `<b id="own">${CLIENT_ID}</b>`;
    const guids = allHits(document, guidShownBy);
    const own = document.querySelector('#own') as HTMLElement;
    own.textContent = 'gone';
    expect(readOverviewFrom(guids, clientId)).toBeUndefined();
  });

  it('reads inside nested open shadow roots', () => {
    document.body.innerHTML = '<x-shell></x-shell>';
    const outer = document.querySelector('x-shell')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.innerHTML = '<x-blade></x-blade>';
    const inner = outer.querySelector('x-blade')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    inner.innerHTML = essentials(english, make);
    expect(readOverview(document, { clientId })).toMatchObject({ objectId: OBJECT_ID, tenantId: TENANT_ID });
  });

  it('tells the IDs by their labels where the order changed', () => {
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
    ]) {
      const reading = read(essentials(english, make, order));
      expect(reading).toMatchObject({ clientId, objectId: OBJECT_ID, tenantId: TENANT_ID });
      expect(reading?.reliedOn).not.toContain('order');
    }
  });

  it('leaves the other IDs out where neither labels nor the known order tell them apart', () => {
    const reading = read(essentials(unknown, make, [1, 0, 2]));
    expect(reading).toMatchObject({ clientId, reliedOn: ['address'] });
    expect(reading).not.toHaveProperty('objectId');
    expect(reading).not.toHaveProperty('tenantId');
  });

  it('leaves the other IDs out where a fourth GUID stands among them', () => {
    const html = essentials(unknown, make).replace('Activated', '11111111-2222-3333-4444-555555555555');
    expect(read(html)).not.toHaveProperty('objectId');
  });

  it('reads nothing while the page shows another app', () => {
    expect(
      read(essentials(english, make).replaceAll(CLIENT_ID, '99999999-564d-4491-9cb3-76a71ac25fe1')),
    ).toBeUndefined();
  });

  it('does not take a hidden copy for the place of the client ID', () => {
    const hidden = `<div style="display:none"><span id="hidden">${CLIENT_ID}</span></div>`;
    expect(read(hidden + essentials(english, make))?.element.id).toBe('');
    expect(read(hidden)).toBeUndefined();
  });

  it('prefers the client ID among the Essentials to one elsewhere', () => {
    const elsewhere = `<nav><ul><li><p><span id="elsewhere">${CLIENT_ID}</span></p></li></ul></nav>`;
    const deep = elsewhere.replace('<nav>', `<nav>${'<div>'.repeat(14)}`);
    expect(read(deep + essentials(english, make))?.element.id).toBe('');
  });
});
