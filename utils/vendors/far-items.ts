/** What is searched for in a console at each of its changes is searched for in short lists only. */
import { deepQueryAll } from '../page/tree';

/**
 * Items of a list after its hundredth: a console's devices stand in long lists, its connections, its forms and the way to
 * them do not.
 */
export const FAR_ITEMS = ':is(tr, li, [role="row"], [role="listitem"], [role="option"]):nth-child(n + 101)';

/** Elements below `root` that match, in open shadow roots too, but in no far items. */
export const queryNear = (root: Node, selector: string): Element[] => deepQueryAll(root, selector, FAR_ITEMS);
