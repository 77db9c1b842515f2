/** A value to carry elsewhere: to be selected, or copied with the button. */
import { useId, useState } from 'react';
import { Glyph } from '../parts/glyph';
import parts from '../parts/parts.module.css';
import { useTenant } from '../tenant';

export function ReadOnlyValue({ label, value }: { label: string; value: string }) {
  const { redirectUrlMake } = useTenant().view.rendering;
  const [isCopied, setCopied] = useState(false);
  const id = useId();
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <div className={parts.field}>
      {redirectUrlMake === 'field' ? <label htmlFor={id}>{label}</label> : <p>{label}</p>}
      <div className={parts.carry}>
        {redirectUrlMake === 'field' ? (
          <input id={id} readOnly value={value} onFocus={({ target }) => target.select()} />
        ) : (
          <code>{value}</code>
        )}
        <button type="button" className={parts.quiet} aria-label={`Copy ${label}`} onClick={copy}>
          <Glyph name={isCopied ? 'check' : 'copy'} />
        </button>
      </div>
    </div>
  );
}
