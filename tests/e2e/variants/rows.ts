/** The ways in which the portal is drawn, as a table: a core in which each stands at least once, and all of them. */
import { type LanguageCode, languageCodes } from '../../lab/portal/labels';
import type { PortalOptions, SecretColumn } from '../../lab/world';

export interface Variant {
  language: LanguageCode;
  /** Fluent UI in a frame, with the layout of its *Essentials*; Knockout has one. */
  drawn: 'knockout' | `fluent ${PortalOptions['essentials']}`;
  host: (typeof hosts)[number];
  columns: (typeof columnOrders)[number];
  /** `masked`: older secrets only. `fresh`: one new secret. `many`: a new one below dozens of older ones. */
  secrets: (typeof secretLists)[number];
}

const globalHosts = ['entra.microsoft.com', 'portal.azure.com'] as const;
/** The hosts of the frames of React blades in these clouds are not known (facts/entra.md §1.2). */
const nationalHosts = ['entra.microsoft.us', 'portal.azure.us', 'portal.azure.cn'] as const;
const hosts = [...globalHosts, ...nationalHosts];
const layouts = ['items', 'propertyFields', 'inputs'] as const;
const columnOrders = ['D E V I', 'I V D E', 'V I E D', 'E I D V'] as const;
const secretLists = ['masked', 'fresh', 'many'] as const;

const letters: Readonly<Record<string, SecretColumn>> = {
  D: 'description',
  E: 'expires',
  V: 'value',
  I: 'secretId',
};
export const columnsOf = ({ columns }: Variant): SecretColumn[] =>
  columns.split(' ').flatMap((letter) => letters[letter] ?? []);

export const PAST_SECRETS: Readonly<Record<Variant['secrets'], number>> = { masked: 2, fresh: 0, many: 30 };

const row = (
  language: Variant['language'],
  drawn: Variant['drawn'],
  host: Variant['host'],
  columns: Variant['columns'],
  secrets: Variant['secrets'],
): Variant => ({ language, drawn, host, columns, secrets });

const core: readonly Variant[] = [
  row('en', 'fluent items', 'portal.azure.com', 'D E V I', 'fresh'),
  row('de', 'fluent propertyFields', 'entra.microsoft.com', 'I V D E', 'fresh'),
  row('fr', 'fluent inputs', 'portal.azure.com', 'V I E D', 'many'),
  row('es', 'knockout', 'portal.azure.us', 'E I D V', 'fresh'),
  row('pt-br', 'knockout', 'portal.azure.cn', 'I V D E', 'masked'),
  row('ja', 'fluent items', 'entra.microsoft.com', 'E I D V', 'masked'),
  row('zh-hans', 'knockout', 'entra.microsoft.us', 'V I E D', 'many'),
  row('qps-ploc', 'knockout', 'portal.azure.com', 'V I E D', 'fresh'),
];

/** Every language × rendering × host × order × list. The layouts of the *Essentials* take turns over the last two. */
function all(): Variant[] {
  const drawings = [
    ...hosts.map((host) => ({ host, isFluent: false })),
    ...globalHosts.map((host) => ({ host, isFluent: true })),
  ];
  return languageCodes.flatMap((language) =>
    drawings.flatMap(({ host, isFluent }) =>
      columnOrders.flatMap((columns, order) =>
        secretLists.map((secrets, list) => {
          const layout = layouts[(order + list) % layouts.length] ?? 'items';
          return row(language, isFluent ? `fluent ${layout}` : 'knockout', host, columns, secrets);
        }),
      ),
    ),
  );
}

/** `npm run verify` walks the whole product; `npm test` every value of every dimension once. */
const isVerifying = process.env.VARIANTS === 'all' || process.env.npm_lifecycle_event === 'verify';
export const variants: readonly Variant[] = isVerifying ? all() : core;

export const nameOf = ({ language, drawn, host, columns, secrets }: Variant): string =>
  `${language} · ${drawn} · ${host} · ${columns} · ${secrets}`;
