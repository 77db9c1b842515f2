import type { Choice } from '../browser/choices';

/** Choices as Fluent's drop-down takes them. Its keys come back as they went in. */
export const optionsOf = <T extends string | number>(choices: readonly Choice<T>[]) =>
  choices.map(({ value, text }) => ({ key: value, text, title: text }));
