/** Whether the browser lets the extension work on the consoles at all, and the way to ask for it. */
import { useCallback, useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import type { SitesNoticeProps } from '../../components/sites-notice';

/** All sites of the manifest: its content scripts and its requests need each of them. */
export const sites = () => ({ origins: browser.runtime.getManifest().host_permissions ?? [] });

export function useSites(): SitesNoticeProps {
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState(false);
  const look = useCallback(async () => setMissing(!(await browser.permissions.contains(sites()))), []);

  useEffect(() => {
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [look]);

  const onAllow = async () => {
    // Nothing before it: the request has to come straight from the press.
    setRefused(!(await browser.permissions.request(sites()).catch(() => false)));
    await look();
  };
  return { missing, refused, onAllow };
}
