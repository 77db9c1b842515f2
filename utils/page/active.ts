/**
 * Runs once the document is shown. Chromium may prerender a page (typed address, speculation rules), and the background
 * listens to active documents only.
 */
export function whenActive(document: Document, run: () => void): void {
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else {
    run();
  }
}
