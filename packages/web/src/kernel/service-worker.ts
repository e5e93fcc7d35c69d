/**
 * The service worker: the clinic app opens without a network. Its script, styles, fonts and the atlas, which is part of the
 * script, are kept whole for each version; a page is asked of the server first, and shown from here when nobody answers.
 *
 * Answers of the API are never kept here: they belong to a patient, and stand sealed in the vault's own store.
 */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: { readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[] }

/** A line that hangs is as good as none: nobody waits longer for a page that is here. */
const ANSWER_WITHIN_MS = 3000

precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
      } catch {
        return (await matchPrecache('/index.html')) ?? Response.error()
      }
    },
    { denylist: [/^\/api\//] },
  ),
)
