/** The tag of every element we put into a page: known to what only has to tell our elements from the page's. */

/** It needs no definition to carry a shadow root. */
export const HOST_TAG = 'sso-courier';

/** Whether this is, or was, one of ours. Page scripts can make such an element too: it only means *not content*. */
export const isHost = (node: Node): boolean => (node as Element).localName === HOST_TAG;
