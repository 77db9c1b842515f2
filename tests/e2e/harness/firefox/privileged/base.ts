/** What all parts of the harness inside Firefox start from. */

export type Report =
  | { kind: 'closed'; id: number }
  | { kind: 'console'; level: string; text: string; source: string };

export interface Base {
  report(what: Report): void;
  /** `NotNow` is worth another look; `Closed` is not. */
  failure(kind: 'NotNow' | 'Closed', why: string): Error;
  /** Addresses of the scripts that go beside each page and into each process. */
  readonly inFrame: string;
  readonly inProcess: string;
}
