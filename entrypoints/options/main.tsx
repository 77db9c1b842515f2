import { drawPage } from '../../components/draw-page';
import { HelpContext } from '../../components/help-link';
import { Connections } from '../../components/reminders/connections';
import { Settings } from '../../components/settings/settings';
import { listWords } from '../../utils/words/reminders';
import { copy } from '../popup/copy';
import { download } from './download';
import { useConnections } from './use-connections';
import { useNotifications } from './use-notifications';
import { useOptions } from './use-options';
import '../../components/styles.css';
import '../../components/reminders/reminders.css';
import '../../components/reminders/rows.css';
import '../../components/settings/settings.css';

function Options() {
  const connections = useConnections();
  const options = useOptions();
  return (
    <HelpContext value={options?.settings.helpLink}>
      <Connections {...connections} download={download} copy={copy} notifications={useNotifications()}>
        <Settings options={options} ask={connections.ask} copy={copy} />
      </Connections>
    </HelpContext>
  );
}

drawPage(<Options />, listWords.pageTitle);
