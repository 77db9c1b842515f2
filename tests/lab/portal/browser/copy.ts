/** The two makes of copy control (which one Fx uses is not known: facts/entra.md §6). */
import type { PortalOptions } from '../../world';

export async function copyText(text: string, make: PortalOptions['copyMake']): Promise<boolean> {
  switch (make) {
    case 'asyncClipboard':
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    case 'execCommand':
      return copyThroughTextArea(text);
  }
}

function copyThroughTextArea(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.setAttribute('aria-hidden', 'true');
  area.style.cssText = 'position:fixed;top:0;left:-9999px;opacity:0';
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
