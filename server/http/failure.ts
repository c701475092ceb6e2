import type { ErrorRequestHandler, RequestHandler } from 'express'
import { HubError } from '../errors.ts'
import type { Hub } from './hub.ts'

/** What the caller can mend. */
const REFUSED = new Set(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX'])

/** What nobody answered: a page for people was Astro's affair, so this is for programs. */
export const notFound: RequestHandler = (request, response) => {
  const message = `There is nothing at '${request.path}'.`
  response.status(404).json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
}

const TRANSPORT: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', 'The body of the request could not be read as JSON.'],
  413: ['PAYLOAD_TOO_LARGE', 'The request is too large.'],
  415: ['BAD_REQUEST', 'The encoding of the request is not supported: send UTF-8.'],
}

/** Errors of the transport as JSON; unexpected ones are reported whole and shown as one plain sentence. */
export function failures(hub: Hub): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof HubError && REFUSED.has(error.code)) {
      const { message, code } = error
      return void response.status(400).json({ errors: [{ message, extensions: { code } }] })
    }
    const status = Number((error as { status?: number }).status ?? 500)
    const known = TRANSPORT[status]
    if (known === undefined) hub.report(error)
    const [code, message] = known ?? [
      'INTERNAL_SERVER_ERROR',
      'Something went wrong inside the hub.',
    ]
    const answer = { errors: [{ message, extensions: { code } }] }
    response.status(known === undefined ? 500 : status).json(answer)
  }
}
