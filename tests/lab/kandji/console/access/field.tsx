/** One labelled input. How label and input belong together is a knob of the lab: consoles differ. */
import { type ChangeEvent, useId } from 'react';
import type { VendorOptions } from '../../../world';
import overlay from '../overlay.module.css';

export interface FieldProps {
  label: string;
  labels: VendorOptions['labels'];
  type: 'text' | 'password';
  value: string;
  hint?: string | undefined;
  placeholder?: string | undefined;
  inputRef?: React.RefObject<HTMLInputElement | null>;
  onChange(event: ChangeEvent<HTMLInputElement>): void;
}

export function Field({ label, labels, hint, inputRef, ...input }: FieldProps) {
  const id = useId();
  const labelId = `${id}l`;
  const control = (
    <input
      {...(labels === 'for' ? { id } : {})}
      {...(labels === 'aria' ? { 'aria-labelledby': labelId } : {})}
      ref={inputRef}
      className={overlay.input}
      spellCheck={false}
      {...input}
    />
  );
  const note = hint && <p className={overlay.hint}>{hint}</p>;
  switch (labels) {
    case 'wrapped':
      return (
        <div className={overlay.field}>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
          <label>
            <span className={overlay.caption}>{label}</span>
            {control}
          </label>
          {note}
        </div>
      );
    case 'aria':
    case 'sibling':
      return (
        <div className={overlay.field}>
          <div className={overlay.caption} id={labels === 'aria' ? labelId : undefined}>
            {label}
          </div>
          {control}
          {note}
        </div>
      );
    case 'for':
      return (
        <div className={overlay.field}>
          <label className={overlay.caption} htmlFor={id}>
            {label}
          </label>
          {control}
          {note}
        </div>
      );
  }
}
