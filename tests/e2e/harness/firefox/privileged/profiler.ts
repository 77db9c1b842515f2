/** Runs in Firefox's own window: the browser's own profiler, and what of its samples belongs to some scripts. */
import type { Base } from './base';
import type { Gecko } from './gecko';

export interface OwnTime {
  /** Milliseconds in which a function of these scripts was on a stack, what it called of the browser included. */
  readonly total: number;
  /** The longest stretch of them without a pause. */
  readonly longest: number;
  /** How many samples that were. */
  readonly samples: number;
}

/** As far as it is read: https://github.com/firefox-devtools/profiler/blob/main/docs-developer/gecko-profile-format.md */
interface Profile {
  readonly threads: readonly Thread[];
  readonly processes: readonly Profile[];
}
interface Thread {
  readonly name: string;
  readonly stringTable: readonly string[];
  readonly frameTable: Table;
  readonly stackTable: Table;
  readonly samples: Table;
}
interface Table {
  readonly schema: Readonly<Record<string, number>>;
  readonly data: readonly (readonly (number | null)[])[];
}

export function profiler(_courier: Base, { Services }: Gecko) {
  const ENTRIES = 16_000_000;
  /** Milliseconds without a sample of theirs after which another stretch begins. */
  const PAUSE_MS = 2;

  const cell = ({ schema, data }: Table, row: number, column: string) =>
    data[row]?.[schema[column] ?? -1] ?? null;

  const ownIn = (thread: Thread, isOwn: (location: string) => boolean): OwnTime => {
    const known = new Map<number, boolean>();
    const ownStack = (stack: number | null): boolean => {
      if (stack === null) return false;
      let answer = known.get(stack);
      if (answer === undefined) {
        const frame = cell(thread.stackTable, stack, 'frame') ?? -1;
        const location = thread.stringTable[cell(thread.frameTable, frame, 'location') ?? -1] ?? '';
        answer = isOwn(location) || ownStack(cell(thread.stackTable, stack, 'prefix'));
        known.set(stack, answer);
      }
      return answer;
    };
    let [total, longest, stretch, since, samples] = [0, 0, 0, 0, 0];
    const { data } = thread.samples;
    for (let row = 0; row + 1 < data.length; row += 1) {
      const time = (cell(thread.samples, row + 1, 'time') ?? 0) - (cell(thread.samples, row, 'time') ?? 0);
      if (ownStack(cell(thread.samples, row, 'stack'))) {
        samples += 1;
        total += time;
        stretch += time;
        longest = Math.max(longest, stretch);
        since = 0;
      } else {
        since += time;
        if (since > PAUSE_MS) stretch = 0;
      }
    }
    return { total, longest, samples };
  };

  return {
    /** @param interval milliseconds between two samples of every process's main thread */
    startProfiler: (interval: number): Promise<void> =>
      Services.profiler.StartProfiler(ENTRIES, interval, ['js'], ['GeckoMain']),

    /** @param pattern of the addresses of the scripts that are asked about */
    async stopProfiler(pattern: string): Promise<OwnTime> {
      await Services.profiler.Pause();
      const profile = (await Services.profiler.getProfileDataAsync()) as Profile;
      await Services.profiler.StopProfiler();
      const own = new RegExp(pattern);
      const isOwn = (location: string) => own.test(location);
      const threads = [profile, ...profile.processes].flatMap((process) => process.threads);
      const times = threads.map((thread) => ownIn(thread, isOwn));
      return {
        total: times.reduce((sum, { total }) => sum + total, 0),
        longest: Math.max(...times.map(({ longest }) => longest)),
        samples: times.reduce((sum, { samples }) => sum + samples, 0),
      };
    },
  };
}
