/** 32 bits of a text (FNV-1a): enough to see that it has changed, not enough to tell what it was. */
export function traceOf(text: string): number {
  let trace = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    trace = Math.imul(trace ^ text.charCodeAt(index), 0x01000193);
  }
  return trace;
}
