/** What the pointer at a console's own control says. */
import { say, texts } from './messages';

/** Names the next control on the way. */
export const nextWords = (control: string) => say('next.control', { control });

export const pointerTexts = texts('next');
