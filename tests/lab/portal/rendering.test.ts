import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../server';
import { newWorld } from '../world';
import type { PortalSettings } from './contract';

const FRAME = 'https://sandbox-1.reactblade.portal.azure.net';

describe('the portal drawn by Fluent UI', () => {
  let lab: Lab;
  beforeAll(async () => {
    const world = newWorld();
    world.portal.rendering = 'fluent';
    lab = await startLab({ world });
  });
  afterAll(() => lab.close());

  const text = async (url: string) => (await lab.fetch(url)).text();

  async function settingsAt(url: string): Promise<PortalSettings> {
    const html = await text(url);
    return JSON.parse(/id="portal-settings">(.*?)<\/script>/.exec(html)?.[1] ?? '{}');
  }

  it.each(['entra.microsoft.com', 'portal.azure.com'])('is drawn in frames on %s', async (host) => {
    const settings = await settingsAt(`https://${host}/?l=de`);
    expect(settings.options.rendering).toBe('fluent');
    expect(settings.reactFrame).toBe(
      `${FRAME}/React/Index?l=de.de-de&trustedAuthority=${encodeURIComponent(`https://${host}`)}`,
    );
  });

  it.each(['entra.microsoft.us', 'portal.azure.us', 'portal.azure.cn'])(
    'leaves %s to Knockout: the hosts of its frames are not known',
    async (host) => {
      const settings = await settingsAt(`https://${host}/`);
      expect(settings.options.rendering).toBe('knockout');
      expect(settings.reactFrame).toBeNull();
    },
  );

  it('gives way to the address for a look around', async () => {
    const { options } = await settingsAt(
      'https://entra.microsoft.com/?rendering=knockout&essentials=propertyFields',
    );
    expect(options).toMatchObject({ rendering: 'knockout', essentials: 'propertyFields' });
  });

  it('has script, data and icon fonts on the frame’s own host', async () => {
    expect(await text(`${FRAME}/React/Index?l=en.en-us&reactView=true`)).toContain('/lab/react-view.js');
    expect(await text(`${FRAME}/React/Index?l=en.en-us`)).not.toContain('<script');
    expect(await text(`${FRAME}/lab/react-view.js`)).toContain('essentialsItem');
    expect(await text(`${FRAME}/lab/api/apps`)).toBe('[]');
    const font = await lab.fetch(`${FRAME}/lab/fonts/fabric-icons-a13498cf.woff`);
    expect(font.headers.get('content-type')).toBe('font/woff');
    expect((await lab.fetch(`${FRAME}/lab/fonts/..%2fpackage.json`)).status).toBe(404);
  });
});
