/** The ellipsis at the end of a row. */
import { useEffect, useRef, useState } from 'react';
import { icons } from '../icons';
import layout from '../layout.module.css';
import ui from '../ui.module.css';

export interface MenuEntry {
  name: string;
  destructive?: true;
  run(): void;
}

export function RowMenu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isInside = event.target instanceof Node && place.current?.contains(event.target);
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside) setOpen(false);
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, [isOpen]);
  return (
    <span ref={place}>
      <button
        type="button"
        className={layout.iconButton}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {icons.more}
      </button>
      {isOpen && (
        <div className={ui.menu} role="menu">
          {entries.map(({ name, destructive, run }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              className={destructive && ui.destructive}
              onClick={() => {
                setOpen(false);
                run();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
