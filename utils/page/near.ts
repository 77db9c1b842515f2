/** What is searched for at each change of a page is not searched for far down in long lists. */
import { deepQueryAll } from './tree';

/**
 * Items of a list after its hundredth: devices, apps and sign-ins stand in long lists; forms, connections and the way to
 * them do not.
 */
export const FAR_ITEMS = ':is(tr, li, [role="row"], [role="listitem"], [role="option"]):nth-child(n + 101)';

/** Elements below `root` that match, in open shadow roots too, but in no far items. */
export const queryNear = (root: Node, selector: string): Element[] => deepQueryAll(root, selector, FAR_ITEMS);
