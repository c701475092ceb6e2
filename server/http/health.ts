import { Router } from 'express'
import { newestRevision } from '../records/revision.ts'
import type { Hub } from './hub.ts'

/** /livez: the process answers. /readyz: it can read its database and is not shutting down. */
export function health(hub: Hub, isClosing: () => boolean): Router {
  const router = Router()
  router.get('/livez', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    if (isClosing()) return void response.status(503).json({ status: 'closing' })
    try {
      const { number } = await newestRevision(hub.store.read)
      response.json({ status: 'ok', revision: number })
    } catch (error) {
      hub.report(error)
      response.status(503).json({ status: 'unavailable' })
    }
  })
  return router
}
