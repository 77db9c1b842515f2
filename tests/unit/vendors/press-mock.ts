/**
 * In the place of `utils/page/press`: a press is proved in a browser, since it must be trusted; here the action of a
 * control is taken from where it is armed.
 */
export const armed = new Map<string, () => void>();

export const armPress = ({ control, onPress }: { control: HTMLElement; onPress: () => void }) =>
  armed.set(control.textContent || (control.getAttribute('aria-label') ?? ''), onPress);
export const disarmPress = () => undefined;
export const notePlaced = () => undefined;
export const pressables = () => [];

/** Presses our control with this label, the one that was armed last. */
export function press(label: string): void {
  const onPress = armed.get(label);
  if (!onPress) throw new Error(`no control ${label}`);
  onPress();
}
