/**
 * Words of the portal's register form and Overview for platforms and account types. The platforms are called *Web*,
 * *Single-page application (SPA)* and *Public client/native (mobile & desktop)* (facts/entra.md §3.4); *Web* and *SPA* stay
 * as they are in the languages of facts §13. A text that no word is found in is `undefined`: unknown, never a guess.
 */

export type Platform = 'web' | 'spa' | 'publicClient';
export type AccountTypes = 'singleTenant' | 'other';

/** Longer texts explain platforms and name none. */
const LONGEST_NAME = 80;

/** Lower case without accents, full-width letters made narrow; kana keep their voice marks. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();

const SPA = /(?:^|[^\p{L}])spa(?:$|[^\p{L}])|single.page|monopage|シングル.?ページ|单页/u;
const PUBLIC_CLIENT =
  /nati[vf]|mobil|movil|movel|(?:public|offentlich)\S* client|client\S* public|ネイティブ|パブリック|モバイル|本机|公共|移动/u;
const WEB = /(?:^|[^\p{L}\p{N}])web(?:$|[^\p{L}\p{N}])/u;

/** The platform that a text names. */
export function platformIn(text: string): Platform | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const words = fold(text);
  if (SPA.test(words)) return 'spa';
  if (PUBLIC_CLIENT.test(words)) return 'publicClient';
  return WEB.test(words) ? 'web' : undefined;
}

const SINGLE =
  /single.?tenant|einzeln\S* mandant|locataire unique|inquilino unico|locatario unico|シングル.?テナント|单一?租户/u;
const OTHERS =
  /multi|\bany\b|personal|mehrere|beliebig|personlich|plusieurs|\btou[ts]\b|personnel|varios|cualquier|qualquer|pessoa|複数|任意|個人|多个|多租户|任何|个人/u;

/**
 * What an option of *Supported account types* allows. Single tenant is asked for first: that option carries the
 * directory's own name, which may hold any word.
 */
export function accountTypesIn(option: string): AccountTypes | undefined {
  const words = fold(option);
  if (SINGLE.test(words)) return 'singleTenant';
  return OTHERS.test(words) ? 'other' : undefined;
}

/** The link beside *Supported account types* on the Overview (facts/entra.md §3.1), to the letter: an app may be called anything. */
const overviewAudiences: Readonly<Record<AccountTypes, readonly string[]>> = {
  singleTenant: [
    'My organization only',
    'Nur meine Organisation',
    'Mon organisation uniquement',
    'Solo mi organización',
    'Somente minha organização',
    '所属する組織のみ',
    '仅我的组织',
  ],
  other: [
    'Multiple organizations',
    'All Microsoft account users',
    'Personal Microsoft account users only',
    'Mehrere Organisationen',
    'Plusieurs organisations',
    'Varias organizaciones',
    'Várias organizações',
    '複数の組織',
    '多个组织',
  ],
};

export function audienceOf(linkText: string): AccountTypes | undefined {
  const text = fold(linkText);
  return (['singleTenant', 'other'] as const).find((kind) =>
    overviewAudiences[kind].some((each) => fold(each) === text),
  );
}

/** *Redirect* in front of *URI*: tells *Add a Redirect URI* from *Add an Application ID URI*. */
export const namesRedirectUri = (text: string): boolean =>
  /redire[ck]|umleitung|weiterleitung|リダイレクト|重定向/u.test(fold(text)) && namesUri(text);

export const namesUri = (text: string): boolean =>
  /(?:^|[^\p{Script=Latin}])uris?(?:$|[^\p{Script=Latin}])/u.test(fold(text));

const names = new Set(['name', 'nom', 'nombre', 'nome', '名前', '名称']);
/** @param words as `wordsOf` makes them */
export const namesName = (words: string): boolean => names.has(words);

/** Whether a text names a lifetime that the portal offers: 180 and 730 days are sourced (facts/entra.md §3.3), the steps between are not. */
export const namesLifetime = (text: string): boolean =>
  /(?<!\d)(?:90|180|365|545|730)(?!\d)/.test(fold(text));
/** Whether a text names the longest lifetime, 730 days or 24 months, in any language. */
export const names24Months = (text: string): boolean => /(?<!\d)(?:730|24)(?!\d)/.test(fold(text));
