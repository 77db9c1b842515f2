/** *Essentials* of React blades, in the three layouts that were recorded (facts/entra.md §3.1, React essentials). */
import { ActionButton, FontWeights, Icon, Label, mergeStyleSets, TextField } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import { useState } from 'react';
import type { EssentialsItem } from '../browser/essentials';
import { CopyButton } from './copy-button';
import { useSettings } from './settings';
import { ShellAnchor } from './shell-anchor';

/** merge-styles numbers these as it goes: `essentialsItem-123`, another number in the next build. */
const styles = mergeStyleSets({
  essentials: { marginBottom: 10, borderBottom: '1px solid rgba(128,128,128,.35)', paddingBottom: 6 },
  toggle: { height: 28, padding: 0, fontWeight: FontWeights.semibold },
  columns: { display: 'flex', flexWrap: 'wrap', gap: '0 24px', marginTop: 6 },
  column: { flex: '1 1 320px', minWidth: 0 },
  essentialsItem: {
    marginBottom: 6,
    selectors: { ':hover .copy, :focus-within .copy': { opacity: 1 } },
  },
  essentialsLabel: { padding: 0, opacity: 0.8, fontWeight: FontWeights.regular, lineHeight: '18px' },
  essentialsValue: { display: 'flex', alignItems: 'center', gap: 4, height: 20, lineHeight: '18px' },
  valueText: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: { color: '#57a300', fontSize: 16 },
});

interface EssentialsProps {
  left: EssentialsItem[];
  right: EssentialsItem[];
}

export function Essentials({ left, right }: EssentialsProps) {
  const { labels: t } = useSettings();
  const [isOpen, setIsOpen] = useState(true);
  return (
    <section className={styles.essentials} aria-label={t.essentials}>
      <ActionButton
        className={styles.toggle}
        iconProps={{ iconName: isOpen ? 'ChevronUp' : 'ChevronDown' }}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t.essentials}
      </ActionButton>
      {isOpen && (
        <div className={styles.columns}>
          {[left, right].map((items) => (
            <div key={items[0]?.label} className={styles.column}>
              {items.map((item) => (
                <Item key={item.label} item={item} />
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Item({ item }: { item: EssentialsItem }) {
  const layout = useSettings().options.essentials;
  switch (layout) {
    case 'items':
      return <PlainItem item={item} />;
    case 'propertyFields':
      return <PropertyField item={item} />;
    case 'inputs':
      return item.canBeCopied ? <ReadOnlyInput item={item} /> : <PropertyField item={item} />;
  }
}

/** `[class*="essentialsItem-"]`; behind the value its second, hidden copy (a trap recorded in facts/entra.md §3.1). */
function PlainItem({ item }: { item: EssentialsItem }) {
  return (
    <div className={styles.essentialsItem}>
      <div className={styles.essentialsLabel} title={item.label}>
        {item.label}
      </div>
      <div className={styles.essentialsValue}>
        <Value item={item} />
        <span hidden>{item.text}</span>
        {item.canBeCopied && <CopyOnHover text={item.text} />}
      </div>
    </div>
  );
}

/** `[id^="PropertyField"][id$="-label"]` and the value that names it in `aria-labelledby`. */
function PropertyField({ item }: { item: EssentialsItem }) {
  const labelId = `${useId('PropertyField')}-label`;
  return (
    <div className={styles.essentialsItem}>
      <div id={labelId} className={styles.essentialsLabel}>
        {item.label}
      </div>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the recorded markup names a plain element */}
      <div className={styles.essentialsValue} aria-labelledby={labelId}>
        <Value item={item} />
        {item.canBeCopied && <CopyOnHover text={item.text} />}
      </div>
    </div>
  );
}

/** `label.ms-Label[aria-label][id]` and the read-only input that names it. */
function ReadOnlyInput({ item }: { item: EssentialsItem }) {
  const id = useId('field');
  return (
    <div className={styles.essentialsItem}>
      <Label id={`${id}-label`} htmlFor={id} aria-label={item.label} className={styles.essentialsLabel}>
        {item.label}
      </Label>
      <div className={styles.essentialsValue}>
        <TextField
          id={id}
          readOnly
          value={item.text}
          aria-labelledby={`${id}-label`}
          styles={{ root: { flex: '0 1 300px' } }}
        />
        <CopyOnHover text={item.text} />
      </div>
    </div>
  );
}

function Value({ item }: { item: EssentialsItem }) {
  if (item.href !== undefined) return <ShellAnchor href={item.href}>{item.text}</ShellAnchor>;
  return (
    <>
      {item.isState && <Icon iconName="CompletedSolid" className={styles.state} />}
      <span className={styles.valueText} title={item.text}>
        {item.text}
      </span>
    </>
  );
}

const hidden = mergeStyleSets({ copy: { opacity: 0 } });

/** Shown where the pointer or the focus is (facts/entra.md §3.1: copy buttons appear on hover). */
function CopyOnHover({ text }: { text: string }) {
  return <CopyButton text={text} className={`copy ${hidden.copy}`} />;
}
