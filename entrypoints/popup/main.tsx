import browser from 'webextension-polyfill';
import { Courier } from '../../components/courier';
import { drawPage } from '../../components/draw-page';
import { PageReport } from '../../components/page-report';
import { SitesNotice } from '../../components/sites-notice';
import { copy } from './copy';
import { canKeepOpen, keepOpen } from './keep-open';
import { useSites } from './use-sites';
import { useCourierState } from './use-state';
import '../../components/styles.css';

function Popup() {
  const courier = useCourierState();
  const sites = useSites();
  return (
    <Courier
      {...courier}
      copy={copy}
      onOpenConnections={openConnections}
      {...(canKeepOpen && { onKeepOpen: keepOpen })}
      start={<SitesNotice {...sites} />}
      end={<PageReport ask={courier.ask} copy={copy} />}
    />
  );
}

/** The popup closes by itself when another page comes up. */
const openConnections = () => browser.runtime.openOptionsPage();

drawPage(<Popup />);
