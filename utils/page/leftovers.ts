/** Controls of a release before this one that nobody answers any more. */
import { HOST_TAG } from './tag';
import { deepQueryAll } from './tree';

/** Takes everything of ours out of a document, open shadow roots included. */
export function removeHosts(document: Document): void {
  for (const host of deepQueryAll(document, HOST_TAG)) Element.prototype.remove.call(host);
}
