/** Messages between a React blade's frame and the shell around it. */
import type { FrameMessage, ShowView } from '../contract';

/** The shell's origin, from the frame's address (facts/entra.md §1.4: `trustedAuthority`). */
const shellOrigin = new URL(location.href).searchParams.get('trustedAuthority') ?? '';

export function tellShell(message: FrameMessage): void {
  window.parent.postMessage(message, shellOrigin);
}

export function hearShell(show: (message: ShowView) => void): void {
  window.addEventListener('message', (event: MessageEvent<ShowView>) => {
    if (event.source === window.parent && event.origin === shellOrigin && event.data.kind === 'show') {
      show(event.data);
    }
  });
}

/** Address in the shell, for links: a press goes through {@link tellShell}, since the frame may not navigate the top. */
export const shellHref = (hash: string) => `${shellOrigin}/${hash}`;
