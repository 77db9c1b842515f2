/** Connection forms and forms that look alike, as HTML. Labels are the vendor's words (support.kandji.io/sso-azure). */

const labels = {
  name: 'Name',
  domain: 'Azure Active (Entra ID) Directory Domain',
  clientId: 'Client ID',
  secret: 'Client Secret',
};
type Labels = typeof labels;
/** Marks of the fields for the tests, which say nothing to the finder. */
const marks: Readonly<Record<keyof Labels, string>> = {
  name: 'q1',
  domain: 'q2',
  clientId: 'q3',
  secret: 'q4',
};
type FieldMarkup = (label: string, id: string, extra: string) => string;

const markup = {
  for: (label, id, extra) =>
    `<div class="row"><label for="${id}">${label}</label><input id="${id}" ${extra}></div>`,
  wrapped: (label, _id, extra) =>
    `<label><span>${label}</span> <input ${extra}><small>Help text for you</small></label>`,
  ariaLabel: (label, _id, extra) => `<div><input aria-label="${label}" ${extra}></div>`,
  labelledBy: (label, id, extra) =>
    `<div><b id="l-${id}">${label}</b><input aria-labelledby="l-${id}" ${extra}></div>`,
  sibling: (label, _id, extra) =>
    `<div class="q"><p>${label} *</p><div class="w"><input ${extra}></div></div>`,
  placeholder: (label, _id, extra) => `<div><input placeholder="${label}" ${extra}></div>`,
  tableRow: (label, _id, extra) =>
    `<table><tbody><tr><td>${label}:</td><td><input ${extra}></td></tr></tbody></table>`,
} satisfies Record<string, FieldMarkup>;

export type Markup = keyof typeof markup;
export const markups = Object.keys(markup) as Markup[];

export interface FormOptions {
  markup?: Markup;
  labels?: Partial<Labels>;
  /** Attributes of all fields by field, such as `name="clientId"`. */
  extra?: Partial<Labels>;
  heading?: string;
  tag?: string;
}

/** The native connection form in one of its guises. */
export function connectionForm(options: FormOptions = {}): string {
  const field = markup[options.markup ?? 'for'];
  const text = { ...labels, ...options.labels };
  const extra = { name: '', domain: '', clientId: '', secret: '', ...options.extra };
  const tag = options.tag ?? 'form';
  const fields = (Object.keys(labels) as (keyof Labels)[])
    .map((key) => field(text[key], `f-${marks[key]}`, `data-field="${marks[key]}" ${extra[key]}`))
    .join('');
  const heading = options.heading ? `<h2>${options.heading}</h2>` : '';
  return `<${tag.replace(/ .*/, '')}${tag.replace(/^\S+/, '')}>${heading}${fields}<button>Save</button></${tag.replace(/ .*/, '')}>`;
}

/** The field of the fixture that a value belongs in. */
export function fieldNamed(key: keyof Labels): HTMLInputElement {
  const [field] = document.querySelectorAll<HTMLInputElement>(`[data-field="${marks[key]}"]`);
  if (!field) throw new Error(`no field ${key}`);
  return field;
}

/** The add blade lists all kinds of connection in front of the form. */
export const addBlade = `
  <nav><a>Google integration</a><h3>SAML help</h3></nav>
  <div role="dialog" aria-label="Add SSO Connection">
    <h2>Add SSO Connection</h2>
    <ul><li><h3>Azure Active Directory</h3></li><li><h3>Google Workspace</h3></li><li><h3>Custom SAML</h3></li></ul>
    ${connectionForm({ labels: { domain: 'Domain' } })}
  </div>`;

const google = connectionForm({ labels: { domain: 'Google Workspace Domain' } });

/** Forms that must never be filled. */
export const otherForms: readonly [string, string][] = [
  ['Google Workspace', google],
  [
    'Google Workspace, by its heading only',
    connectionForm({ heading: 'Google Workspace', labels: { domain: 'Domain' } }),
  ],
  [
    'Google Workspace, by a heading in front of the form',
    `<div role="dialog"><h2>Google Workspace</h2>${connectionForm({ labels: { domain: 'Domain' } })}</div>`,
  ],
  [
    'Google Workspace, by the option chosen',
    `<div role="dialog"><h2>Add SSO Connection</h2>
     <label><input type="radio" name="k">Azure Active Directory</label>
     <label><input type="radio" name="k" checked>Google Workspace</label>${connectionForm({ labels: { domain: 'Domain' } })}</div>`,
  ],
  [
    'Google Workspace, by markup names only',
    connectionForm({
      labels: { domain: 'Domäne' },
      extra: { domain: 'name="googleDomain" data-kind="domain"' },
    }),
  ],
  [
    'SAML',
    `<form><h2>Custom SAML</h2><label>Name<input></label><label>Sign-In URL<input></label><label>Sign-Out URL<input></label>
     <label>Signing Certificate<textarea></textarea></label><button>Save</button></form>`,
  ],
  [
    'login',
    '<form><label>Email address<input name="username"></label><label>Password<input type="password"></label><button>Continue</button></form>',
  ],
  [
    'SCIM',
    '<form><label>Name<input></label><label>Tenant URL<input></label><label>Secret Token<input type="password"></label><button>Save</button></form>',
  ],
  [
    'Passport',
    `<form><h2>Passport</h2><label>Application (client) ID<input></label><label>OpenID Connect metadata document<input></label>
     <label>Client secret<input></label><button>Save</button></form>`,
  ],
  [
    'API token',
    '<form><label>Name<input></label><label>Client ID<input readonly></label><label>Client Secret<input readonly></label></form>',
  ],
  ['secret ID and expiry', connectionForm({ labels: { secret: 'Client Secret ID' } })],
];
