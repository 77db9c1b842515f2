/** What a browser is asked of a page, with the extension or without it. What one cannot tell is absent. */

export interface Load {
  /** Milliseconds in which the extension's scripts ran, in every frame. */
  readonly run: number;
  /** Milliseconds in which they were compiled. */
  readonly compile?: number;
  /** Milliseconds from the start of the navigation to the end of the load event, by the page's clock. */
  readonly load: number;
  /** Milliseconds of tasks of the page's process, whoever's. */
  readonly task?: number;
  /** Bytes after a collection: of the page, and of the process that draws its frames. */
  readonly heap?: number;
  readonly frameHeap?: number;
}

export interface Run {
  /** Milliseconds in which a function of the extension was on the stack, what it called of the browser included. */
  readonly total: number;
  /** The longest stretch of them without a pause, in milliseconds. */
  readonly longest: number;
  /** Milliseconds that the page's own expression took, by its clock. */
  readonly took: number;
  /** Milliseconds of tasks of the page's process meanwhile, whoever's. */
  readonly task?: number;
}

export interface Weighed {
  load(address: string): Promise<Load>;
  /** While an expression of the page runs, which answers how long it took. */
  run(address: string, expression: string): Promise<Run>;
  /** A secret is held for this console, or no longer. */
  hold(host: string): Promise<void>;
  letGo(): Promise<void>;
  close(): Promise<void>;
}

/** Of a script of the extension, or of its peer, that works in pages: what else they have runs in processes of its own. */
export const PAGE_SCRIPT =
  /-extension:\/\/[\w-]+\/(?:(?:content-scripts|content|common)\/.*|[a-z]+-page)\.js/;
