// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type FieldPlace, findConnectionForm } from '../../../utils/vendors/connection-form';
import { kandji } from '../../../utils/vendors/kandji';
import type { FieldId } from '../../../utils/vendors/profile';
import { layOut, the } from '../page/layout';
import { addBlade, connectionForm, fieldNamed, markups, otherForms } from './forms';

beforeEach(layOut);

const show = (html: string) => {
  document.body.innerHTML = html;
};
const find = () => findConnectionForm(document, kandji);
function places(): Readonly<Record<FieldId, FieldPlace>> {
  const finding = find();
  if (finding.kind !== 'form') throw new Error(finding.kind);
  return finding.form.places;
}
function expectAllFound(): void {
  expect(places()).toMatchObject({
    connectionName: { kind: 'found', field: fieldNamed('name') },
    directoryDomain: { kind: 'found', field: fieldNamed('domain') },
    clientId: { kind: 'found', field: fieldNamed('clientId') },
    secretValue: { kind: 'found', field: fieldNamed('secret') },
  });
}

describe('finds the connection form', () => {
  it.each(markups)('labelled by %s', (markup) => {
    show(connectionForm({ markup }));
    expectAllFound();
  });

  it('calls a field what told it, not the heading in front of it', () => {
    const fields = ['Name', 'Azure Active Directory Domain', 'Client ID', 'Client Secret'];
    const inputs = fields.map((name) => `<input placeholder="${name}">`).join('');
    show(`<div><h3>Azure Active Directory</h3>${inputs}<button>Save</button></div>`);
    const finding = find();
    if (finding.kind !== 'form') throw new Error(finding.kind);
    const { connectionName } = finding.form.places;
    expect(connectionName).toMatchObject({ kind: 'found', label: 'Name' });
  });

  it.each(['div', 'section', 'div role="dialog"', 'dialog open', 'fieldset'])('drawn as <%s>', (tag) => {
    show(`<main><div class="x9"><input placeholder="Search"></div>${connectionForm({ tag })}</main>`);
    expectAllFound();
  });

  it.each([
    ['older', { domain: 'Azure Active Directory Domain' }],
    ['Iru', { domain: 'Microsoft Entra ID domain', secret: 'Client secret', name: 'Display name' }],
    ['Auth0', { domain: 'Microsoft Azure AD Domain', name: 'Connection name' }],
    [
      'starred and explained',
      {
        clientId: 'Client ID (required) *',
        secret: 'Entra client secret',
        domain: 'Entra ID Domain (e.g. contoso.onmicrosoft.com)',
      },
    ],
  ])('with %s labels', (_which, labels) => {
    show(connectionForm({ labels }));
    expectAllFound();
  });

  it.each([
    [
      'German',
      {
        name: 'Bezeichnung',
        domain: 'Verzeichnisdomäne',
        clientId: 'Anwendungs-ID (Client)',
        secret: 'Geheimer Clientschlüssel',
      },
    ],
    [
      'Japanese',
      {
        name: '名前',
        domain: 'ディレクトリ ドメイン',
        clientId: 'クライアント ID',
        secret: 'クライアント シークレット',
      },
    ],
  ])('in %s, by names in the markup', (_language, labels) => {
    const extra = {
      name: 'name="connectionName"',
      domain: 'id="azure-domain"',
      clientId: 'name="client_id"',
      secret: 'data-testid="sso-client-secret"',
    };
    show(
      connectionForm({ labels, extra })
        .replace(/for="[^"]*"/g, '')
        .replace(/id="f-[^"]*"/g, ''),
    );
    expectAllFound();
  });

  it('with a secret field of type password', () => {
    show(connectionForm({ extra: { secret: 'type="password"' } }));
    expectAllFound();
  });

  it('in an open shadow root', () => {
    show('<x-blade></x-blade>');
    const root = the('x-blade').attachShadow({ mode: 'open' });
    root.innerHTML = connectionForm();
    expect(places().secretValue).toMatchObject({ kind: 'found', field: the('[data-field="q4"]', root) });
  });

  it('in the add blade that lists all kinds of connection, beside a sidebar that names Google', () => {
    show(addBlade);
    expectAllFound();
  });

  it('although the form has fields that shadow its own methods', () => {
    show(connectionForm());
    // What `<input name="closest">` does to its form in a browser; of the names, those happy-dom itself can do without.
    for (const name of ['closest', 'querySelectorAll', 'contains', 'parentElement', 'childNodes']) {
      Object.defineProperty(the('form'), name, { value: document.createElement('input') });
    }
    expectAllFound();
  });

  it('behind a list of choices that has one entry only', () => {
    const form = connectionForm({ labels: { domain: 'Domain' } });
    show(`<main><ul><li><h3>Google Workspace</h3></li></ul>${form}</main>`);
    expectAllFound();
  });

  it('in front, where another form is covered by a dialog', () => {
    const behind = connectionForm()
      .replace(/data-field="/g, 'data-behind="')
      .replace(/f-/g, 'b-');
    show(
      `${behind}<div data-cover data-box="0,0,2000,680"></div><div role="dialog">${connectionForm()}</div>`,
    );
    expectAllFound();
  });
});

describe('never fills', () => {
  it.each(otherForms)('a form for %s', (_which, html) => {
    show(html);
    expect(find().kind).not.toBe('form');
  });

  it('a form whose fields stand in a frame', () => {
    show('<iframe></iframe>');
    expect(find()).toEqual({ kind: 'none' });
  });

  it('fields of a page that has no form of its own', () => {
    show(`<main><div role="dialog"><label>Client Secret<input></label></div>
      <div role="dialog"><label>Client ID<input></label><label>Domain<input></label></div></main>`);
    expect(find()).toEqual({ kind: 'none' });
  });

  it('one of two forms that could both be meant', () => {
    show(connectionForm() + connectionForm());
    expect(find()).toEqual({ kind: 'several' });
  });

  it('a field whose label and name say different things', () => {
    show(connectionForm({ extra: { name: 'name="client_secret"' } }));
    expect(places().connectionName).toEqual({ kind: 'notFound' });
    expect(places().secretValue).toMatchObject({ kind: 'found', field: fieldNamed('secret') });
  });
});

describe('says of a field that cannot be filled', () => {
  // happy-dom knows neither the `hidden` attribute's style nor `fieldset:disabled`: those two are seen in a browser.
  const hidden = [
    'style="display:none"',
    'style="visibility:hidden"',
    'data-box="0,0,0,0"',
    'data-box="-9999,10,300,30"',
    'data-box="10,10,1,1"',
    'aria-hidden="true"',
  ];
  it.each(hidden)('a hidden duplicate does not count: %s', (how) => {
    show(
      connectionForm().replace(
        '<div class="row">',
        `<div><label>Client Secret<input ${how}></label></div><div class="row">`,
      ),
    );
    expectAllFound();
  });

  it.each(hidden)('a hidden name is not found: %s', (how) => {
    show(connectionForm({ extra: { name: how } }));
    expect(places().connectionName).toEqual({ kind: 'notFound' });
  });

  it('a visible duplicate makes it ambiguous', () => {
    show(connectionForm().replace('<button>', '<label>Client Secret<input></label><button>'));
    expect(places().secretValue).toMatchObject({ kind: 'ambiguous' });
    expect(places().clientId).toMatchObject({ kind: 'found' });
  });

  it.each([
    ['disabled', 'disabled'],
    ['read-only', 'readonly'],
    ['disabled by ARIA', 'aria-disabled="true"'],
  ])('%s: not editable', (_which, extra) => {
    show(connectionForm({ extra: { secret: extra } }));
    expect(places().secretValue).toMatchObject({ kind: 'notEditable', field: fieldNamed('secret') });
  });

  it('covered: not editable', () => {
    show(`${connectionForm()}<div data-cover data-box="0,0,2000,2000"></div>`);
    expect(places().secretValue).toMatchObject({ kind: 'notEditable' });
  });

  it('clipped away, so that hit-testing finds the form behind it: not editable', () => {
    show(connectionForm({ tag: 'form data-cover data-box="0,0,2000,5000"' }));
    expect(places().secretValue).toMatchObject({ kind: 'notEditable' });
  });

  it('covered at one end by an icon: can be filled', () => {
    show(`${connectionForm()}<div data-cover data-box="270,0,40,2000"></div>`);
    expectAllFound();
  });
});
