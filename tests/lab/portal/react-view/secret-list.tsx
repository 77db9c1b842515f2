import {
  CheckboxVisibility,
  DetailsList,
  DetailsListLayoutMode,
  FontIcon,
  type IColumn,
  IconButton,
  type IDetailsColumnProps,
  mergeStyleSets,
  SelectionMode,
  TooltipHost,
  TooltipOverflowMode,
} from '@fluentui/react';
import type { SecretColumn } from '../../world';
import { maskedValue } from '../browser/choices';
import type { PortalSettings, SecretView } from '../contract';
import type { Labels } from '../languages/en';
import { CopyButton } from './copy-button';
import { useSettings } from './settings';

const styles = mergeStyleSets({
  cell: { display: 'flex', alignItems: 'center', gap: 4, minHeight: 24 },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  header: { display: 'flex', alignItems: 'center' },
  hint: { display: 'flex', marginLeft: 4, fontSize: 13, lineHeight: '16px' },
  hintIcon: { height: 16, lineHeight: '16px' },
  bin: { width: 24, height: 24 },
});

interface Row {
  key: string;
  secret: SecretView;
  /** In clear while the page of its creation is open, with a copy control; masked without one afterwards. */
  value: string;
  isReadable: boolean;
}

interface SecretListProps {
  secrets: readonly SecretView[];
  freshValues: ReadonlyMap<string, string>;
  onDelete: (secret: SecretView) => void;
}

/** The list of client secrets. Its columns stand in the order that the world's portal says. */
export function SecretList({ secrets, freshValues, onDelete }: SecretListProps) {
  const settings = useSettings();
  const rows = secrets.map((secret): Row => {
    const fresh = freshValues.get(secret.secretId);
    return {
      key: secret.secretId,
      secret,
      value: fresh ?? maskedValue(secret.hint),
      isReadable: fresh !== undefined,
    };
  });
  const columns = columnsOf(settings);
  return (
    <DetailsList
      items={rows}
      columns={[
        ...settings.options.secretColumns.map((name) => columns[name]),
        deleteColumn(settings.labels, onDelete),
      ]}
      layoutMode={DetailsListLayoutMode.justified}
      selectionMode={SelectionMode.none}
      checkboxVisibility={CheckboxVisibility.hidden}
      onShouldVirtualize={() => false}
      ariaLabelForGrid={settings.labels.certificatesAndSecrets}
    />
  );
}

function columnsOf({ labels: t, formatLanguage }: PortalSettings): Record<SecretColumn, IColumn> {
  const date = new Intl.DateTimeFormat(formatLanguage);
  return {
    description: column('description', t.description, 110, 170, ({ secret }) => (
      <CellText text={secret.description} />
    )),
    expires: column('expires', t.expires, 75, 90, ({ secret }) => (
      <CellText text={date.format(new Date(secret.expiresAt))} />
    )),
    value: {
      ...column('value', t.value, 150, 320, ({ value, isReadable }) => (
        <CellText text={value} canBeCopied={isReadable} />
      )),
      onRenderHeader: (props, render) => (
        <span className={styles.header}>
          {render?.(props as IDetailsColumnProps)}
          <TooltipHost content={t.valueHelp} styles={{ root: styles.hint }}>
            <FontIcon iconName="Info" aria-label={t.valueHelp} tabIndex={0} role="img" />
          </TooltipHost>
        </span>
      ),
    },
    // The Secret ID keeps its copy control and is cut off visually (facts/entra.md §3.2).
    secretId: column('secretId', t.secretId, 150, 280, ({ secret }) => (
      <CellText text={secret.secretId} canBeCopied />
    )),
  };
}

function column(
  key: SecretColumn,
  name: string,
  minWidth: number,
  maxWidth: number,
  render: (row: Row) => React.JSX.Element,
): IColumn {
  return { key, name, ariaLabel: name, minWidth, maxWidth, isResizable: true, onRender: render };
}

function deleteColumn(t: Labels, onDelete: (secret: SecretView) => void): IColumn {
  return {
    key: 'delete',
    name: t.delete,
    isIconOnly: true,
    minWidth: 24,
    maxWidth: 24,
    onRender: ({ secret }: Row) => (
      <IconButton
        className={styles.bin}
        iconProps={{ iconName: 'Delete' }}
        title={t.delete}
        ariaLabel={t.delete}
        onClick={() => onDelete(secret)}
      />
    ),
  };
}

/** Text that may be cut off visually: `title` has all of it (facts/entra.md §3.2), and so has a tooltip on hover. */
function CellText({ text, canBeCopied = false }: { text: string; canBeCopied?: boolean }) {
  return (
    <div className={styles.cell}>
      <div className={styles.text} title={text}>
        <TooltipHost content={text} overflowMode={TooltipOverflowMode.Parent}>
          {text}
        </TooltipHost>
      </div>
      {canBeCopied && <CopyButton text={text} />}
    </div>
  );
}
