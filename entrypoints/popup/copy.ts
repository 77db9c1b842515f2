import type { Copy } from '../../components/ask';

/** Browsers take a text only shortly after a press, and in the page that has the focus: no permission is needed then. */
export const copy: Copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
