/** How often everything is measured, each time with and without the extension in turn. */
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
