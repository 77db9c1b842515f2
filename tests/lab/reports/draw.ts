/** Draws the page that a page report is the skeleton of, with made-up texts of the same shapes. */
import type { PageReport, ReportNode } from '../../../utils/page/report';

export interface Drawn {
  /** What the admin pointed at. */
  pointed: Element | undefined;
  /** The client ID in the address, where the page belongs to an app. */
  clientId: string | undefined;
}

/** @param document emptied first */
export function drawReport(document: Document, report: PageReport): Drawn {
  const drawing: Drawn = { pointed: undefined, clientId: report.appId && sampleOf(report.appId) };
  document.documentElement.lang = report.language;
  document.body.replaceChildren();
  const body = report.tree.children?.find(isBody);
  if (body) draw(document.body, body, drawing);
  return drawing;
}

const isBody = (child: ReportNode | string): child is ReportNode =>
  typeof child !== 'string' && child.tag === 'body';

function draw(element: Element, node: ReportNode, drawing: Drawn): void {
  if (node.pointed) drawing.pointed = element;
  for (const [name, text] of Object.entries(node.attributes ?? {}))
    element.setAttribute(name, sampleOf(text));
  if (node.hidden) element.setAttribute('style', 'display: none');
  if (node.shadow) drawAll(element.attachShadow({ mode: 'open' }), node.shadow, drawing);
  drawAll(element, node.children ?? [], drawing);
}

function drawAll(
  parent: Element | ShadowRoot,
  children: readonly (ReportNode | string)[],
  drawing: Drawn,
): void {
  for (const child of children) {
    if (typeof child === 'string') parent.append(sampleOf(child));
    else {
      const element = parent.ownerDocument.createElement(child.tag);
      parent.append(element);
      draw(element, child, drawing);
    }
  }
}

const FILLER = 'bC3dE5fG7hJ9kL1mN4pQ6rS8tU2vW0xY';

/** A text of the shape that a report names; labels and names as they are. */
export function sampleOf(text: string): string {
  const [, kind = '', rest = '', number = ''] = /^\{([a-z]+) ?(.*)#(\d+)\}$/.exec(text) ?? [];
  const [first = 0, second = 0] = rest.split(' ').map(Number);
  switch (kind) {
    case '':
      return text;
    case 'guid':
      return `00000000-0000-4000-8000-${number.padStart(12, '0')}`;
    case 'secret':
      return `a${number.padStart(2, 'B').slice(-2)}8Q~${FILLER.repeat(2)}`.slice(0, first);
    case 'masked':
      return 'aB3'.slice(0, first) + '*'.repeat(second);
    case 'date':
      return rest.replace(/9+/g, (digits) => (digits.length === 4 ? '2028' : '1'.repeat(digits.length)));
    case 'number':
      return '1'.repeat(first);
    case 'cut':
      return `${'w'.repeat(Math.max(1, first - 1))}…`;
    case 'account':
      return `account${number}@sample.example`;
    case 'address':
      return `https://sample.example/${number}`;
    case 'fragment':
      return `#sample${number}`;
    default:
      return Array.from({ length: first || 1 }, () => `word${number}`).join(' ');
  }
}
