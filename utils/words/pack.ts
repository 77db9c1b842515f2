/**
 * How the texts of a language (`locales/*.json`) become the browser's messages: one message a group, not one a text. Chromium
 * hands all messages of an extension to a page's process when the first is asked for: 884 of them took 20 ms of every page that
 * showed a word of ours, ten take 3 (Chromium 156, 2026-11-30).
 */

export interface Tree {
  readonly [name: string]: string | Tree;
}

/** Every text by its path: `portal.copyClientId`. */
export const flat = (tree: Tree, start = ''): [path: string, text: string][] =>
  Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[start + name, value]] : flat(value, `${start}${name}.`),
  );

/** The manifest names its texts one by one (`__MSG_manifest_name__`). */
const ONE_BY_ONE = 'manifest';

/** The browser's messages by name: those of a group as JSON, by the rest of their paths. */
export function browserMessages(
  texts: Iterable<readonly [path: string, text: string]>,
): Record<string, string> {
  const messages: Record<string, string> = {};
  const groups: Record<string, Record<string, string>> = {};
  for (const [path, text] of texts) {
    const [group, rest] = parted(path);
    if (rest === undefined || group === ONE_BY_ONE) messages[path.replaceAll('.', '_')] = text;
    if (rest === undefined) continue;
    groups[group] ??= {};
    groups[group][rest] = text;
  }
  for (const [group, own] of Object.entries(groups)) messages[group] = JSON.stringify(own);
  return messages;
}

/** Group and rest of a path; a text that stands alone has no rest. */
export function parted(path: string): [group: string, rest?: string] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}
