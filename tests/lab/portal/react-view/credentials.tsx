/** *Certificates & secrets*: facts/entra.md §3.2. */
import { CommandBarButton, MessageBar, mergeStyleSets, Pivot, PivotItem } from '@fluentui/react';
import { useEffect, useState } from 'react';
import { api } from '../browser/api';
import { fill } from '../browser/settings';
import type { NewSecretView, SecretView } from '../contract';
import { AddSecretPanel, useAddSecretForm } from './add-secret-panel';
import { DeleteSecretDialog } from './delete-secret-dialog';
import { Rebuilt } from './rebuilt';
import { SecretList } from './secret-list';
import { useSettings } from './settings';
import { tellShell } from './shell-link';
import { useApp } from './use-app';

const styles = mergeStyleSets({
  page: { padding: '10px 20px 24px 0' },
  intro: { maxWidth: 1100, margin: '14px 0 18px' },
  banner: { marginBottom: 12 },
  tab: { margin: '14px 0 4px' },
  command: { height: 32, margin: '6px 0 4px' },
});

export function CredentialsView({ clientId }: { clientId: string }) {
  const { labels: t } = useSettings();
  const app = useApp(clientId);
  const [secrets, setSecrets] = useState<SecretView[]>([]);
  /** Values of the secrets created in this visit: gone with the frame when the page is left. */
  const [freshValues, setFreshValues] = useState<ReadonlyMap<string, string>>(new Map());
  const [tab, setTab] = useState('secrets');
  const [isBannerDismissed, setIsBannerDismissed] = useState(false);
  const [toDelete, setToDelete] = useState<SecretView>();
  const added = ({ value, ...secret }: NewSecretView) => {
    setFreshValues((values) => new Map(values).set(secret.secretId, value));
    setSecrets((all) => [...all, secret]);
    toastUpdated();
  };
  const form = useAddSecretForm(clientId, added);
  useEffect(() => {
    if (app) setSecrets(app.secrets);
  }, [app]);

  const toastUpdated = () =>
    tellShell({
      kind: 'toast',
      title: t.updatingCredentials,
      text: fill(t.updatedCredentialsToast, { name: app?.displayName ?? '' }),
    });
  const remove = async (secret: SecretView) => {
    setToDelete(undefined);
    await api.removeSecret(clientId, secret.secretId);
    setSecrets((all) => all.filter((other) => other.secretId !== secret.secretId));
    toastUpdated();
  };

  if (!app) return null;
  return (
    <Rebuilt>
      <div className={styles.page}>
        <p className={styles.intro}>{t.credentialsIntro}</p>
        {!isBannerDismissed && (
          <MessageBar
            className={styles.banner}
            dismissButtonAriaLabel={t.close}
            onDismiss={() => setIsBannerDismissed(true)}
          >
            {t.credentialsBanner}
          </MessageBar>
        )}
        <Pivot selectedKey={tab} onLinkClick={(item) => setTab(item?.props.itemKey ?? 'secrets')}>
          <PivotItem itemKey="certificates" headerText={fill(t.certificatesTab, { count: 0 })}>
            <p className={styles.tab}>{t.noCertificates}</p>
          </PivotItem>
          <PivotItem itemKey="secrets" headerText={fill(t.clientSecretsTab, { count: secrets.length })}>
            <p className={styles.tab}>{t.secretsIntro}</p>
            <CommandBarButton
              className={styles.command}
              text={t.newClientSecret}
              title={t.newClientSecret}
              iconProps={{ iconName: 'Add' }}
              onClick={form.open}
            />
            <SecretList secrets={secrets} freshValues={freshValues} onDelete={setToDelete} />
            {secrets.length === 0 && <p>{t.noSecrets}</p>}
          </PivotItem>
          <PivotItem itemKey="federated" headerText={fill(t.federatedTab, { count: 0 })}>
            <p className={styles.tab}>{t.noFederated}</p>
          </PivotItem>
        </Pivot>
      </div>
      <AddSecretPanel form={form} />
      <DeleteSecretDialog
        isOpen={toDelete !== undefined}
        onNo={() => setToDelete(undefined)}
        onYes={() => toDelete && void remove(toDelete)}
      />
    </Rebuilt>
  );
}
