/**
 * A page report: the skeleton of a page that could not be read, for whoever mends the reader. It has tags, roles,
 * classes, known labels and the *shape* of every other text; no value, name, address or ID leaves the page. Equal texts
 * get equal numbers, because readers compare them.
 */

import { REFERENCES, SPOKEN, WORDS_OF } from './report-attributes';
import { isHost } from './tag';
import { cleanText, isShown } from './text';
import { shapeOf } from './text-shape';

export interface ReportNode {
  tag: string;
  attributes?: Record<string, string>;
  /** The admin said: this is the value. */
  pointed?: true;
  hidden?: true;
  /** Trees of an open shadow root. */
  shadow?: (ReportNode | string)[];
  children?: (ReportNode | string)[];
}

export interface PageReport {
  kind: 'sso-courier page report';
  version: 1;
  /** Which page the address says this is: `secrets`, `overview`. */
  page: string;
  /** Shape of the client ID in the address, numbered as in the tree. */
  appId?: string;
  language: string;
  /** Nodes left out at the end, of very long pages. */
  leftOut: number;
  tree: ReportNode;
}

export interface ReportOptions {
  page: string;
  appId?: string;
  /** Whether a text is a label of the console that every directory has: the only texts that stay. */
  isLabel: (text: string) => boolean;
  pointed?: Element;
}

/** A page longer than this is cut: the value stands on the first screens. */
const NODES_MOST = 5000;
const SILENT = /^(?:script|style|template|noscript|link|meta|iframe|object|embed)$/;
/** Parts of names that look like a value: many digits, hexadecimal, one long run, or letters and digits as in a secret. */
const VALUE_LIKE = [
  /\d{4}/,
  /(?=[a-f-]*\d)[0-9a-f-]{8}/i,
  /[A-Za-z0-9]{33}/,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{16}/,
] as const;
/** Shorter words are in half of all names; longer ones may be a name. */
const WORD_LEAST = 4;

export function makeReport(document: Document, options: ReportOptions): PageReport {
  const scrubber = new Scrubber(document, options);
  const tree = scrubber.nodeOf(document.documentElement) ?? { tag: 'html' };
  return {
    kind: 'sso-courier page report',
    version: 1,
    page: options.page,
    ...(options.appId ? { appId: scrubber.textOf(options.appId) } : {}),
    language: /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.exec(document.documentElement.lang)?.[0] ?? '',
    leftOut: Math.max(0, scrubber.count - NODES_MOST),
    tree,
  };
}

class Scrubber {
  count = 0;
  readonly #options: ReportOptions;
  readonly #numbers = new Map<string, Map<string, number>>();
  /** Words of all texts that are no labels: where they stand in a class or a name, that goes too. */
  readonly #words = new Set<string>();

  constructor(document: Document, options: ReportOptions) {
    this.#options = options;
    this.#collect(document.documentElement);
    this.#note(options.appId ?? '');
  }

  #collect(root: Element | ShadowRoot): void {
    // Style sheets and scripts name all classes of the page, and are left out themselves.
    if (SILENT.test((root as Element).localName ?? '')) return;
    for (const node of root.childNodes) {
      if (node.nodeType === 3) this.#note(node.nodeValue ?? '');
      else if (node.nodeType === 1) this.#collect(node as Element);
    }
    if (root.nodeType !== 1) return;
    const element = root as Element;
    if (element.shadowRoot) this.#collect(element.shadowRoot);
    for (const { name, value } of element.attributes) {
      const isName = name === 'class' || name === 'style' || REFERENCES.has(name);
      if (!isName && !WORDS_OF.get(name)?.test(value)) this.#note(value);
    }
    this.#note(fieldValue(element));
  }

  #note(text: string): void {
    if (this.#options.isLabel(cleanText(text))) return;
    for (const word of wordsIn(text)) this.#words.add(word);
  }

  /** The node without what it says. `undefined` for what is left out. */
  nodeOf(element: Element): ReportNode | undefined {
    if (isHost(element) || SILENT.test(element.localName)) return undefined;
    this.count += 1;
    if (this.count > NODES_MOST) return undefined;
    const attributes = this.#attributesOf(element);
    const shadow = element.shadowRoot ? this.#childrenOf(element.shadowRoot) : [];
    const children = this.#childrenOf(element);
    return {
      tag: this.#name(element.localName) ?? 'div',
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
      ...(element === this.#options.pointed ? { pointed: true as const } : {}),
      ...(isShown(element) ? {} : { hidden: true as const }),
      ...(shadow.length > 0 ? { shadow } : {}),
      ...(children.length > 0 ? { children } : {}),
    };
  }

  #childrenOf(parent: ParentNode): (ReportNode | string)[] {
    return [...parent.childNodes].flatMap((child) => {
      if (child.nodeType === 3) return this.textOf(child.nodeValue ?? '') || [];
      return child.nodeType === 1 ? (this.nodeOf(child as Element) ?? []) : [];
    });
  }

  #attributesOf(element: Element): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      const words = WORDS_OF.get(name);
      if (name === 'class') kept.class = this.#classes(value);
      else if (words) {
        if (words.test(value)) kept[name] = value;
      } else if (REFERENCES.has(name)) kept[name] = this.#references(value);
      else if (SPOKEN.has(name)) kept[name] = this.textOf(value);
      else if (name.startsWith('data-') && this.#name(name)) kept[name] = this.textOf(value);
    }
    const value = fieldValue(element);
    if (value) kept.value = this.textOf(value);
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => text !== ''));
  }

  #classes = (value: string) =>
    value
      .split(/\s+/)
      .flatMap((name) => this.#name(name) ?? [])
      .join(' ');

  #references = (value: string) =>
    value
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => `id${this.#number('id', id)}`)
      .join(' ');

  /** A name given by the page's authors; not one with a word of the page's content in it, or of no plain form. */
  #name(name: string): string | undefined {
    if (!/^[a-zA-Z_-][\w-]{0,80}$/.test(name) || VALUE_LIKE.some((like) => like.test(name))) return undefined;
    const folded = name.toLowerCase();
    for (const word of this.#words) if (folded.includes(word)) return undefined;
    return name;
  }

  /** A label as it is, any other text as its shape. Empty for white space. */
  textOf(text: string): string {
    const clean = cleanText(text);
    if (clean === '') return '';
    if (this.#options.isLabel(clean)) return clean;
    const shape = shapeOf(clean);
    return `{${shape}#${this.#number(shape, clean.toLowerCase())}}`;
  }

  #number(kind: string, text: string): number {
    const known = this.#numbers.get(kind) ?? new Map<string, number>();
    this.#numbers.set(kind, known);
    const number = known.get(text) ?? known.size + 1;
    known.set(text, number);
    return number;
  }
}

const wordsIn = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= WORD_LEAST);

function fieldValue(element: Element): string {
  return /^(?:input|textarea)$/.test(element.localName) ? (element as HTMLInputElement).value : '';
}
