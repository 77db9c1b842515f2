/** What the settings say: the admin's own, those of the organisation, and what of its policy does not count. */
import type { FillAnswer } from '../messages/protocol';
import type { Ignored, IgnoredReason, ManagedKey } from '../settings/managed';
import { commas, count, say, texts } from './messages';

export const settingsTexts = texts('settings', {
  portal: texts('settings.portal'),
  hold: texts('settings.hold'),
  reminders: texts('settings.reminders'),
  managed: texts('settings.managed'),
  ignored: texts('settings.ignored'),
  blocked: texts('settings.blocked'),
});

/** A console that the organisation has not pinned. */
export const notAllowedWords = ({ host, allowed }: Extract<FillAnswer, { kind: 'notAllowed' }>): string =>
  allowed.length === 0
    ? say('settings.notAllowed.none', { host })
    : say('settings.notAllowed.others', { host, allowed: commas(allowed) });

export const blockedWords = (vendor: string) => say('settings.blocked.text', { vendor });

/** The most a secret value may be held, by the organisation's word or ours. */
export const mostMinutesWords = (minutes: number) => count('settings.hold.most', minutes);
export const minutesWords = (minutes: number) => count('settings.hold.minutes', minutes);

/** `60 days before`, `On the day`. */
export const reminderDayWords = (days: number) =>
  days === 0 ? say('settings.reminders.onTheDay') : count('settings.reminders.before', days);

/** One line of what the organisation has set: the setting and its value in words. */
export function managedLine(key: ManagedKey, value: unknown): { name: string; value: string } {
  return { name: say(`settings.names.${key}`), value: valueWords(key, value) };
}

function valueWords(key: ManagedKey, value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? say('settings.values.nothing') : commas(value.map(String));
  }
  if (key === 'portalButtons' && (value === 'always' || value === 'duringJourney')) {
    return say(`settings.portal.${value}`);
  }
  if (typeof value === 'boolean') return say(value ? 'settings.values.on' : 'settings.values.off');
  return typeof value === 'number' ? minutesWords(value) : String(value);
}

const reasons: Readonly<Record<IgnoredReason, () => string>> = {
  wrongType: () => say('settings.ignored.wrongType'),
  outOfRange: () => say('settings.ignored.outOfRange'),
  notAConsole: () => say('settings.ignored.notAConsole'),
  notHttps: () => say('settings.ignored.notHttps'),
  unknownSetting: () => say('settings.ignored.unknownSetting'),
};

/** Which value of the policy does not count, and why. */
export const ignoredWords = ({ setting, value, reason }: Ignored): string =>
  say('settings.ignored.line', { setting, value, reason: reasons[reason]() });
