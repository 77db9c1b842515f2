/**
 * Words of the portal's pages in the languages of facts/entra.md §13. Labels come last in reading: they only confirm,
 * or decide where shape and order do not. Compared in lower case, letters and digits only.
 */

const essentials = {
  clientId: [
    'Application (client) ID',
    'Anwendungs-ID (Client)',
    "ID d'application (client)",
    "ID de l'application (client)",
    'Id. de aplicación (cliente)',
    'ID do aplicativo (cliente)',
    'アプリケーション (クライアント) ID',
    '应用程序(客户端) ID',
  ],
  objectId: [
    'Object ID',
    'Objekt-ID',
    "ID d'objet",
    "ID de l'objet",
    'Id. de objeto',
    'ID do objeto',
    'ID de objeto',
    'オブジェクト ID',
    '对象 ID',
  ],
  tenantId: [
    'Directory (tenant) ID',
    'Verzeichnis-ID (Mandant)',
    "ID de l'annuaire (locataire)",
    "ID d'annuaire (locataire)",
    'Id. de directorio (inquilino)',
    'ID do diretório (locatário)',
    'ディレクトリ (テナント) ID',
    '目录(租户) ID',
  ],
} as const;

const columns = {
  description: ['Description', 'Beschreibung', 'Descripción', 'Descrição', '説明', '说明', '描述'],
  expires: [
    'Expires',
    'Gültig bis',
    'Läuft ab',
    'Ablaufdatum',
    'Date d’expiration',
    'Expire le',
    'Expire',
    'Expira',
    'Expiración',
    '有効期限',
    '截止期限',
  ],
  value: ['Value', 'Wert', 'Valeur', 'Valor', '値', '值'],
  secretId: [
    'Secret ID',
    'Geheime ID',
    'Geheimnis-ID',
    'ID de secret',
    'ID du secret',
    'ID secret',
    'Id. de secreto',
    'Id. secreto',
    'ID secreta',
    'ID do segredo',
    'シークレット ID',
    '密码 ID',
    '机密 ID',
  ],
} as const;

const controls = {
  copy: ['copy', 'kopieren', 'copier', 'copiar', 'コピー', '复制'],
  remove: [
    'delete',
    'remove',
    'löschen',
    'entfernen',
    'supprimer',
    'eliminar',
    'excluir',
    'remover',
    '削除',
    '删除',
  ],
} as const;

export type EssentialsLabel = keyof typeof essentials;
export type ColumnLabel = keyof typeof columns;
export type ControlLabel = keyof typeof controls;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function lookUp<Kind extends string>(table: Readonly<Record<Kind, readonly string[]>>): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const kind of Object.keys(table) as Kind[])
    for (const label of table[kind]) kinds.set(plain(label), kind);
  return kinds;
}

const essentialsLabels = lookUp(essentials);
const columnLabels = lookUp(columns);

export const essentialsLabel = (text: string): EssentialsLabel | undefined =>
  essentialsLabels.get(plain(text));
export const columnLabel = (text: string): ColumnLabel | undefined => columnLabels.get(plain(text));

/** What a control's name says it does, by a known word in it. */
export function controlLabel(text: string): ControlLabel | undefined {
  const name = text.normalize('NFKC').toLowerCase();
  return (['remove', 'copy'] as const).find((kind) => controls[kind].some((word) => name.includes(word)));
}

const controlNames: ReadonlySet<string> = new Set(Object.values(controls).flat().map(plain));

/** Whether a text is one of the words above and nothing else. */
export const isLabel = (text: string): boolean =>
  essentialsLabel(text) !== undefined || columnLabel(text) !== undefined || controlNames.has(plain(text));
