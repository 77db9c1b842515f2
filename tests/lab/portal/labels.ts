/**
 * The portal's languages: one dictionary each, chosen with `?l=` before the hash as in the real portal
 * (`?l=de`, `?l=en.de-de` = display.format; facts/entra.md §2). Texts a language lacks are English.
 */
import { de } from './languages/de';
import { en, type Labels } from './languages/en';
import { es } from './languages/es';
import { fr } from './languages/fr';
import { ja } from './languages/ja';
import { ptBr } from './languages/pt-br';
import { zhHans } from './languages/zh-hans';

export type { Labels };

/** Pairs of a letter and its disguise in the made-up language. */
const PSEUDO_LETTERS =
  'aą bƀ cć dď eę fƒ gğ hħ iį jĵ kķ lł mɱ nñ oø pþ qɋ rř sš tŧ uų vṽ wŵ xẋ yý zž AÅ Bß CÇ DÐ EÉ GĞ IÎ LĽ NÑ OÖ PÞ RŘ SŠ TŦ UÜ VṼ YÝ';

export interface Language {
  /** BCP 47 tag for the document. */
  tag: string;
  /** BCP 47 tag for dates where `?l=` names no format. */
  format: string;
  labels: Labels;
}

const languages = {
  en: { tag: 'en', format: 'en-US', labels: en },
  de: { tag: 'de', format: 'de-DE', labels: { ...en, ...de } },
  fr: { tag: 'fr', format: 'fr-FR', labels: { ...en, ...fr } },
  es: { tag: 'es', format: 'es-ES', labels: { ...en, ...es } },
  'pt-br': { tag: 'pt-BR', format: 'pt-BR', labels: { ...en, ...ptBr } },
  ja: { tag: 'ja', format: 'ja-JP', labels: { ...en, ...ja } },
  'zh-hans': { tag: 'zh-Hans', format: 'zh-CN', labels: { ...en, ...zhHans } },
  'qps-ploc': { tag: 'en-x-ploc', format: 'sv-SE', labels: pseudo(en) },
} satisfies Record<string, Language>;

export type LanguageCode = keyof typeof languages;

/** Codes for `?l=`: six languages of the facts, English, and a made-up one that no dictionary knows. */
export const languageCodes = Object.keys(languages) as LanguageCode[];

const aliases: Readonly<Record<string, LanguageCode>> = { pt: 'pt-br', zh: 'zh-hans', 'zh-cn': 'zh-hans' };

/** Resolves `?l=`'s value; what is not known is English. */
export function languageOf(parameter: string): Language {
  const [display = 'en', format] = parameter.toLowerCase().split('.');
  const language = find(display) ?? find(display.split('-')[0] ?? '') ?? languages.en;
  return format ? { ...language, format: canonical(format) ?? language.format } : language;
}

function find(code: string): Language | undefined {
  const known = aliases[code] ?? code;
  return isLanguageCode(known) ? languages[known] : undefined;
}

function isLanguageCode(code: string): code is LanguageCode {
  return Object.hasOwn(languages, code);
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Microsoft's pseudo-locale in spirit: no text is one that a reader of labels could know. */
function pseudo(labels: Labels): Labels {
  const letters = new Map(PSEUDO_LETTERS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const disguise = (text: string) => Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
  const translate = (text: string) =>
    `[${text
      .split(/(\{\w+\})/)
      .map((part) => (part.startsWith('{') ? part : disguise(part)))
      .join('')}·]`;
  return Object.fromEntries(Object.entries(labels).map(([key, text]) => [key, translate(text)])) as Labels;
}
