import browser from 'webextension-polyfill';
import { Courier } from '../../components/courier';
import { drawPage } from '../../components/draw-page';
import { PageReport } from '../../components/page-report';
import { SitesNotice } from '../../components/sites-notice';
import { copy } from '../popup/copy';
import { useSites } from '../popup/use-sites';
import { useCourierState } from '../popup/use-state';
import '../../components/styles.css';

function SidePanel() {
  const courier = useCourierState();
  const sites = useSites();
  return (
    <Courier
      {...courier}
      copy={copy}
      onOpenConnections={() => browser.runtime.openOptionsPage()}
      start={<SitesNotice {...sites} />}
      end={<PageReport ask={courier.ask} copy={copy} />}
    />
  );
}

drawPage(<SidePanel />);
