/** A message that SSO Courier draws into a console's page, in a closed shadow root of its own, with what can be done about it. */
import { type Action, addCross, ownKey } from './action';
import { createShell, keepInside, make, makeMark, setText } from './host';
import { placeNoticeNear } from './place-notice';
import { armPress, disarmPress } from './press';
import { unfollowTheme } from './theme';

/** A button in a notice. It may say something else once it was pressed: *Copied.* */
export type NoticeAction = Omit<Action, 'onPress'> & { onPress: (say: (text: string) => void) => void };

/** A message in the page: `alert` for what the admin must know now, `status` for what went well. */
export interface OnPageNotice {
  readonly host: HTMLElement;
  setText(text: string): void;
  remove(): void;
}

export interface NoticeOptions {
  role: 'alert' | 'status';
  text: string;
  actions?: readonly NoticeAction[];
  /** Accessible name of the dismiss control; absent = cannot be dismissed. */
  dismissLabel?: string;
  onDismiss?: () => void;
}

export function createNotice(document: Document, options: NoticeOptions): OnPageNotice {
  const shell = createShell(document);
  const { host, root } = shell;
  host.dataset.kind = 'notice';
  const text = make(document, 'div', { class: 'text' }, options.text);
  const actions = make(document, 'div', { class: 'actions' });
  const note = make(document, 'div', { class: `note ${options.role}` });
  const live = make(document, 'div', { class: 'body', role: options.role }, text);
  note.append(makeMark(document), live);
  const disarm: (() => void)[] = [];

  const addButton = (
    parent: Element,
    { key = ownKey(), onPress }: Omit<Action, 'label'>,
    button: HTMLElement,
  ) => {
    parent.append(button);
    armPress({ key, host, control: button, onPress });
    disarm.push(() => disarmPress({ key, host }));
  };
  for (const action of options.actions ?? []) {
    const button = make(document, 'button', { type: 'button' }, action.label);
    addButton(
      actions,
      { ...action, onPress: () => action.onPress((text) => void setText(button, text)) },
      button,
    );
  }
  if (options.actions?.length) live.append(actions);
  const remove = () => {
    for (const each of disarm) each();
    unfollowTheme(host);
    host.remove();
  };
  if (options.dismissLabel !== undefined) {
    const onPress = () => {
      remove();
      options.onDismiss?.();
    };
    disarm.push(addCross(note, host, options.dismissLabel, onPress));
  }
  root.append(note);
  keepInside(shell);
  return { host, setText: (next) => void setText(text, next), remove };
}

/** Puts a notice into the flow near `anchor`, above the nearest grid, table, form or dialog body that is wide enough. */
export function placeNotice(notice: OnPageNotice, anchor: Element): void {
  placeNoticeNear(notice.host, anchor);
}
