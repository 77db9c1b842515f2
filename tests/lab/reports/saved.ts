/** The page reports that were turned into lab pages: one file each in this folder. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PageReport } from '../../../utils/page/report';

const FOLDER = import.meta.dirname;

export interface SavedReport {
  name: string;
  report: PageReport;
}

export const savedReports = (): SavedReport[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: basename(file, '.json'),
      report: parse(readFileSync(join(FOLDER, file), 'utf8')),
    }));

/**
 * Keeps a report among the lab's pages; from then on `reports.test.ts` expects its value to be read.
 * @throws when the text is no page report
 */
export function saveReport(file: string): SavedReport {
  const report = parse(readFileSync(file, 'utf8'));
  const name = basename(file)
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]+/g, '-');
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  return { name, report };
}

function parse(text: string): PageReport {
  const report = JSON.parse(text) as PageReport;
  if (report.kind !== 'sso-courier page report' || report.version !== 1 || !report.tree) {
    throw new Error('This is no page report of SSO Courier.');
  }
  return report;
}

/** Where the lab shows it, on any host of the portal. */
export const reportPath = (name: string) => `/lab/reports/${name}`;
