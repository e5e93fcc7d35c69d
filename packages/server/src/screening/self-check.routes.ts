/** The self-check as a public page: static, the same for everyone. No answer ever reaches the server, so there is none to guard. */
import { placeKey, placeOf, type Place } from '../education/index.ts'
import { type App, HTML_TYPE, pageKeeper, publicPage, sendKept } from '../kernel/index.ts'
import { selfCheckPage } from './self-check.page.ts'

export function selfCheckRoom(app: App): void {
  const page = pageKeeper((place: Place) => publicPage(selfCheckPage(place)))
  app.http.get('/self-check', async (request, reply) => {
    const place = await placeOf(app)
    return sendKept(request, reply.type(HTML_TYPE), page(placeKey(place), place))
  })
}
