/** What the page is told with the document: the world's portal options, which the address may override for a look around. */
import type { PortalOptions, SecretColumn, World } from '../world';
import type { PortalSettings } from './contract';
import { type Language, languageOf } from './labels';
import { portalDirectory, portalUser } from './model';

const columns: readonly SecretColumn[] = ['description', 'expires', 'value', 'secretId'];

/**
 * `?l=` chooses the language as in the real portal. The lab's own parameters carry the names of {@link PortalOptions}:
 * `?rendering=fluent&theme=dark&registerForm=radio&secretColumns=secretId,value,description,expires&rebuildEveryMs=200&…`
 */
export function settingsFor(world: World, url: URL): PortalSettings {
  const directory = portalDirectory(world);
  const user = portalUser(world);
  const language = languageOf(url.searchParams.get('l') ?? world.portal.language);
  const options = optionsFor(world.portal, url.searchParams);
  const isGlobalCloud = /\.com$/.test(url.hostname);
  return {
    options: isGlobalCloud ? options : { ...options, rendering: 'knockout' },
    language: language.tag,
    formatLanguage: language.format,
    labels: language.labels,
    shell: /(^|\.)entra\./.test(url.hostname) ? 'entra' : 'azure',
    directory: { tenantId: directory.tenantId, name: directory.name, domain: directory.domain },
    user: { upn: user.upn, displayName: user.displayName },
    reactFrame: isGlobalCloud ? reactFrame(url.origin, language) : null,
  };
}

/** A frame learns from its address whom to trust, and nothing of the route (facts/entra.md §1.4, the frame tag seen). */
function reactFrame(shellOrigin: string, language: Language): string {
  const query = new URLSearchParams({
    l: `${language.tag}.${language.format}`.toLowerCase(),
    trustedAuthority: shellOrigin,
  });
  return `https://sandbox-1.reactblade.portal.azure.net/React/Index?${query}`;
}

function optionsFor(world: PortalOptions, query: URLSearchParams): PortalOptions {
  return {
    ...world,
    rendering: oneOf(query.get('rendering'), ['knockout', 'fluent']) ?? world.rendering,
    essentials: oneOf(query.get('essentials'), ['items', 'propertyFields', 'inputs']) ?? world.essentials,
    rebuildEveryMs: milliseconds(query.get('rebuildEveryMs')) ?? world.rebuildEveryMs,
    renderDelayMs: milliseconds(query.get('renderDelayMs')) ?? world.renderDelayMs,
    theme: oneOf(query.get('theme'), ['light', 'dark']) ?? world.theme,
    copyMake: oneOf(query.get('copyMake'), ['asyncClipboard', 'execCommand']) ?? world.copyMake,
    registerForm: oneOf(query.get('registerForm'), ['dropdown', 'radio']) ?? world.registerForm,
    secretColumns: permutation(query.get('secretColumns')) ?? world.secretColumns,
  };
}

function milliseconds(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

function oneOf<const T extends string>(text: string | null, values: readonly T[]): T | undefined {
  return values.find((value) => value === text);
}

function permutation(text: string | null): SecretColumn[] | undefined {
  const order = text?.split(',').map((name) => columns.find((column) => column === name)) ?? [];
  const known = order.filter((column) => column !== undefined);
  return columns.every((column) => known.includes(column)) && known.length === columns.length
    ? known
    : undefined;
}
