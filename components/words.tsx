/** Text in which `**…**` stands for the name of a control, shown in bold. */
export function Words({ text }: { text: string }) {
  return text.split('**').map((part, index) =>
    // Odd parts stood between two marks. Position is identity here: the text is split anew each time.
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    index % 2 === 1 ? <b key={index}>{part}</b> : part,
  );
}
