/** The secret's field, with what can go wrong in it: a re-mount that loses the text, a password manager. */
import { useEffect, useRef, useState } from 'react';
import { useTenant } from '../tenant';
import { TextField, type TextFieldProps } from './text-field';

export function SecretField({ onText, ...rest }: Omit<TextFieldProps, 'type' | 'ref'>) {
  const { rendering } = useTenant().view;
  const { secretFieldType, revertFirstWrite, passwordManagerAfterMs, rememberedPassword } = rendering;
  const input = useRef<HTMLInputElement>(null);
  const [mounts, setMounts] = useState(0);
  const [isDisturbed, setDisturbed] = useState(passwordManagerAfterMs === 0);
  const isFilled = rest.value !== '';
  useEffect(() => {
    if (isDisturbed || !isFilled) return;
    const timer = setTimeout(() => {
      setDisturbed(true);
      if (input.current) overwrite(input.current, rememberedPassword);
    }, passwordManagerAfterMs);
    return () => clearTimeout(timer);
  }, [isDisturbed, isFilled, passwordManagerAfterMs, rememberedPassword]);
  return (
    <TextField
      {...rest}
      key={mounts}
      ref={input}
      type={secretFieldType}
      onText={(text) => {
        // A new field takes the place of the one that was written to, and knows nothing of it.
        if (revertFirstWrite && mounts === 0) setMounts(1);
        else onText(text);
      }}
    />
  );
}

/** The way password managers write: past the framework's own setter, then the events of typing. */
function overwrite(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
