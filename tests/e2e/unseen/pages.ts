/** The pages themselves: HTML by what is particular about it. */
import { CLIENT_ID, SECRET } from '../hostile/pages';

const OBJECT_ID = 'd7296c37-ee69-477e-87c0-446a104f803e';
const TENANT_ID = 'caef3289-be91-4c51-bf6c-150df12201c6';
export const KEY_ID = '08e93f9a-4c24-4924-86bb-6405f8c2b6aa';
const OTHER_KEY = '1a2b3c4d-4c24-4924-86bb-6405f8c2b6ab';
/** 32 characters of the wide alphabet of secrets made before 2021 (facts, entra §5). */
export const LEGACY = 'Kx9@[qP2:aZ8]+m1Tb5@R7yC3[wE6:uJ';
const MASKED = 'abc******************';

/** Puts HTML into an open shadow root, when the page has been there for a moment. */
const inShadow = (html: string) =>
  `<x-blade></x-blade><script>setTimeout(() => {
     document.querySelector('x-blade').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(html)};
   }, 100);</script>`;

export const overviews: Readonly<Record<string, string>> = {
  'a list of terms, in Dutch': `<dl><dt>Weergavenaam<dd>Kandji<dt>Toepassings-id (client)<dd>${CLIENT_ID}<dt>Object-id<dd>${OBJECT_ID}<dt>Map-id (tenant)<dd>${TENANT_ID}</dl>`,
  'a table, in Polish, in capitals': `<table><tr><th>Identyfikator aplikacji (klienta)<td>${CLIENT_ID.toUpperCase()}<tr><th>Identyfikator obiektu<td>${OBJECT_ID.toUpperCase()}<tr><th>Identyfikator katalogu<td>${TENANT_ID.toUpperCase()}</table>`,
  'fields that cannot be written': [CLIENT_ID, OBJECT_ID, TENANT_ID]
    .map(
      (id, n) =>
        `<label>${['Application (client) ID', 'Object ID', 'Directory (tenant) ID'][n]} <input readonly value="${id}" size="40"></label><br>`,
    )
    .join(''),
  'an open shadow root that comes late': inShadow(
    `<section><h3>Essentials</h3><p>Client <code>${CLIENT_ID}</code></p><p>Object <code>${OBJECT_ID}</code></p><p>Tenant <code>${TENANT_ID}</code></p></section>`,
  ),
  'the ID alone, without a label': `<main><p>${CLIENT_ID}</p></main>`,
  'texts cut to the eye, whole in their title': [CLIENT_ID, OBJECT_ID, TENANT_ID]
    .map(
      (id) =>
        `<div><span>ID</span> <span title="${id}" style="display:inline-block;width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${id.slice(0, 8)}…</span></div>`,
    )
    .join(''),
};

const many = Array.from({ length: 60 }, (_, n) => [
  `Old ${n}`,
  MASKED,
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
]);

export const grids: Readonly<Record<string, string>> = {
  'cards, in Swedish': `<article><h4>Kandji SSO</h4><p>Upphör 2028-07-27</p><p>Värde <b>${SECRET}</b></p><p>Hemligt ID <i>${KEY_ID}</i></p></article>
    <article><h4>Old</h4><p>Upphör 2027-07-27</p><p>Värde <b>${MASKED}</b></p><p>Hemligt ID <i>${OTHER_KEY}</i></p></article>`,
  'plain boxes in another order': `<div><div><div>${KEY_ID}</div><div>${SECRET}</div><div>27.07.2028</div><div>Kandji SSO</div></div><div><div>${OTHER_KEY}</div><div>${MASKED}</div><div>27.07.2027</div><div>Old</div></div></div>`,
  'fields that cannot be written': `<ul><li><input readonly value="${SECRET}" size="45"><input readonly value="${KEY_ID}" size="40"></li></ul>`,
  'text areas': `<div><textarea readonly cols="45">${SECRET}</textarea><textarea readonly cols="40">${KEY_ID}</textarea></div>`,
  'an open shadow root that comes late': inShadow(
    `<table><tr><td>Kandji SSO<td>7/27/2028<td>${SECRET}<td>${KEY_ID}</table>`,
  ),
  'texts cut to the eye, whole in their title': `<div role="table"><div role="row">${[SECRET, KEY_ID]
    .map(
      (text) =>
        `<span role="cell" title="${text}" style="display:inline-block;width:90px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${text.slice(0, 10)}…</span>`,
    )
    .join('')}</div></div>`,
  'a value of the older shape': `<table><tr><td>Kandji SSO<td>7/27/2028<td>${LEGACY}<td>${KEY_ID}</table>`,
  'the last of sixty rows, drawn one after the other': `<table id="t"></table><script>
    const rows = ${JSON.stringify([...many, ['Kandji SSO', SECRET, KEY_ID]])};
    const next = () => { const row = rows.shift(); if (!row) return;
      const tr = document.querySelector('#t').insertRow(0); for (const text of row) tr.insertCell().textContent = text;
      requestAnimationFrame(next); };
    next();</script>`,
  'a row whose cells come one by one': `<table><tr id="r"><td>Kandji SSO<td><td></tr></table><script>
    setTimeout(() => { document.querySelector('#r').cells[2].textContent = '${KEY_ID}'; }, 300);
    setTimeout(() => { document.querySelector('#r').cells[1].textContent = '${SECRET}'; }, 700);</script>`,
};

export const forms: Readonly<Record<string, string>> = {
  'labels around the fields': `<form onsubmit="return false"><label>Name <input></label><label>Entra ID Domain <input></label><label>Client ID <input></label><label>Client secret <input type="password"></label><button>Save</button></form>`,
  'names for assistive technology only': `<div role="dialog" aria-label="Add SSO Connection"><input aria-label="Name"><input aria-label="Microsoft Entra ID Domain"><input aria-label="Client ID"><input aria-label="Client Secret"><div role="button" tabindex="0">Save</div></div>`,
  placeholders: `<section><input placeholder="Name"><input placeholder="Azure AD Domain"><input placeholder="Client ID"><input placeholder="Client Secret"><button>Save</button></section>`,
  'a table with the labels in front': `<table><tr><td>Name<td><input><tr><td>Azure Active Directory Domain<td><input><tr><td>Client ID<td><input><tr><td>Client Secret<td><input></table><button>Save</button>`,
  'an open shadow root that comes late': inShadow(
    `<form><p><label for="a">Name</label><input id="a"></p><p><label for="b">Entra ID domain</label><input id="b"></p><p><label for="c">Client ID</label><input id="c"></p><p><label for="d">Client secret</label><input id="d"></p><button type="button">Save</button></form>`,
  ),
  'another language, told by the names in the markup': `<form onsubmit="return false"><label>Nombre <input name="connectionName"></label><label>Dominio <input name="azureDomain"></label><label>Identificador <input name="clientId"></label><label>Secreto <input name="clientSecret"></label><button>Guardar</button></form>`,
};

/** A drop-down of the portal's kind: a box that shows what was chosen. */
const box = (name: string, text: string) =>
  `<div role="combobox" tabindex="0" aria-label="${name}" aria-expanded="false">${text}</div>`;

/** The redirect URI's box is locked until its admin has taken one. */
const platform = (control: string) =>
  `${control} <input id="uri" disabled placeholder="https://example.com/auth" size="40">
   <button type="button" id="take">Take Web</button>
   <script>document.querySelector('#take').addEventListener('click', () => {
     const chosen = document.querySelector('#platform [role=combobox], #platform select');
     if (chosen.localName === 'select') chosen.value = 'Web'; else chosen.textContent = 'Web';
     chosen.dispatchEvent(new Event('change', { bubbles: true }));
     document.querySelector('#uri').disabled = false;
   });</script>`;

const options = (...texts: string[]) => texts.map((text) => `<option>${text}</option>`).join('');

export const registrations: Readonly<Record<string, string>> = {
  'native controls': `<form onsubmit="return false"><p><label>Name <input id="name" required></label></p>
    <fieldset><legend>Supported account types</legend><label><input type="radio" name="t" checked> Accounts in this organizational directory only (Contoso only - Single tenant)</label><label><input type="radio" name="t"> Accounts in any organizational directory</label></fieldset>
    <p id="platform">Redirect URI (optional) ${platform(`<select>${options('Select a platform', 'Web', 'Single-page application (SPA)')}</select>`)}</p><button>Register</button></form>`,
  'boxes, in Dutch': `<div><div>Naam <input id="name" aria-required="true"></div><div>Ondersteunde accounttypen ${box('Ondersteunde accounttypen', 'Alleen één tenant - Contoso')}</div>
    <div id="platform">${platform(box('Een platform selecteren', 'Een platform selecteren'))}</div><div role="button" tabindex="0">Registreren</div></div>`,
  'a table with the labels in front': `<table><tr><td>Name<td><input id="name"><tr><td>Supported account types<td><select>${options('Single tenant only - Contoso', 'Multiple Entra ID tenants')}</select>
    <tr id="platform"><td>Redirect URI (optional)<td>${platform(`<select>${options('Select a platform', 'Public client/native (mobile &amp; desktop)', 'Web')}</select>`)}</table><button>Register</button>`,
};

export const panes: Readonly<Record<string, string>> = {
  'a dialog, in Dutch': `<div role="dialog" aria-label="Een clientgeheim toevoegen"><p>Beschrijving <input id="description"></p><p>Verloopt ${box('Verloopt', 'Aanbevolen: 180 dagen (6 maanden)')}</p><button>Toevoegen</button><button>Annuleren</button></div>`,
  'native controls': `<aside><h2>Add a client secret</h2><label>Description <input id="description"></label><label>Expires <select>${options('Recommended: 180 days (6 months)', '365 days (12 months)', '730 days (24 months)')}</select></label><button>Add</button></aside>`,
  'a table with the labels in front': `<section><table><tr><td>Description<td><input id="description"><tr><td>Expires<td><select>${options('180 days (6 months)', '730 days (24 months)')}</select></table><button>Add</button><button>Cancel</button></section>`,
};

/** As recorded (facts, entra §1.4): the frame keeps its own origin. */
export const framed = (address: string) =>
  `<h1>Kandji</h1><iframe class="fxs-part-frame" role="presentation" sandbox="allow-same-origin allow-scripts allow-popups allow-modals allow-forms allow-downloads" src="https://${address}" width="1200" height="700"></iframe>`;
