import { FontWeights, Icon, Link, MessageBar, mergeStyleSets, Pivot, PivotItem } from '@fluentui/react';
import { useState } from 'react';
import { leftEssentials, rightEssentials } from '../browser/essentials';
import { links } from '../browser/route';
import { Essentials } from './essentials';
import { Rebuilt } from './rebuilt';
import { useSettings } from './settings';
import { ShellAnchor } from './shell-anchor';
import { useApp } from './use-app';

const styles = mergeStyleSets({
  page: { padding: '10px 20px 24px 0' },
  banner: { marginBottom: 14 },
  start: { maxWidth: 700, margin: '36px auto 0', textAlign: 'center' },
  heading: { margin: '0 0 12px', fontSize: 24, lineHeight: '32px', fontWeight: FontWeights.semibold },
  text: { maxWidth: 650, margin: '0 auto' },
});

/** *Overview* of an app registration: facts/entra.md §3.1. Its command bar is the shell's. */
export function OverviewView({ clientId, visit }: { clientId: string; visit: number }) {
  const settings = useSettings();
  const { labels: t } = settings;
  const app = useApp(clientId, visit);
  const [isBannerDismissed, setIsBannerDismissed] = useState(false);
  if (!app) return null;
  return (
    <Rebuilt>
      <div className={styles.page}>
        <Essentials left={leftEssentials(app, settings)} right={rightEssentials(app, settings)} />
        {!isBannerDismissed && (
          <MessageBar
            className={styles.banner}
            isMultiline
            dismissButtonAriaLabel={t.close}
            onDismiss={() => setIsBannerDismissed(true)}
          >
            {t.adalBanner} <ShellAnchor href={links.home()}>{t.learnMore}</ShellAnchor>
          </MessageBar>
        )}
        <Pivot aria-label={t.overview}>
          <PivotItem headerText={t.getStarted}>
            <div className={styles.start}>
              <h1 className={styles.heading}>{t.buildTitle}</h1>
              <p className={styles.text}>
                {t.buildText}{' '}
                <Link underline>
                  {t.learnMore} <Icon iconName="NavigateExternalInline" />
                </Link>
              </p>
            </div>
          </PivotItem>
          <PivotItem headerText={t.documentation} />
        </Pivot>
      </div>
    </Rebuilt>
  );
}
