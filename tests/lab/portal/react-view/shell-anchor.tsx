import { type ILinkStyles, Link } from '@fluentui/react';
import type { MouseEvent, ReactNode } from 'react';
import { shellHref, tellShell } from './shell-link';

interface ShellAnchorProps {
  /** Hash route of the shell. */
  href: string;
  children: ReactNode;
}

/** Underlined, as in the reference pictures. */
const styles: ILinkStyles = { root: { textDecoration: 'underline' } };

/** A link that the shell follows. */
export function ShellAnchor({ href, children }: ShellAnchorProps) {
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    tellShell({ kind: 'navigate', href });
  };
  return (
    <Link href={shellHref(href)} styles={styles} onClick={follow}>
      {children}
    </Link>
  );
}
