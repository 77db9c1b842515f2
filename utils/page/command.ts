/**
 * Browser commands (keyboard shortcuts that the admin pressed, TRUST §1.4) stand for a press of one of our controls: the
 * background asks the page, and the page presses what it shows, with the same checks as for a key.
 */
import { controlsFor, pressByCommand } from './press';

/** `capture`: what the page offers to copy; `fill`: the form that the page offers to fill. */
export type PageCommand = 'capture' | 'fill';

declare global {
  /**
   * Called by the background in the isolated world. @param how `count` only counts what the command could mean here
   * @returns how many controls it could mean, or how many were pressed: several are none, the admin has to choose
   */
  var ssoCourierCommand: ((command: PageCommand, how: 'count' | 'press') => Promise<number>) | undefined;
}

/** Lets the background carry out commands in this document. */
export function takeCommands(document: Document): void {
  globalThis.ssoCourierCommand = async (command, how) =>
    how === 'count' ? controlsFor(document, command).length : pressByCommand(document, command);
}
