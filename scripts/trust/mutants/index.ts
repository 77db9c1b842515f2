/** Every guard, by what it guards. */
import { cancelled } from './cancelled';
import { forms } from './forms';
import { input } from './input';
import { lifetime } from './lifetime';
import { moment } from './moment';
import type { Mutant } from './mutant';
import { network } from './network';
import { places } from './places';
import { presses } from './presses';
import { senders } from './senders';
import { settings } from './settings';

export type { Mutant };

export const mutants: readonly Mutant[] = [
  ...senders,
  ...places,
  ...forms,
  ...lifetime,
  ...presses,
  ...input,
  ...network,
  ...cancelled,
  ...settings,
  ...moment,
];
