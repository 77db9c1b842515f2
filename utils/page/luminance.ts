/** Relative luminance of a computed colour, 0–1, or `undefined` where it lets what is behind it through. */
export function luminanceOf(color: string): number | undefined {
  const numbers = color.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  const scale = color.startsWith('rgb') ? 255 : 1;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale;
}
