/** What an admin does on the extension's page in the browser's settings; the browser then reloads the extension. */
import type { BrowserContext } from '@playwright/test';

/** What `chrome://extensions` offers to scripts, as far as it is used here. */
interface DeveloperPrivate {
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
  updateExtensionConfiguration(update: {
    extensionId: string;
    incognitoAccess?: boolean;
    hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES';
  }): Promise<void>;
}

async function inSettings(
  context: BrowserContext,
  act: (developerPrivate: DeveloperPrivate, id: string) => Promise<void>,
  id: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`(${act})(chrome.developerPrivate, ${JSON.stringify(id)})`);
  await page.close();
}

export const allowPrivateWindows = (context: BrowserContext, id: string) =>
  inSettings(
    context,
    async (developerPrivate, extensionId) => {
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    },
    id,
  );

export const reload = (context: BrowserContext, id: string) =>
  inSettings(
    context,
    (developerPrivate, extensionId) => developerPrivate.reload(extensionId, { failQuietly: false }),
    id,
  );

/** *Site access*: everywhere the extension may go, or nowhere until its button is pressed. */
export const setSites = (context: BrowserContext, id: string, isAllowed: boolean) =>
  isAllowed
    ? inSettings(
        context,
        (developerPrivate, extensionId) =>
          developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_ALL_SITES' }),
        id,
      )
    : inSettings(
        context,
        (developerPrivate, extensionId) =>
          developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
        id,
      );
