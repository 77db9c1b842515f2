/** Entry of a saved report's page. */
import type { PageReport } from '../../../utils/page/report';
import { drawReport } from './draw';

const text = document.getElementById('report')?.textContent;
if (text) {
  const { pointed } = drawReport(document, JSON.parse(text) as PageReport);
  if (pointed instanceof HTMLElement) pointed.style.outline = '2px dashed #d13438';
}
