/**
 * The lab is built from facts and fills their gaps with inventions. What the product knows of a console has to come from
 * the facts: a class, id, `data-*` or label that the lab made up and a reader relies on would work in tests only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const READERS = ['utils/entra', 'utils/vendors', 'utils/page', 'utils/signin'];

/** What lab and readers share, by the place that says the real consoles have it. */
const cited: Readonly<Record<string, readonly string[]>> = {
  'entra.md §9: text of the error page': ['exceptionMessageContainer'],
  'kandji.md §4: markers of the signed-in console': [
    'data-testid',
    'log-out-button',
    'my-profile-button',
    'sidebar-user-name',
  ],
  'kandji.md §5.1, §9: the kinds of connection, the user directory': [
    'Google Workspace',
    'Sign in with Azure',
  ],
  'ours: the theme of our own elements': ['data-theme'],
  'entra.md §3.1, §3.2 and the reference pictures': [
    'Application (client) ID',
    'Object ID',
    'Directory (tenant) ID',
    'Secret ID',
    'My organization only',
  ],
  'entra.md §13: localised docs and live UI': [
    'Anwendungs-ID (Client)',
    'Verzeichnis-ID (Mandant)',
    "ID d'application (client)",
    "ID de l'annuaire (locataire)",
    'Id. de aplicación (cliente)',
    'Id. de directorio (inquilino)',
    'ID do aplicativo (cliente)',
    'ID do diretório (locatário)',
    'アプリケーション (クライアント) ID',
    'ディレクトリ (テナント) ID',
    '应用程序(客户端) ID',
    '目录(租户) ID',
    '有効期限',
    '截止期限',
  ],
  'entra.md §3.2, §13: what opens a new secret, the menu’s node for it': [
    'data-telemetryname',
    'Certificates & secrets',
    'Zertifikate & Geheimnisse',
    'Certificats et secrets',
    'Certificados y secretos',
    'Certificados e segredos',
    '証明書とシークレット',
    '证书和密码',
    'New client secret',
    'Neuer geheimer Clientschlüssel',
    'Nouveau secret client',
    'Nuevo secreto de cliente',
    'Novo segredo do cliente',
    '新しいクライアント シークレット',
    '新客户端密码',
  ],
  // Labels confirm and never decide alone where shape and order do (labels.ts); the made-up language of the table of
  // drawings (tests/e2e/variants.test.ts) has none of them and is read all the same.
  'in no source: translations by us, needed by no reading': [
    "ID de l'objet",
    'Id. de objeto',
    'ID do objeto',
    'オブジェクト ID',
    '对象 ID',
    'Descripción',
    'Descrição',
    'Gültig bis',
    'Date d’expiration',
    'Geheime ID',
    'ID de secret',
    'Id. de secreto',
    'ID do segredo',
    'シークレット ID',
    '机密 ID',
    'löschen',
    'Nur meine Organisation',
    'Mon organisation uniquement',
    'Solo mi organización',
    'Somente minha organização',
    '所属する組織のみ',
    '仅我的组织',
    'Multiple organizations',
    'All Microsoft account users',
    'Personal Microsoft account users only',
  ],
  'kandji.md §5.1: Settings > Access and the connection form': [
    'Azure Active (Entra ID) Directory Domain',
    'Entra ID Domain',
    'Client ID',
    'Client Secret',
    'Display name',
    'Standard Authentication',
    'Add SSO Connection',
    'Azure Active Directory',
    'Microsoft Entra ID',
  ],
  'kandji.md §5.2, §6: Iru’s menu and dialogs': [
    'Account menu',
    'Admin and authentication',
    'Authentication methods',
    'Authentication method',
    'Allow for tenant authentication',
    'Redirect URL',
    'Redirect URI',
  ],
  'kandji.md §8: text of a failed code exchange': ['failed to obtain access token'],
  // Where the dialogs of a vendor are known from articles only: guesses beside words that are known, in lists of either.
  'in no source: guesses in lists that hold sourced words too': [
    'Add authentication method',
    'Disallow for tenant authentication',
    'Not allowed',
    'Turn off',
  ],
  'ours: names that the extension gives': ['Kandji SSO', 'Entra ID SSO'],
};

const COMMENTS = /\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*/g;
const LITERALS =
  /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|\/((?:[^/\\\n]|\\.)+)\/[a-z]*|>([^<>{}\n]{4,})</g;

const withoutComments = (source: string) => source.replace(COMMENTS, '$1');
const literalsOf = (source: string): string[] =>
  [...withoutComments(source).matchAll(LITERALS)].map((match) => match.slice(1).find(Boolean)?.trim() ?? '');

/** Classes, ids, `data-*` names and test ids that a source draws with. Plain words are no marks: `main`, `error`. */
function marksOf(source: string): Set<string> {
  const text = withoutComments(source);
  const found = [
    /class(?:Name)?=["'{`]+([^"'`}]*)/g,
    /\.(-?[a-zA-Z_][\w-]*)(?=[^;{}()]*\{)/g,
    /\bid=["'`]([\w-]+)/g,
    /\b(data-[\w-]+)/g,
    /data-testid=["'`{]+([\w-]+)/g,
  ].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, names = '']) => names.split(/[\s$.]+/)));
  return new Set(
    found.filter((name) => name.length > 3 && /^[\w-]+$/.test(name) && /[-_\d]|[a-z][A-Z]/.test(name)),
  );
}

/** Texts that a source shows: of several words, or beyond ASCII. A single English word may be anything. */
function labelsOf(source: string): Set<string> {
  const isLabel = (text: string) => text.length > 3 && text.length < 60 && / |[^\x20-\x7e]/.test(text);
  return new Set(
    literalsOf(source)
      .filter(isLabel)
      .map((text) => text.toLowerCase()),
  );
}

function sourcesIn(folder: string, names: RegExp): { file: string; source: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => names.test(name) && !name.includes('.test.'))
    .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(join(ROOT, folder, name), 'utf8') }));
}

interface Shared {
  /** The mark, or the label as the reader spells it. */
  what: string;
  file: string;
}

function sharedBy(lab: readonly string[], readers: readonly { file: string; source: string }[]): Shared[] {
  const marks = new Set(lab.flatMap((source) => [...marksOf(source)]));
  const labels = new Set(lab.flatMap((source) => [...labelsOf(source)]));
  return readers.flatMap(({ file, source }) =>
    literalsOf(source).flatMap((literal) => [
      ...(labels.has(literal.toLowerCase()) ? [{ what: literal, file }] : []),
      ...(literal.match(/[\w-]+/g) ?? []).filter((word) => marks.has(word)).map((what) => ({ what, file })),
    ]),
  );
}

/** Saved page reports are drawn with the product's own words for them. */
const isDrawnFromReport = ({ file }: { file: string }) => file.startsWith('tests/lab/reports/');
const lab = sourcesIn('tests/lab', /\.(?:tsx?|css)$/)
  .filter((each) => !isDrawnFromReport(each))
  .map(({ source }) => source);
const readers = READERS.flatMap((folder) => sourcesIn(folder, /\.ts$/));
/** Words of the code itself: names of properties and types that both write as strings. */
const isCode = ({ what }: Shared) => /^[a-z]+[A-Z]\w*$/.test(what) && what !== 'exceptionMessageContainer';

describe('what the readers know of the consoles', () => {
  const shared = sharedBy(lab, readers).filter((each) => !isCode(each));
  const known = new Set(
    Object.values(cited)
      .flat()
      .map((text) => text.toLowerCase()),
  );

  it('stands in the facts, and is not learned from the lab', () => {
    expect(shared.filter(({ what }) => !known.has(what.toLowerCase()))).toEqual([]);
  });

  it('has no citation for what nobody uses any more', () => {
    const used = new Set(shared.map(({ what }) => what.toLowerCase()));
    expect([...known].filter((text) => !used.has(text))).toEqual([]);
  });

  it.each([
    ['a class', "document.querySelector('.ext-ad-credentials-intro > p')"],
    ['a class in a pattern', 'const INTRO = /^ext-ad-credentials-intro$/;'],
    ['an id', "document.getElementById('web-container')"],
    ['a data attribute', "element.matches('[data-telemetryname]')"],
    ['a label', "const grid = ['Essentials', 'No client secrets have been created for this application.'];"],
    ['a label in a language', "const grid = ['Neuer geheimer Clientschlüssel'];"],
  ])('is noticed when %s of the lab gets in', (_what, source) => {
    expect(sharedBy(lab, [{ file: 'planted.ts', source }])).not.toEqual([]);
  });
});
