import type { Instant } from '../utils/handoff/model';
import type { ProjectedHandoff } from '../utils/handoff/projection';
import { orphanWords } from '../utils/words/popup';
import { clockWords } from '../utils/words/times';
import { Notice } from './notice';

/** Names a secret that nobody can read any more and that still exists in the directory, so that it can be deleted. */
export function OrphanNotice({ handoff, now }: { handoff: ProjectedHandoff; now: Instant }) {
  const { orphan, appName } = handoff;
  if (!orphan) return null;
  const { title, text } = orphanWords(orphan, clockWords(orphan.wipedAt, now), appName);
  return <Notice tone="warning" role="alert" title={title} text={text} />;
}
