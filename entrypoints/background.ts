import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { watchBadge } from '../utils/background/badge';
import { captureHandlers } from '../utils/background/capture-handlers';
import { watchCommands } from '../utils/background/commands';
import { watchControls } from '../utils/background/controls';
import { fillHandlers } from '../utils/background/fill-handlers';
import { forFrames, frameHandlers } from '../utils/background/frame-routes';
import { microsoftHandlers, watchMicrosoft } from '../utils/background/microsoft-handlers';
import { moveHandlers } from '../utils/background/move';
import { partHandlers } from '../utils/background/part-handlers';
import { registrationHandlers } from '../utils/background/registration-handlers';
import { reminderHandlers } from '../utils/background/reminder-handlers';
import { watchReminders } from '../utils/background/reminders';
import { renewalHandlers } from '../utils/background/renewal-handlers';
import { reportHandlers } from '../utils/background/report-handlers';
import { settingsHandlers, watchManaged } from '../utils/background/settings';
import { signinHandlers, watchTestWindow } from '../utils/background/signin-handlers';
import { vendorHandlers } from '../utils/background/vendor-handlers';
import { viewHandlers } from '../utils/background/view-handlers';
import { watchHold } from '../utils/background/watch-hold';
import { watchInstall } from '../utils/background/welcome';
import { shareRecords } from '../utils/handoff/connection-records';
import { openDoor } from '../utils/messages/door';

export default defineBackground(() => {
  const handlers = {
    ...captureHandlers,
    ...frameHandlers,
    ...reportHandlers,
    ...fillHandlers,
    ...vendorHandlers,
    ...signinHandlers,
    ...viewHandlers,
    ...reminderHandlers,
    ...registrationHandlers,
    ...microsoftHandlers,
    ...renewalHandlers,
    ...moveHandlers,
    ...partHandlers,
    ...settingsHandlers,
  };
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  shareRecords();
  openDoor({ ...handlers, ...forFrames(handlers) }, self);
  watchCommands();
  watchTestWindow();
  watchHold(!import.meta.env.FIREFOX);
  watchManaged();
  watchControls();
  watchBadge();
  watchReminders();
  watchMicrosoft();
  watchInstall();
});
