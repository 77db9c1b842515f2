/** What a build is made from, besides the packages: files and folders at the root. */
export const EXTENSION_SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'locales',
  'public',
  'wxt.config.ts',
] as const;
