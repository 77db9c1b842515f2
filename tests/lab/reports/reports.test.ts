// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { isLabel } from '../../../utils/entra/labels';
import { readOverview } from '../../../utils/entra/overview';
import { readSecretRows } from '../../../utils/entra/secret-rows';
import { asClientId } from '../../../utils/entra/values';
import { makeReport, type PageReport } from '../../../utils/page/report';
import {
  CLIENT_ID,
  essentials,
  essentialsMakes,
  freshRow,
  gridMakes,
  maskedRow,
  overviewWords,
} from '../../unit/entra/pages';
import { setStage } from '../../unit/page/pressing';
import { drawReport, sampleOf } from './draw';
import { savedReports } from './saved';

beforeEach(() => void setStage());

/** The elements that the readers take for the value on this page. */
function valuesRead(page: string, clientId: string | undefined): Element[] {
  if (page === 'overview') {
    const id = asClientId(clientId ?? '');
    return id ? [readOverview(document, { clientId: id })?.element].filter((each) => each !== undefined) : [];
  }
  const rows = readSecretRows(document, { languages: [document.documentElement.lang], today: new Date() });
  return rows.flatMap(({ value }) => (value.kind === 'readable' ? [value.element] : []));
}

function isRead(report: PageReport): boolean {
  const { pointed, clientId } = drawReport(document, report);
  const isAt = (element: Element) => pointed && (element.contains(pointed) || pointed.contains(element));
  return valuesRead(report.page, clientId).some(isAt);
}

/** Pages that could not be read once. A new one fails here until the reader is mended (`npm run lab -- --from-report`). */
describe.runIf(savedReports().length > 0)('the value that was pointed at', () => {
  it.each(savedReports())('is read: $name', ({ report }) => {
    expect(isRead(report)).toBe(true);
  });
});

const overviews = Object.entries(essentialsMakes).map(([name, make]) => {
  const words = overviewWords.ja;
  if (!words) throw new Error('no such language');
  return { name, page: 'overview', html: essentials(words, make) };
});
const grids = Object.entries(gridMakes).map(([name, make]) => ({
  name,
  page: 'secrets',
  html: make([maskedRow, freshRow]),
}));

describe('a page drawn from its report', () => {
  it.each([...overviews, ...grids])('is read as the page was: $page, $name', ({ page, html }) => {
    document.body.innerHTML = html;
    const [pointed] = valuesRead(page, CLIENT_ID);
    expect(pointed).toBeDefined();
    const report = makeReport(document, { page, appId: CLIENT_ID, isLabel, ...(pointed ? { pointed } : {}) });
    expect(isRead(report)).toBe(true);
    expect(isRead({ ...report, tree: { tag: 'html' } })).toBe(false);
  });

  it.each([
    ['{guid#3}', '00000000-0000-4000-8000-000000000003'],
    ['{masked 3 18#1}', `aB3${'*'.repeat(18)}`],
    ['{date 9/99/9999#1}', '1/11/2028'],
    ['{words 2#4}', 'word4 word4'],
    ['Value', 'Value'],
  ])('says for %s: %s', (shape, sample) => {
    expect(sampleOf(shape)).toBe(sample);
  });
});
