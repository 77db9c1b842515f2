import browser from 'webextension-polyfill';
import { Courier } from '../../components/courier';
import { drawPage } from '../../components/draw-page';
import { PageReport } from '../../components/page-report';
import { copy } from './copy';
import { canKeepOpen, keepOpen } from './keep-open';
import { useCourierState } from './use-state';
import '../../components/styles.css';

function Popup() {
  const courier = useCourierState();
  return (
    <Courier
      {...courier}
      copy={copy}
      onOpenConnections={openConnections}
      {...(canKeepOpen && { onKeepOpen: keepOpen })}
      end={<PageReport ask={courier.ask} copy={copy} />}
    />
  );
}

/** The popup closes by itself when another page comes up. */
const openConnections = () => browser.runtime.openOptionsPage();

drawPage(<Popup />);
