/** What can be pressed in a control of ours in a console's page, and the cross that puts one away. */
import { make, makeCross } from './host';
import { armPress, disarmPress } from './press';

/** A press and what it is called. */
export interface Action {
  /** Visible text and accessible name. */
  label: string;
  /** The end of the label, where that alone is seen for want of room; the name stays. Absent = never shortened. */
  short?: string;
  onPress: () => void;
  /**
   * Names the control for as long as it means the same (`client-id`, `secret:<secret id>`): a press that began on it
   * before the page was rebuilt ends on the control of the same key put in its place. Absent = its own, for once.
   */
  key?: string;
  /** The browser command (keyboard shortcut) that stands for a press of this button. */
  command?: 'capture' | 'fill';
  /** Which of several the button belongs to (a row's description); shown where it cannot stand in that row. */
  context?: string;
}

let keys = 0;
/** A key for a control that means something else each time it is made. */
export const ownKey = () => `own:${++keys}`;

/** A cross that puts something of ours away. Returns what forgets it. */
export function addCross(parent: Element, host: HTMLElement, name: string, onPress: () => void): () => void {
  const { ownerDocument: document } = host;
  const cross = make(document, 'button', {
    type: 'button',
    class: 'dismiss',
    'aria-label': name,
    title: name,
  });
  cross.append(makeCross(document));
  parent.append(cross);
  const key = ownKey();
  armPress({ key, host, control: cross, onPress });
  return () => disarmPress({ key, host });
}
