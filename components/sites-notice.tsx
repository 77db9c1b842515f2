import { welcomeWords } from '../utils/words/welcome';
import { Button } from './button';
import { Notice } from './notice';

export interface SitesNoticeProps {
  /** The browser's user has taken the consoles away, or has never given them. */
  missing: boolean;
  /** The browser was asked and did not grant them. */
  refused: boolean;
  onAllow: () => Promise<void>;
}

/** Firefox leaves it to its user on which sites an extension works, and Chromium too since it offers *On click*. */
export function SitesNotice({ missing, refused, onAllow }: SitesNoticeProps) {
  if (!missing) return null;
  return (
    <Notice tone="warning" role="alert" title={welcomeWords.sitesTitle} text={welcomeWords.sites}>
      <div className="choices">
        <Button look="primary" onPress={onAllow}>
          {welcomeWords.allowSites}
        </Button>
      </div>
      <p role="status">{refused ? welcomeWords.sitesRefused : ''}</p>
    </Notice>
  );
}
