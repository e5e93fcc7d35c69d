/** The atlas over HTTP: facts about bodies in general, nothing of a patient, so nothing for the audit trail. */
import { ok } from '@unknot/care/kernel'
import { atlasRoutes } from '@unknot/wire/atlas'
import { type App, serve } from '../kernel/index.ts'
import { presentAtlas } from './atlas.presenter.ts'
import { atlasPages } from './pages.routes.ts'

export function atlasRoom(app: App): void {
  atlasPages(app)
  serve(app, atlasRoutes.listMuscles, async () => ok(presentAtlas()))
}
