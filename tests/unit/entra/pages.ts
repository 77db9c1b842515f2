/**
 * Pages of the portal for unit tests, after facts/entra.md §3 and the reference pictures, in many renderings: what they
 * have in common is what may be relied on.
 */
export const CLIENT_ID = '56f19d59-564d-4491-9cb3-76a71ac25fe1';
export const OBJECT_ID = 'd7296c37-ee69-477e-87c0-446a104f803e';
export const TENANT_ID = 'caef3289-be91-4c51-bf6c-150df12201c6';
export const SECRET_ID = '08e93f9a-4c24-4924-86bb-6405f8c2b6aa';
export const OTHER_SECRET_ID = '1a2b3c4d-4c24-4924-86bb-6405f8c2b6ab';
/** The published example with a right checksum (facts §5). */
export const SECRET_VALUE = `zzz8Q~${'z'.repeat(31)}blP`;
export const OTHER_VALUE = `AbC8Q~${'dEf1.-_~'.repeat(4)}gh`;
export const MASKED = 'PC4******************';
export const hashOf = (menu: string) =>
  `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${menu}/appId/${CLIENT_ID}/isMSAApp~/false`;

export interface OverviewWords {
  name: string;
  client: string;
  object: string;
  tenant: string;
}
export const overviewWords: Record<string, OverviewWords> = {
  en: {
    name: 'Display name',
    client: 'Application (client) ID',
    object: 'Object ID',
    tenant: 'Directory (tenant) ID',
  },
  de: {
    name: 'Anzeigename',
    client: 'Anwendungs-ID (Client)',
    object: 'Objekt-ID',
    tenant: 'Verzeichnis-ID (Mandant)',
  },
  fr: {
    name: 'Nom',
    client: "ID d'application (client)",
    object: "ID d'objet",
    tenant: "ID de l'annuaire (locataire)",
  },
  es: {
    name: 'Nombre',
    client: 'Id. de aplicación (cliente)',
    object: 'Id. de objeto',
    tenant: 'Id. de directorio (inquilino)',
  },
  pt: {
    name: 'Nome',
    client: 'ID do aplicativo (cliente)',
    object: 'ID do objeto',
    tenant: 'ID do diretório (locatário)',
  },
  ja: {
    name: '表示名',
    client: 'アプリケーション (クライアント) ID',
    object: 'オブジェクト ID',
    tenant: 'ディレクトリ (テナント) ID',
  },
  zh: { name: '显示名称', client: '应用程序(客户端) ID', object: '对象 ID', tenant: '目录(租户) ID' },
};

const isMarkup = (value: string) => value.startsWith('<');
const glyph = '\ue8c8';
export type Item = readonly [label: string, value: string];

/** Renderings of a label and its value. */
export const essentialsMakes: Record<string, (items: readonly Item[]) => string> = {
  'divs with a hidden second copy': (items) =>
    items
      .map(
        ([label, value]) =>
          `<div><div><label>${label}</label></div><div><div>${value}</div><div style="display:none">${value} x</div></div></div>`,
      )
      .join(''),
  'random classes and glyphs': (items) =>
    items
      .map(
        ([label, value], i) =>
          `<p class="q${i}7"><b>${label}</b><i>${glyph}</i><span class="z">\u200b${value}${glyph}</span></p>`,
      )
      .join(''),
  'title only, text cut': (items) =>
    items
      .map(
        ([label, value]) =>
          `<div><span>${label}</span>${isMarkup(value) ? value : `<span title="${value}">${value.slice(0, 12)}…</span>`}</div>`,
      )
      .join(''),
  'readonly inputs': (items) =>
    items
      .map(
        ([label, value], i) =>
          `<div><label id="l${i}">${label}</label>${isMarkup(value) ? value : `<input readonly aria-labelledby="l${i}" value="${value}">`}</div>`,
      )
      .join(''),
  'a table': (items) =>
    `<table>${items.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`,
  'a definition list': (items) =>
    `<dl>${items.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
};

export function essentials(
  words: OverviewWords,
  make: (items: readonly Item[]) => string,
  order = [0, 1, 2],
): string {
  const ids: Item[] = [
    [words.client, CLIENT_ID],
    [words.object, OBJECT_ID],
    [words.tenant, TENANT_ID],
  ];
  const sorted = order.map((i) => ids[i] as Item);
  return `<header><span title="CONTOSO (CONTOSO.ONMICROSOFT.COM)">CONTOSO (CONT…</span></header>
    <main>${make([[words.name, '<a href="#x">emisar</a>'], ...sorted, ['State', 'Activated']])}</main>`;
}

export interface Row {
  description: string;
  expires: string;
  value: string;
  secretId: string;
}
export const freshRow: Row = {
  description: 'Kandji SSO',
  expires: '7/27/2028',
  value: SECRET_VALUE,
  secretId: SECRET_ID,
};
export const maskedRow: Row = {
  description: 'older',
  expires: '7/27/2027',
  value: MASKED,
  secretId: OTHER_SECRET_ID,
};

type Column = keyof Row;
const columns: readonly Column[] = ['description', 'expires', 'value', 'secretId'];
const headers: Row = {
  description: 'Description',
  expires: 'Expires',
  value: 'Value',
  secretId: 'Secret ID',
};

const copy = '<button class="copy"><svg></svg></button>';
const bin = '<button class="bin"><svg></svg></button>';
const isHidden = (text: string) => text.includes('*');
const controlFor = (row: Row, column: Column) =>
  column === 'secretId' || (column === 'value' && !isHidden(row.value)) ? copy : '';

/** Renderings of the grid; each row has a copy control beside what can be copied, and a bin. */
export const gridMakes: Record<
  string,
  (rows: readonly Row[], order?: readonly Column[], head?: Row) => string
> = {
  table: (rows, order = columns, head = headers) =>
    `<table><thead><tr>${order.map((column) => `<th>${head[column]}</th>`).join('')}<th></th></tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr>${order.map((column) => `<td>${row[column]}${controlFor(row, column)}</td>`).join('')}<td>${bin}</td></tr>`,
      )
      .join('')}</tbody></table>`,
  'divs with roles and titles': (rows, order = columns, head = headers) =>
    `<div role="grid"><div role="row">${order.map((column) => `<div role="columnheader">${head[column]}</div>`).join('')}</div>${rows
      .map(
        (row) =>
          `<div role="row">${order
            .map(
              (column) =>
                `<div role="gridcell"><div class="x"><span title="${row[column]}">${row[column].slice(0, 18)}…</span>${controlFor(row, column)}</div></div>`,
            )
            .join('')}<div role="gridcell">${bin}</div></div>`,
      )
      .join('')}</div>`,
  'bare divs with inputs': (rows, order = columns) =>
    `<section>${rows
      .map(
        (row) =>
          `<div class="r">${order
            .map((column) =>
              column === 'value' || column === 'secretId'
                ? `<div><input readonly value="${row[column]}">${controlFor(row, column)}</div>`
                : `<div><span>${row[column]}</span></div>`,
            )
            .join('')}<div>${bin}</div></div>`,
      )
      .join('')}</section>`,
};
