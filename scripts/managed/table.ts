/** The table of the documentation. */
import { described, sample } from '../../utils/settings/described';
import { managedKeys } from '../../utils/settings/managed';
import { typeOf } from './schema';

const kinds = { tightens: 'only tightens', default: 'default' } as const;

export function table(): string {
  const rows = managedKeys.map((key) => {
    const { description, kind, absent } = described[key];
    const { type, items } = typeOf(key);
    const typeText = items ? `${type} of ${items.type}` : type;
    return `| \`${key}\` | ${typeText} | ${description} | ${kinds[kind]} | ${absent} | \`${JSON.stringify(sample[key])}\` |`;
  });
  return [
    '| setting | type | what it does | force | when absent | sample |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
