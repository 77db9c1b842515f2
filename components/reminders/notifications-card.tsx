import { useState } from 'react';
import { notificationCardWords as words } from '../../utils/words/reminders';
import { Button } from '../button';
import { Notice } from '../notice';

export interface NotificationsCardProps {
  /** Whether the browser lets the extension notify; `unknown` until it has said so. */
  allowed: 'yes' | 'no' | 'unknown';
  /** Asks the browser for the permission, straight from the press: browsers accept nothing else. */
  onAllow: () => Promise<boolean>;
}

/** Offers notifications at the first reminder; quiet once they are on. */
export function NotificationsCard({ allowed, onAllow }: NotificationsCardProps) {
  const [outcome, setOutcome] = useState<'granted' | 'refused'>();
  return (
    <div role="status">
      {allowed === 'no' && (
        <Notice tone="info" title={words.title} text={outcome === 'refused' ? words.refused : words.text}>
          <div className="choices">
            <Button onPress={async () => setOutcome((await onAllow()) ? 'granted' : 'refused')}>
              {words.allow}
            </Button>
          </div>
        </Notice>
      )}
      {allowed === 'yes' && outcome === 'granted' && <Notice tone="success" text={words.granted} />}
    </div>
  );
}
