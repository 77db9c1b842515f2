/** Plain-text tables. */

/** Columns as wide as their widest cell; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  );
  const cell = (value: string | number, column: number) =>
    column === 0 ? String(value).padEnd(widths[column] ?? 0) : String(value).padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('   ')}`.trimEnd()).join('\n');
}

/** Two lists of lines beside each other, with headings. */
export function sideBySide(left: readonly string[], right: readonly string[]): string {
  const width = Math.max(...left.map((line) => line.length));
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) =>
    `  ${(left[row] ?? '').padEnd(width)}   ${right[row] ?? ''}`.trimEnd(),
  ).join('\n');
}
