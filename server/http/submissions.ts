import express, { type Request, type Response, Router } from 'express'
import { HubError } from '../errors.ts'
import { importAnswer } from '../intake/answer.ts'
import { differenceTo } from '../intake/difference.ts'
import { markedCopy } from '../intake/marking.ts'
import { type Received, receive } from '../intake/receive.ts'
import type { KeyHolder } from '../records/key.ts'
import { holderOf } from './bearer.ts'
import type { Hub } from './hub.ts'

const LARGEST = '62mb' // a Word form with its photos may be 60 MB

/**
 * PUT /submissions: one filed form a request, with a key of scope `submit`. The body is the file; its
 * name stands in `?name=`. `?check=1` judges and changes nothing, and says what would change;
 * `?check=marked` answers the file itself with its findings in the cells.
 */
export function submissions(hub: Hub): Router {
  const router = Router()
  router.put(
    '/submissions',
    async (request, response, next) => {
      const holder = await holderOf(hub, request)
      if (holder === null) return refuse(response, 401, 'UNAUTHENTICATED', KEY_NEEDED)
      if (!holder.scopes.some((scope) => scope === 'submit' || scope === 'admin')) {
        return refuse(response, 403, 'FORBIDDEN', 'This key may not submit.')
      }
      response.locals.holder = holder
      next()
    },
    express.raw({ type: () => true, limit: LARGEST }),
    (request, response) => file(hub, request, response),
  )
  router.all('/submissions', (_request, response) => {
    response.setHeader('Allow', 'PUT')
    refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Send a form with PUT, one file a request.')
  })
  return router
}

const KEY_NEEDED = 'A key is needed: Authorization: Bearer …. Ask the city office for one.'

async function file(hub: Hub, request: Request, response: Response): Promise<void> {
  const bytes: unknown = request.body
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    return refuse(response, 400, 'BAD_REQUEST', 'The body of the request must be the file.')
  }
  const name = String(request.query.name ?? 'form').slice(0, 255)
  const check = request.query.check
  const holder = response.locals.holder as KeyHolder
  const now = hub.clock().toISOString()
  const options = {
    now,
    holder,
    sample: hub.kind === 'demo',
    dryRun: check !== undefined,
    originals: hub.originals,
    awaiting: hub.approval,
  }
  response.setHeader('Cache-Control', 'no-store')
  try {
    const received = await receive(hub.store, { name, bytes }, options)
    if (check === 'marked') return marked(response, bytes, received)
    const answer = importAnswer([received])
    const differences =
      check === undefined
        ? {}
        : {
            differences: await Promise.all(
              received.forms.map((form) => differenceTo(hub.store.read, form)),
            ),
          }
    response.status(statusOf(received)).json({ ...answer, ...differences })
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'LOCKED') throw error
    response.setHeader('Retry-After', '2')
    refuse(response, 503, 'LOCKED', error.message)
  }
}

async function marked(response: Response, bytes: Buffer, received: Received): Promise<void> {
  const copy = await markedCopy(bytes, received)
  if (copy === null) {
    return refuse(response, 422, 'NOT_MARKED', 'Only xlsx and docx files can be marked.')
  }
  response.setHeader('Content-Type', 'application/octet-stream')
  response.end(copy)
}

/** 201 filed, 200 filed before or only checked, 422 a file that the hub cannot read. */
function statusOf({ verdict, alreadyFiled, number }: Received): number {
  if (verdict === 'REJECTED') return 422
  return alreadyFiled || number === null ? 200 : 201
}

function refuse(response: Response, status: number, code: string, message: string): void {
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
  response.status(status).json({ errors: [{ message, extensions: { code } }] })
}
