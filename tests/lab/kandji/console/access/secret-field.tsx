/** The secret's input, with what can go wrong in it: a framework that takes a value back, a password manager. */
import { type ChangeEvent, useEffect, useRef } from 'react';
import type { FormRendering } from '../model';
import { Field, type FieldProps } from './field';

interface SecretFieldProps extends Omit<FieldProps, 'type' | 'onChange' | 'inputRef' | 'labels'> {
  form: FormRendering;
  onValue(value: string): void;
}

export function SecretField({ form, onValue, ...field }: SecretFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const written = useRef(0);
  const filledBefore = useRef(false);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    written.current += 1;
    // State that does not follow: React puts the old value back.
    if (form.revertFirstWrite && written.current === 1) return;
    onValue(target.value);
  };
  const { passwordManagerAfterMs, rememberedPassword } = form;
  const isFilled = field.value !== '';
  useEffect(() => {
    if (passwordManagerAfterMs === 0 || !isFilled || filledBefore.current) return;
    const timer = setTimeout(() => {
      if (!input.current) return;
      filledBefore.current = true;
      writeFromOutside(input.current, rememberedPassword);
    }, passwordManagerAfterMs);
    return () => clearTimeout(timer);
  }, [isFilled, passwordManagerAfterMs, rememberedPassword]);
  return (
    <Field {...field} labels={form.labels} type={form.secretFieldType} inputRef={input} onChange={change} />
  );
}

/** As a password manager's content script does it: native setter, one `input`, one `change`. */
function writeFromOutside(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
