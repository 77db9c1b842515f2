import browser from 'webextension-polyfill';
import { Courier } from '../../components/courier';
import { drawPage } from '../../components/draw-page';
import { PageReport } from '../../components/page-report';
import { copy } from '../popup/copy';
import { useCourierState } from '../popup/use-state';
import '../../components/styles.css';

function SidePanel() {
  const courier = useCourierState();
  return (
    <Courier
      {...courier}
      copy={copy}
      onOpenConnections={() => browser.runtime.openOptionsPage()}
      end={<PageReport ask={courier.ask} copy={copy} />}
    />
  );
}

drawPage(<SidePanel />);
