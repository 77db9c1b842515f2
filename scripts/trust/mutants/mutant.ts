/**
 * A guard, and what the code would be without it. A test of the files named beside it has to fail then: a guard that can
 * go unnoticed is none.
 */
export interface Mutant {
  /** The guard, in words: *… is not asked for*. */
  readonly guard: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** Test files, or folders of them, of which one fails. */
  readonly tests: readonly string[];
}
