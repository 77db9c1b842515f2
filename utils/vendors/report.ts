/** A page report in a vendor console: the labels that stay are the profile's. */
import type { ReportFrom } from '../page/take-report';
import type { VendorProfile } from './profile';

/** Every word that the profile knows of the console's forms and controls. */
function labelsOf({ fields, console: { words } }: VendorProfile): Set<string> {
  const texts = [
    ...Object.values(fields).flatMap(({ labels }) => labels),
    ...Object.values(words).flatMap((each) =>
      each.flatMap((word) => (typeof word === 'string' ? word : word.words)),
    ),
  ];
  return new Set(texts.map((text) => text.toLowerCase()));
}

/** For a console of this vendor. */
export function consoleReport(vendor: VendorProfile): ReportFrom {
  const labels = labelsOf(vendor);
  return {
    isLabel: (text) => labels.has(text.toLowerCase()),
    where: async () => ({ page: `console of ${vendor.name}` }),
  };
}
