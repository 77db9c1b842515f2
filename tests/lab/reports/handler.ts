/** Shows saved page reports as pages of the portal: `https://entra.microsoft.com/lab/reports/<name>#view/…`. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { scriptJson, send } from '../respond';
import type { LabHandler } from '../serve';
import { reportPath, savedReports } from './saved';

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const entryPoints = [fileURLToPath(new URL('./page.ts', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}

export const reportHandler: LabHandler = async (exchange) => {
  const saved = savedReports().find(({ name }) => reportPath(name) === exchange.url.pathname);
  if (!saved) return false;
  script ??= bundle();
  return send(
    exchange,
    200,
    'text/html',
    `<!doctype html>
<html>
<head><meta charset="utf-8"><title>Page report ${saved.name}</title></head>
<body><script type="application/json" id="report">${scriptJson(saved.report)}</script><script>${await script}</script></body>
</html>
`,
  );
};
