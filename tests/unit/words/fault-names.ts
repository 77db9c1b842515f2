import type { DropReason } from '../../../utils/messages/protocol';

/** Every fault of the background, by name. The compiler asks for the missing one. */
export const faultNames: Readonly<Record<DropReason | 'unreachable', true>> = {
  unreachable: true,
  notAMessage: true,
  unknownType: true,
  unknownSender: true,
  wrongSender: true,
  malformed: true,
  failed: true,
  memoryRefused: true,
  memoryMissing: true,
  diskRefused: true,
};
