import { type IButtonStyles, IconButton } from '@fluentui/react';
import { useState } from 'react';
import { copyText } from '../browser/copy';
import { useSettings } from './settings';

const COPIED_MS = 2000;

const styles: IButtonStyles = { root: { width: 22, height: 20, flex: 'none' }, icon: { fontSize: 14 } };

/**
 * Copies a text. The async clipboard is blocked in this frame by the permissions policy (facts/entra.md §1.4, §6), so
 * the text goes through a hidden text area. Accessible name "Copy to clipboard": likely, not sourced (facts §14).
 */
export function CopyButton({ text, className }: { text: string; className?: string }) {
  const { labels: t, options } = useSettings();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    if (!((await copyText(text, options.copyMake)) || (await copyText(text, 'execCommand')))) return;
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), COPIED_MS);
  };
  return (
    <IconButton
      {...(className ? { className } : {})}
      styles={styles}
      iconProps={{ iconName: 'Copy' }}
      title={isCopied ? t.copied : t.copyToClipboard}
      ariaLabel={t.copyToClipboard}
      onClick={() => void copy()}
    />
  );
}
