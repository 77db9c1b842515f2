/** All strings of a page's document, closed shadow roots and frames included, by where they stand. */
import type { CDPSession, Page } from '@playwright/test';

declare const anySend: CDPSession['send'];
type DomNode = Awaited<ReturnType<typeof anySend<'DOM.getDocument'>>>['root'];

/** The two places on a page where a secret value belongs, and everywhere else. */
export type Place = 'portalsOwnCell' | 'vendorsOwnField' | 'nowhere';

/** Tag of everything the extension draws into a page. */
const OUR_HOST = 'SSO-COURIER';

function attributesOf({ attributes = [] }: DomNode): Map<string, string> {
  const map = new Map<string, string>();
  for (let index = 0; index < attributes.length; index += 2) {
    map.set(attributes[index] ?? '', attributes[index + 1] ?? '');
  }
  return map;
}

function childrenOf(node: DomNode): DomNode[] {
  const { children = [], shadowRoots = [], contentDocument, templateContent } = node;
  return [...children, ...shadowRoots, ...[contentDocument, templateContent].flatMap((it) => it ?? [])];
}

/** What the vendor writes beside its secret field. */
const SECRET_LABEL = 'Client Secret';

/** @throws {Error} when the page closes meanwhile. */
export async function documentStrings(page: Page): Promise<Record<Place, string[]>> {
  const strings: Record<Place, string[]> = { portalsOwnCell: [], vendorsOwnField: [], nowhere: [] };
  const { hostname } = new URL(page.url());
  const secretFieldId = hostname.endsWith('.kandji.io') ? await idOfSecretField(page) : undefined;
  const placeOf = (node: DomNode, attributes: ReadonlyMap<string, string>, around: Place): Place => {
    // What is ours is nowhere near the page's own, wherever it stands.
    if (node.nodeName === OUR_HOST) return 'nowhere';
    if (hostname === 'entra.microsoft.com' && attributes.get('role') === 'gridcell') return 'portalsOwnCell';
    // React writes what a field holds into its attribute as well.
    return secretFieldId !== undefined && attributes.get('id') === secretFieldId ? 'vendorsOwnField' : around;
  };
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const walk = (node: DomNode, around: Place) => {
      const attributes = attributesOf(node);
      const place = placeOf(node, attributes, around);
      strings[place].push([node.nodeName, node.nodeValue, ...attributes.values()].join(' '));
      for (const child of childrenOf(node)) walk(child, place);
    };
    walk(root, 'nowhere');
  } finally {
    await session.detach();
  }
  for (const { id, value } of await fieldValues(page)) {
    strings[id !== '' && id === secretFieldId ? 'vendorsOwnField' : 'nowhere'].push(value);
  }
  return strings;
}

function idOfSecretField(page: Page): Promise<string | undefined> {
  return page.evaluate(
    (text) =>
      [...document.querySelectorAll('label')].find((label) => label.textContent === text)?.control?.id,
    SECRET_LABEL,
  );
}

/** What fields hold is in no node. */
async function fieldValues(page: Page): Promise<{ id: string; value: string }[]> {
  const ofFrames = page
    .frames()
    .map((frame) =>
      frame.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
          ({ id, value }) => ({ id, value }),
        ),
      ),
    );
  return (await Promise.all(ofFrames)).flat();
}
