/** Takes a page report in a console's page: the admin points at the value, the background keeps the report. */
import { reportWords } from '../words/report';
import { askWith } from './ask';
import type { PageContext } from './context';
import { createNotice, type OnPageNotice } from './notice';
import { pointAt } from './point';
import { makeReport, type ReportOptions } from './report';

export interface ReportFrom {
  /** What the address says; a frame's own address says nothing. */
  where: () => Promise<Pick<ReportOptions, 'page' | 'appId'>>;
  isLabel: (text: string) => boolean;
}

interface World {
  ssoCourierReport?: { stop(): void };
}

/** Runs until the admin has pressed something, in this frame or in another one, or Escape. Frames of no size take no part. */
export async function takeReport(page: PageContext, { where, isLabel }: ReportFrom): Promise<void> {
  const world = globalThis as World;
  world.ssoCourierReport?.stop();
  const { document, window } = page;
  if (window.innerWidth === 0 || window.innerHeight === 0) return;
  const pointing = new AbortController();
  world.ssoCourierReport = { stop: () => pointing.abort() };

  const hint = window.top === window ? tell(document, reportWords.point) : undefined;
  const pointed = await pointAt(document, pointing.signal);
  hint?.remove();
  if (pointing.signal.aborted) return;
  const report = makeReport(document, { ...(await where()), isLabel, ...(pointed ? { pointed } : {}) });
  const ask = askWith(page.send, () => pointing.abort());
  const answer = await ask('pageReported', { text: JSON.stringify(report, undefined, 1) });
  tell(document, answer ? reportWords.ready : reportWords.notKept);
}

function tell(document: Document, text: string): OnPageNotice {
  const notice = createNotice(document, { role: 'status', text, dismissLabel: reportWords.dismiss });
  document.body.prepend(notice.host);
  return notice;
}
