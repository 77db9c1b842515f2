/** The clipboard, in the course of a press. */

/**
 * Copies a text in the course of a press. Where the page's permissions policy withholds the clipboard, the older way
 * through a text area does it.
 * @returns whether the browser took it
 */
export async function copyText(window: Window, text: string): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(window.document, text);
  }
}

function copyByCommand(document: Document, text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0';
  const before = document.activeElement;
  // Inside an open modal dialog nothing outside it can be selected.
  const parent = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  parent.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
