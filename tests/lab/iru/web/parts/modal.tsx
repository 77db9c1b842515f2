/** A modal, in one of two makes: a portal over a backdrop, or a `<dialog>` in the browser's top layer. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTenant } from '../tenant';
import floating from './floating.module.css';
import { Glyph } from './glyph';
import css from './parts.module.css';

interface ModalProps {
  title: string;
  width?: 'narrow' | 'wide';
  onClose(): void;
  children: ReactNode;
}

export function Modal({ title, width = 'wide', onClose, children }: ModalProps) {
  const { modal, closesOnOutsidePress } = useTenant().view.rendering;
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    top.current?.showModal();
    panel.current?.focus();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && target.isConnected && !panel.current?.contains(target)) onClose();
    };
    addEventListener('keydown', onKey);
    if (closesOnOutsidePress) document.addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [closesOnOutsidePress, onClose]);

  const content = (
    <>
      <header className={floating.modalHead}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={css.quiet} aria-label="Close" onClick={onClose}>
          <Glyph name="cross" />
        </button>
      </header>
      {children}
    </>
  );
  const look = `${floating.modal} ${width === 'narrow' ? floating.narrow : ''}`;
  if (modal === 'dialogElement') {
    return (
      <dialog ref={top} className={floating.topLayer} aria-labelledby={titleId} onClose={onClose}>
        <div ref={panel} className={look} tabIndex={-1}>
          {content}
        </div>
      </dialog>
    );
  }
  return createPortal(
    <div className={floating.backdrop}>
      <div
        ref={panel}
        className={look}
        tabIndex={-1}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
      >
        {content}
      </div>
    </div>,
    document.body,
  );
}
