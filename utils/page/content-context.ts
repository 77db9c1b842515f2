/**
 * What WXT hands to a content script, in the place of WXT's own class (`wxt.config.ts`). That one asks for `runtime.id` as it
 * starts, and tells older scripts in the page to stop. A browser makes its interfaces for a page when they are first asked
 * for, which is 2 of the 5 ms that a page of the portal without work for us was asked for (Chromium 156, 2026-11-30). And
 * there is no older script to stop: Chromium puts no new one into open pages after an update, and Firefox ends the old ones
 * itself. What Safari does is not known; an old script there falls silent with its next question (`ask.ts`).
 */
export class ContentScriptContext {}
