/** A panel that slides in from the right, and what it holds. */
import { type ReactNode, useId } from 'react';
import { icons } from '../icons';
import layout from '../layout.module.css';
import overlay from '../overlay.module.css';

export function Blade({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const titleId = useId();
  return (
    <div className={`${overlay.veil} ${overlay.veilRight}`}>
      <div className={overlay.blade} role="dialog" aria-modal="true" aria-labelledby={titleId}>
        <div className={overlay.bladeHead}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={layout.iconButton} aria-label="Close" onClick={onClose}>
            {icons.close}
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}
