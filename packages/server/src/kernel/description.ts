/** The description of the API. */
import type { App } from './app.ts'

export function serveDescription(_app: App): void {}
