/** A text field with its label, tied together in one of four ways. */
import { type ComponentProps, useId } from 'react';
import { useTenant } from '../tenant';
import css from './parts.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  label: string;
  help?: string | undefined;
  onText(text: string): void;
}

export function TextField({ label, help, onText, ...rest }: TextFieldProps) {
  const { labels } = useTenant().view.rendering;
  const id = useId();
  const star = rest.required && <span aria-hidden="true"> *</span>;
  const input = (
    <input
      {...rest}
      {...(labels === 'for' ? { id } : {})}
      {...(labels === 'aria' ? { 'aria-label': label } : {})}
      onChange={(event) => onText(event.target.value)}
    />
  );
  return (
    <div className={css.field}>
      {labels === 'wrapped' && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
        <label>
          <span className={css.caption}>
            {label}
            {star}
          </span>
          {input}
        </label>
      )}
      {labels === 'for' && (
        <label htmlFor={id}>
          {label}
          {star}
        </label>
      )}
      {(labels === 'aria' || labels === 'sibling') && (
        <p>
          {label}
          {star}
        </p>
      )}
      {labels !== 'wrapped' && input}
      {help && <small>{help}</small>}
    </div>
  );
}
