import type { ReactNode } from 'react';
import { statusWords } from '../utils/words/popup';
import { HelpLink } from './help-link';
import { Icon, type IconName } from './icons';
import { Words } from './words';

export type Tone = 'info' | 'success' | 'warning' | 'error';

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  success: 'seen',
  warning: 'problem',
  error: 'problem',
};

export interface NoticeProps {
  tone: Tone;
  /** `alert` for what the admin must know now; absent where a live region around the notice speaks. */
  role?: 'alert' | 'status' | 'note';
  title?: string;
  text: string;
  onDismiss?: () => void;
  children?: ReactNode;
}

/** A message: what happened, what was not done, the next step. */
export function Notice({ tone, role, title, text, onDismiss, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        {title && <strong>{title}</strong>}
        <p>
          <Words text={text} />
        </p>
        {children}
        {role === 'alert' || tone === 'error' ? <HelpLink /> : null}
      </div>
      {onDismiss && (
        <button type="button" className="icon-button" aria-label={statusWords.dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
