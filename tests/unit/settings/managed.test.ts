import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IgnoredReason, parseManaged } from '../../../utils/settings/managed';
import { defaultSettings, type OwnSettings, parseOwn, settingsOf } from '../../../utils/settings/settings';

describe('what a policy says', () => {
  it('is taken as it is when every value is right', () => {
    const policy = {
      vendorTenants: ['acme.kandji.io', 'acme.iru.com'],
      maxHoldMinutes: 5,
      askMicrosoft: false,
      portalButtons: 'duringJourney',
      appName: 'Kandji (managed)',
      secretDescription: 'Kandji SSO 2028',
      reminderDays: [90, 30],
      helpLink: 'https://intranet.example/sso',
    };
    expect(parseManaged(policy)).toEqual({ settings: policy, ignored: [] });
  });

  it.each<[string, Record<string, unknown>, IgnoredReason]>([
    ['a host that is no console', { vendorTenants: ['acme.api.kandji.io'] }, 'notAConsole'],
    ['a look-alike host', { vendorTenants: ['acme.kandji.io.evil.example'] }, 'notAConsole'],
    ['an address with a path', { vendorTenants: ['acme.kandji.io/devices'] }, 'notAConsole'],
    ['text in place of a list', { vendorTenants: 'acme.kandji.io' }, 'wrongType'],
    ['no minute at all', { maxHoldMinutes: 0 }, 'outOfRange'],
    ['more minutes than the cap', { maxHoldMinutes: 61 }, 'outOfRange'],
    ['minutes as text', { maxHoldMinutes: '5' }, 'wrongType'],
    ['half a minute', { maxHoldMinutes: 1.5 }, 'wrongType'],
    ['a switch as text', { askMicrosoft: 'false' }, 'wrongType'],
    ['a number for a switch', { askMicrosoft: 2 }, 'wrongType'],
    ['a word that is no choice', { portalButtons: 'never' }, 'wrongType'],
    ['an empty name', { appName: '  ' }, 'outOfRange'],
    ['no reminder at all', { reminderDays: [] }, 'outOfRange'],
    ['a reminder three years ahead', { reminderDays: [1000] }, 'outOfRange'],
    ['http', { helpLink: 'http://intranet.example/' }, 'notHttps'],
    ['a script for a link', { helpLink: 'javascript:alert(1)' }, 'notHttps'],
    ['a link with a password', { helpLink: 'https://ada:pw@intranet.example/' }, 'notHttps'],
    ['a setting that is none', { holdMinutes: 5 }, 'unknownSetting'],
  ])('names %s and goes on with the default', (_what, policy, reason) => {
    const { settings, ignored } = parseManaged({ ...policy, secretDescription: 'kept' });
    const [setting] = Object.keys(policy);
    expect(ignored).toEqual([{ setting, value: expect.any(String), reason }]);
    expect(settings.secretDescription).toBe('kept');
    const { vendorTenants, secretDescription, ...others } = settingsOf(settings, {});
    expect({ ...others }).toEqual({ ...defaultSettings });
    expect([undefined, []]).toContainEqual(vendorTenants);
  });

  it.each([undefined, null, 7, 'x', [], new Proxy({}, {})])('reads %s as no policy', (raw) => {
    expect(parseManaged(raw).settings).toEqual({});
  });

  it('takes a switch and a list of numbers as the Windows registry has them in Firefox', () => {
    const policy = { askMicrosoft: 0, reminderDays: ['90', '7'] };
    expect(parseManaged(policy)).toEqual({
      settings: { askMicrosoft: false, reminderDays: [90, 7] },
      ignored: [],
    });
  });

  it('keeps the consoles that are right beside one that is not, and lets none through where none is right', () => {
    const mixed = parseManaged({ vendorTenants: ['Acme.Kandji.io', 'nonsense'] });
    expect(mixed.settings).toEqual({ vendorTenants: ['acme.kandji.io'] });
    expect(mixed.ignored).toHaveLength(1);
    expect(parseManaged({ vendorTenants: ['nonsense'] }).settings).toEqual({ vendorTenants: [] });
    expect(parseManaged({ vendorTenants: [] }).settings).toEqual({});
  });

  it('never throws, and never loosens, whatever it is handed', () => {
    const own: OwnSettings = { holdMinutes: 30, portalButtons: 'duringJourney' };
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('vendorTenants', 'maxHoldMinutes', 'askMicrosoft', 'portalButtons', '__proto__'),
          fc.anything(),
        ),
        (raw) => {
          const { hold, portalButtons, vendorTenants } = settingsOf(parseManaged(raw).settings, own);
          expect(hold.mostMinutes).toBeLessThanOrEqual(60);
          expect(hold.minutes).toBeLessThanOrEqual(Math.min(30, hold.mostMinutes));
          expect(portalButtons).toBe('duringJourney');
          for (const host of vendorTenants ?? []) expect(host).toMatch(/\.(kandji\.io|iru\.com)$/);
        },
      ),
    );
  });
});

describe('the organisation’s settings and the admin’s own', () => {
  it.each([
    ['nothing set', {}, {}, { minutes: 10, mostMinutes: 60 }],
    [
      'the organisation’s maximum below the default',
      { maxHoldMinutes: 3 },
      {},
      { minutes: 3, mostMinutes: 3 },
    ],
    ['the organisation’s maximum above it', { maxHoldMinutes: 30 }, {}, { minutes: 10, mostMinutes: 30 }],
    ['the admin’s own', {}, { holdMinutes: 45 }, { minutes: 45, mostMinutes: 60 }],
    [
      'the admin’s own over the maximum',
      { maxHoldMinutes: 5 },
      { holdMinutes: 45 },
      { minutes: 5, mostMinutes: 5 },
    ],
    ['the admin’s own under it', { maxHoldMinutes: 30 }, { holdMinutes: 2 }, { minutes: 2, mostMinutes: 30 }],
  ])('hold: %s', (_what, managed, own, hold) => {
    expect(settingsOf(managed, own).hold).toEqual(hold);
  });

  it.each([
    ['always', undefined, 'always'],
    ['always', 'duringJourney', 'duringJourney'],
    ['duringJourney', 'always', 'duringJourney'],
    [undefined, undefined, 'always'],
  ] as const)('buttons: the organisation says %s, the admin %s: %s', (managed, own, inForce) => {
    const settings = settingsOf(managed ? { portalButtons: managed } : {}, own ? { portalButtons: own } : {});
    expect(settings.portalButtons).toBe(inForce);
  });

  it('reminders: the organisation’s are a default, most days first, each once', () => {
    expect(settingsOf({ reminderDays: [7, 90, 7] }, {}).reminderDays).toEqual([90, 7]);
    expect(settingsOf({ reminderDays: [90] }, { reminderDays: [1] }).reminderDays).toEqual([1]);
  });

  it('reads what lies in storage value by value', () => {
    expect(parseOwn({ holdMinutes: 'x', portalButtons: 'duringJourney', samlNoteRead: true })).toEqual({
      portalButtons: 'duringJourney',
      samlNoteRead: true,
    });
    expect(parseOwn('nonsense')).toEqual({});
  });
});
