/** What is said around a page report. */

export const reportWords = {
  heading: 'A page could not be read?',
  explain:
    'A page report helps to mend that. It holds the skeleton of the page: tags, roles, classes and known labels, and of ' +
    'every other text only its shape. No value, name, address or ID is in it. Nothing is sent: you copy it.',
  start: 'Report this page',
  started:
    'Go to the page and press the value that was not read, or Esc if there is none. Then open this again.',
  notHere:
    'This tab shows no page of the portal or of the vendor, or the browser keeps SSO Courier out of it. ' +
    'Nothing was reported. Open the page that was not read, and press again.',
  label: 'Page report',
  copy: 'Copy report',
  copied: 'Copied. Paste it into an issue of SSO Courier.',
  notCopied: 'The browser did not copy it. Select the text and copy it yourself.',
  discard: 'Discard',
  /** On the page. */
  point:
    'Press the value that SSO Courier did not read. The page does not get the press. Esc: there is none.',
  ready:
    'The page report is ready: open SSO Courier from the toolbar to look at it and copy it. It holds no values.',
  notKept: 'The browser did not keep the page report. Reload the page and try again.',
  dismiss: 'Dismiss',
} as const;
