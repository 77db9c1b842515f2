import { drawPage } from '../../components/draw-page';
import { Welcome } from '../../components/welcome/welcome';
import { welcomeWords } from '../../utils/words/welcome';
import { useCourierState } from '../popup/use-state';
import { useSetup } from './use-setup';
import '../../components/styles.css';
import '../../components/welcome/welcome.css';

function Page() {
  const { state, ask } = useCourierState();
  return <Welcome state={state} ask={ask} {...useSetup()} />;
}

drawPage(<Page />, welcomeWords.title);
