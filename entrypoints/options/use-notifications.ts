/** The optional permission to notify: whether it is granted, and the way to ask for it. */
import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import type { NotificationsCardProps } from '../../components/reminders/notifications-card';

const permission = { permissions: ['notifications' as const] };

export function useNotifications(): NotificationsCardProps {
  const [allowed, setAllowed] = useState<NotificationsCardProps['allowed']>('unknown');

  useEffect(() => {
    const look = async () => setAllowed((await browser.permissions.contains(permission)) ? 'yes' : 'no');
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);

  // No await before the request: it has to come straight from the press.
  const onAllow = () => browser.permissions.request(permission).catch(() => false);
  return { allowed, onAllow };
}
