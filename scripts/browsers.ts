/** Finds the browsers that tests and demo drive, or installs them by the platform's means. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

interface Recipe {
  /** Environment variable that overrides everything. */
  variable: string;
  /** Commands on the path, best first. */
  commands: readonly string[];
  /** Full paths of the usual installations. */
  places: readonly string[];
  debianPackage: string;
  /** What the user is told where nothing can be installed. */
  advice: string;
}

/** Branded Chrome and Edge are left out: nothing was tried in them. */
const RECIPES: Readonly<Record<BrowserName, Recipe>> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'],
    debianPackage: 'chromium',
    advice: 'No Chromium found: run `npx playwright install chromium`, or set CHROME_PATH to one.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
    advice: 'No Firefox found: install Firefox ESR 153 or later, or set FIREFOX_PATH to one.',
  },
};

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function playwrightsOwn(name: BrowserName): Promise<string[]> {
  if (name !== 'chromium') return [];
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath()];
}

async function search(name: BrowserName): Promise<string | undefined> {
  const { variable, commands, places } = RECIPES[name];
  const given = process.env[variable];
  if (given !== undefined && given !== '') {
    if (!canRun(given)) throw new Error(`${variable} names no program: ${given}`);
    return given;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places, ...(await playwrightsOwn(name))].find(canRun);
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function install(name: BrowserName): boolean {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebianRoot) {
    const packages = RECIPES[name].debianPackage;
    return (
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '--no-install-recommends', packages])
    );
  }
  return name === 'chromium' && run('npx', ['playwright', 'install', 'chromium']);
}

/**
 * The program to start. Installs it where that is possible.
 *
 * @throws {Error} with one line saying what to install.
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const there = await search(name);
  if (there !== undefined) return there;
  console.log(`No ${name} found, installing one.`);
  const installed = install(name) ? await search(name) : undefined;
  if (installed === undefined) throw new Error(RECIPES[name].advice);
  return installed;
}
