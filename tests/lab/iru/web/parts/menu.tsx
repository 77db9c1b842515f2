/** A button that opens a menu at the end of the body, placed beside it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import floating from './floating.module.css';
import css from './parts.module.css';

export interface MenuItem {
  text: string;
  tone?: 'danger';
  disabled?: boolean;
  choose(): void;
}

interface MenuProps {
  label: string;
  trigger: ReactNode;
  items: MenuItem[];
  className?: string | undefined;
}

const GAP_PX = 6;
/** Room for three entries. */
const MENU_HEIGHT_PX = 150;

export function Menu({ label, trigger, items, className }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<DOMRect>();
  const close = () => setPlace(undefined);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? css.quiet}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        onClick={() => setPlace(place ? undefined : button.current?.getBoundingClientRect())}
      >
        {trigger}
      </button>
      {place && createPortal(<MenuList {...{ items, label, place, close }} />, document.body)}
    </>
  );
}

interface MenuListProps extends Pick<MenuProps, 'items' | 'label'> {
  place: DOMRect;
  close(): void;
}

function MenuList({ items, label, place, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  const isLow = place.bottom + MENU_HEIGHT_PX > innerHeight;
  const isLeft = place.left < innerWidth / 2;
  const position = {
    ...(isLow ? { bottom: innerHeight - place.top + GAP_PX } : { top: place.bottom + GAP_PX }),
    ...(isLeft ? { left: place.left } : { right: innerWidth - place.right }),
    minWidth: place.width,
  };
  return (
    <>
      <div className={floating.shade} onPointerDown={close} />
      <div
        ref={list}
        className={floating.menu}
        style={position}
        role="menu"
        aria-label={label}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      >
        {items.map(({ text, tone, disabled, choose }) => (
          <button
            key={text}
            type="button"
            role="menuitem"
            disabled={disabled}
            data-tone={tone}
            onClick={() => {
              close();
              choose();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </>
  );
}
