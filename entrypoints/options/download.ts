import type { Download } from '../../components/reminders/file-bar';

/** Long enough for the browser to have taken the file; until then the address has to live. */
const REVOKE_AFTER_MS = 60_000;

/** A link to the file's content, pressed: needs neither the `downloads` permission nor a network destination. */
export const download: Download = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
};
