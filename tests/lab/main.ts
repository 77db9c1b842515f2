/**
 * `npm run lab [port]`: the lab alone, and how to look at it.
 * `npm run lab -- --from-report FILE`: a page report becomes a page of the lab and a test that fails until it is read.
 */
import { reportPath, saveReport } from './reports/saved';
import { startLab } from './server';
import { newApp, newSecret, newWorld } from './world';

const DEFAULT_PORT = 8443;

const [, , first, second] = process.argv;
const saved = first === '--from-report' && second !== undefined ? saveReport(second) : undefined;

const port = Number((saved ? undefined : first) ?? process.env.LAB_PORT ?? DEFAULT_PORT);
const world = newWorld();
// Something to look at in the portal's list; the journey makes its own.
world.directories[0]?.apps.push(
  newApp({
    displayName: 'Payroll',
    redirectUris: [{ platform: 'web', uri: 'https://payroll.example/signin' }],
  }),
  newApp({
    displayName: 'Wiki',
    secrets: [newSecret({ description: 'wiki', expiresAt: new Date('2026-12-31') })],
  }),
);
const lab = await startLab({ port, world });

const users = world.directories.flatMap((directory) => directory.users);
const owner = world.vendorTenants[0]?.owner;
console.log(`The lab listens on 127.0.0.1:${lab.port}. It answers for the production host names:

  portal           https://entra.microsoft.com/
  vendor console   https://acme.kandji.io/   https://acme.eu.kandji.io/   https://globex.kandji.io/
  Microsoft        https://login.microsoftonline.com/

${
  saved
    ? `The report is tests/lab/reports/${saved.name}.json. Its page and its test:

  https://entra.microsoft.com${reportPath(saved.name)}
  npx vitest run tests/lab/reports
`
    : ''
}
Open a browser of its own against it:

  chromium --user-data-dir=/tmp/sso-courier-lab ${lab.chromiumArgs.map((argument) => `'${argument}'`).join(' ')} \\
    https://entra.microsoft.com/ https://acme.kandji.io/

(add --load-extension=.output/chrome-mv3 to try the extension in it)

Accounts
  vendor console   ${owner?.email} / ${owner?.password}
${users.map(({ upn, password, isAdministrator }) => `  Microsoft        ${upn} / ${password}${isAdministrator ? ' (administrator)' : ''}`).join('\n')}

Stop with Ctrl+C.`);

process.once('SIGINT', () => {
  void lab.close().then(() => process.exit(0));
});
