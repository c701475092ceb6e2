import express, { type Request, type Response, Router } from 'express'
import { HubError } from '../errors.ts'
import { decide, type Outcome } from '../intake/decide.ts'
import { readDesk } from '../records/desk.ts'
import { newestRevision } from '../records/revision.ts'
import { holderOf } from './bearer.ts'
import type { Hub } from './hub.ts'

/**
 * GET /desk gives what waits for a person, POST /desk/{item} settles it; both with a key of scope `admin`.
 * The body of a decision: `{ "outcome": "ACCEPT" | "REJECT" | "SAME_AS", "target"?, "reason" }`.
 */
export function desk(hub: Hub): Router {
  const router = Router()
  router.use('/desk', async (request, response, next) => {
    const holder = await holderOf(hub, request)
    response.setHeader('Cache-Control', 'no-store')
    if (holder === null) {
      response.setHeader('WWW-Authenticate', 'Bearer')
      return refuse(response, 401, 'UNAUTHENTICATED', 'A key is needed: Authorization: Bearer ….')
    }
    if (!holder.scopes.includes('admin')) {
      return refuse(response, 403, 'FORBIDDEN', 'The desk needs a key of scope admin.')
    }
    response.locals.holder = holder.holder
    next()
  })
  router.get('/desk', async (_request, response) => {
    const { number } = await newestRevision(hub.store.read)
    const items = await readDesk(hub.store.read, number)
    response.json({ revision: number, items })
  })
  router.post('/desk/:item', express.json({ limit: '16kb' }), (request, response) =>
    settle(hub, request, response),
  )
  return router
}

const OUTCOMES: ReadonlySet<string> = new Set(['ACCEPT', 'REJECT', 'SAME_AS'])

async function settle(hub: Hub, request: Request, response: Response): Promise<void> {
  const { outcome, target = null, reason = '' } = (request.body ?? {}) as Record<string, unknown>
  if (typeof outcome !== 'string' || !OUTCOMES.has(outcome)) {
    return refuse(response, 400, 'BAD_USER_INPUT', "'outcome' is ACCEPT, REJECT or SAME_AS.")
  }
  try {
    const revision = await decide(hub.store, hub.originals, String(request.params.item), {
      outcome: outcome as Outcome,
      target: typeof target === 'string' ? target : null,
      reason: String(reason),
      now: hub.clock().toISOString(),
      actor: String(response.locals.holder),
    })
    response.json({
      revision: revision.number,
      summary: { zh: revision.summaryZh, en: revision.summaryEn },
    })
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    const status = { BAD_USER_INPUT: 400, CONFLICT: 409, LOCKED: 503 }[error.code] ?? 500
    refuse(response, status, error.code, error.message)
  }
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] })
}
