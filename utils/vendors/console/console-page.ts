/** What the features of a vendor console share. */
import type { Ask } from '../../page/ask';
import type { FilledForm } from '../filled';
import type { VendorTenant } from '../registry';

export interface ConsolePage {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  readonly tenant: VendorTenant;
  readonly filled: FilledForm;
  readonly signal: AbortSignal;
  readonly ask: Ask;
}
