/** Every guard, by what it guards. */
import { input } from './input';
import { lifetime } from './lifetime';
import { moment } from './moment';
import type { Mutant } from './mutant';
import { network } from './network';
import { places } from './places';
import { presses } from './presses';
import { senders } from './senders';

export type { Mutant };

export const mutants: readonly Mutant[] = [
  ...senders,
  ...places,
  ...lifetime,
  ...presses,
  ...input,
  ...network,
  ...moment,
];
