/** *Register an application*: facts/entra.md §3.4. */
import {
  ChoiceGroup,
  Dropdown,
  FontWeights,
  Icon,
  Link,
  mergeStyleSets,
  PrimaryButton,
  ResponsiveMode,
  TextField,
} from '@fluentui/react';
import { useState } from 'react';
import type { Platform } from '../../world';
import { api } from '../browser/api';
import {
  type Audience,
  audienceChoices,
  audienceRadios,
  platformChoices,
  redirectUriFault,
} from '../browser/choices';
import { links } from '../browser/route';
import { fill } from '../browser/settings';
import { optionsOf } from './options';
import { Rebuilt } from './rebuilt';
import { useSettings } from './settings';
import { ShellAnchor } from './shell-anchor';
import { tellShell } from './shell-link';

const styles = mergeStyleSets({
  page: { display: 'flex', flexDirection: 'column', height: '100vh', boxSizing: 'border-box' },
  form: { flex: 1, overflow: 'auto', padding: '4px 0 24px' },
  section: { marginBottom: 32 },
  heading: { margin: '0 0 8px', fontSize: 16, lineHeight: '22px', fontWeight: FontWeights.regular },
  help: { maxWidth: 780, margin: '0 0 8px' },
  name: { maxWidth: 760 },
  nameHelp: { margin: '2px 0 6px' },
  accountTypes: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 28px' },
  accountType: { width: 400, maxWidth: '100%' },
  redirectUri: { display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'flex-start' },
  platform: { width: 260 },
  uri: { flex: '0 1 425px', minWidth: 240 },
  footer: { padding: '14px 0 18px', borderTop: '1px solid rgba(128,128,128,.35)' },
  policies: { marginBottom: 14 },
});

interface Form {
  name: string;
  audience: Audience;
  platform: Platform | undefined;
  redirectUri: string;
}

/** State and rules of the form: outlive its DOM. */
function useRegisterForm() {
  const { labels: t } = useSettings();
  const [form, setForm] = useState<Form>({
    name: '',
    audience: 'single',
    platform: undefined,
    redirectUri: '',
  });
  const [isNameTouched, setIsNameTouched] = useState(false);
  const [isPlatformLeft, setIsPlatformLeft] = useState(false);
  const [isRegistering, setIsRegistering] = useState(false);
  const nameFault = form.name.trim() === '' ? t.mustNotBeEmpty : '';
  const uriFault = redirectUriFault(t, form.platform, form.redirectUri);
  const register = async () => {
    setIsNameTouched(true);
    if (nameFault || uriFault || isRegistering) return;
    setIsRegistering(true);
    const uri = form.redirectUri.trim();
    const app = await api.register({
      displayName: form.name.trim(),
      audience: form.audience,
      redirectUris: form.platform && uri !== '' ? [{ platform: form.platform, uri }] : [],
    });
    const text = fill(t.registeredToast, { name: app.displayName });
    tellShell({ kind: 'toast', title: t.registering, text });
    tellShell({ kind: 'navigate', href: links.app('Overview', app.clientId) });
  };
  return {
    form,
    change: (differences: Partial<Form>) => setForm((all) => ({ ...all, ...differences })),
    nameFault: isNameTouched ? nameFault : '',
    touchName: () => setIsNameTouched(true),
    platformFault: isPlatformLeft && !form.platform ? t.platformRequired : '',
    leavePlatform: () => setIsPlatformLeft(true),
    uriFault,
    isRegistering,
    register: () => void register(),
  };
}

export function RegisterView() {
  const { labels: t } = useSettings();
  const state = useRegisterForm();
  return (
    <Rebuilt>
      <div className={styles.page}>
        <div className={styles.form}>
          <div className={styles.section}>
            <TextField
              className={styles.name}
              label={t.name}
              ariaLabel={t.name}
              required
              autoComplete="off"
              onRenderLabel={(props, render) => (
                <>
                  {render?.(props)}
                  <div className={styles.nameHelp}>{t.nameHelp}</div>
                </>
              )}
              value={state.form.name}
              errorMessage={state.nameFault}
              onBlur={state.touchName}
              onChange={(_event, name = '') => state.change({ name })}
            />
          </div>
          <div className={styles.section}>
            <AccountTypes
              audience={state.form.audience}
              onChange={(audience) => state.change({ audience })}
            />
          </div>
          <div className={styles.section}>
            <RedirectUri state={state} />
          </div>
          <div className={styles.help}>
            {t.galleryHint} <ShellAnchor href={links.home()}>{t.enterpriseApplications}</ShellAnchor>.
          </div>
        </div>
        <footer className={styles.footer}>
          <div className={styles.policies}>
            <Link>
              {t.policies} <Icon iconName="NavigateExternalInline" />
            </Link>
          </div>
          <PrimaryButton
            text={t.register}
            title={t.register}
            disabled={state.isRegistering}
            onClick={state.register}
          />
        </footer>
      </div>
    </Rebuilt>
  );
}

interface AccountTypesProps {
  audience: Audience;
  onChange: (audience: Audience) => void;
}

/** A drop-down since 2026, radio buttons before. */
function AccountTypes({ audience, onChange }: AccountTypesProps) {
  const { labels: t, options, directory } = useSettings();
  const isRadio = options.registerForm === 'radio';
  return (
    <>
      <h3 className={styles.heading}>{t.accountTypes}</h3>
      <div className={styles.help} id="account-types-question">
        {isRadio ? t.accountTypesQuestion : t.accountTypesHelp}
      </div>
      <div className={isRadio ? undefined : styles.accountTypes}>
        {isRadio ? (
          <ChoiceGroup
            ariaLabelledBy="account-types-question"
            selectedKey={audience}
            options={optionsOf(audienceRadios(t, directory.name))}
            onChange={(_event, option) => option && onChange(option.key as Audience)}
          />
        ) : (
          <Dropdown
            className={styles.accountType}
            ariaLabel={t.accountTypes}
            responsiveMode={ResponsiveMode.large}
            options={optionsOf(audienceChoices(t, directory.name))}
            selectedKey={audience}
            onChange={(_event, option) => option && onChange(option.key as Audience)}
          />
        )}
        <Link>{t.helpMeChoose}</Link>
      </div>
    </>
  );
}

/** The text box is inert until a platform is chosen. */
function RedirectUri({ state }: { state: ReturnType<typeof useRegisterForm> }) {
  const { labels: t } = useSettings();
  const { platform, redirectUri } = state.form;
  return (
    <>
      <h3 className={styles.heading}>{t.redirectUriOptional}</h3>
      <div className={styles.help}>{t.redirectUriHelp}</div>
      <div className={styles.redirectUri}>
        <Dropdown
          className={styles.platform}
          ariaLabel={t.selectPlatform}
          placeholder={t.selectPlatform}
          responsiveMode={ResponsiveMode.large}
          options={optionsOf(platformChoices(t))}
          selectedKey={platform ?? null}
          {...(state.platformFault ? { errorMessage: state.platformFault } : {})}
          onDismiss={state.leavePlatform}
          onChange={(_event, option) => option && state.change({ platform: option.key as Platform })}
        />
        <TextField
          className={styles.uri}
          ariaLabel={t.redirectUriOptional}
          placeholder={t.redirectUriExample}
          autoComplete="off"
          disabled={!platform}
          value={redirectUri}
          errorMessage={state.uriFault}
          onChange={(_event, value = '') => state.change({ redirectUri: value })}
        />
      </div>
    </>
  );
}
