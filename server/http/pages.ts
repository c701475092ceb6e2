import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { LRUCache } from 'lru-cache'
import { newestRevision } from '../records/revision.ts'
import type { GraphDoor } from './graphql.ts'
import type { Hub } from './hub.ts'

const BUILT = new URL('../../dist/portal/', import.meta.url)
const CACHED_BYTES = 64 * 1024 * 1024

type AstroHandler = (
  request: Request,
  response: Response,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>

interface KeptPage {
  readonly type: string
  readonly body: Buffer
  readonly etag: string
  /** When what it shows of the present moment changes (ms); never, for most pages. */
  readonly until: number
}

/** The portal: its built files, and its pages on demand, each kept until the next revision. */
export async function pages(hub: Hub, graph: GraphDoor): Promise<Router> {
  const router = Router()
  const entry = fileURLToPath(new URL('server/entry.mjs', BUILT))
  if (!existsSync(entry)) return router
  const { handler } = (await import(entry)) as { handler: AstroHandler }
  const client = fileURLToPath(new URL('client/', BUILT))
  const assets = express.static(`${client}_astro`, { immutable: true, maxAge: '1y', index: false })
  router.use('/_astro', assets)
  router.use(express.static(client, { index: false, maxAge: '1h', redirect: false }))

  const kept = new LRUCache<string, KeptPage>({
    maxSize: CACHED_BYTES,
    sizeCalculation: (page) => page.body.length + 200,
  })
  router.use(async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const { number: revision, hash } = await newestRevision(hub.store.read)
    const origin = hub.originOf(request)
    const key = `${hash} ${origin} ${request.url}`
    const fresh = /no-cache/.test(request.headers['cache-control'] ?? '')
    const page = fresh ? undefined : kept.get(key)
    const now = hub.clock()
    if (page !== undefined && now.getTime() < page.until) return sendPage(request, response, page)

    let until = Number.POSITIVE_INFINITY
    let secret = false
    const locals = {
      now,
      // What shows an open state expires at its next change.
      expire: (moment: string | Date | null) => {
        if (moment !== null) until = Math.min(until, new Date(moment).getTime())
      },
      // What was made for one person alone is kept nowhere, neither here nor on the way.
      private: () => {
        secret = true
        response.setHeader('Cache-Control', 'no-store')
      },
      graphql: (query: string, variables?: object) => graph.ask(query, variables, origin),
      origin,
      hubKind: hub.kind,
      tiles: hub.tiles,
      revision,
    }
    const keep = (body: Buffer) => {
      const type = String(response.getHeader('content-type') ?? '')
      if (secret || response.statusCode !== 200 || !type.startsWith('text/html')) return undefined
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
      kept.set(key, { type, body, etag, until })
      return etag
    }
    await render(handler, request, response, next, locals, keep)
  })
  return router
}

/** Lets Astro answer, holds its head and body back to the end, keeps the page where it may be kept. */
async function render(
  handler: AstroHandler,
  request: Request,
  response: Response,
  next: NextFunction,
  locals: object,
  keep: (body: Buffer) => string | undefined,
): Promise<void> {
  const parts: Buffer[] = []
  const { write, writeHead, end } = response
  const letGo = () => Object.assign(response, { write, writeHead, end })
  const add = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk))
    return true
  }
  Object.assign(response, {
    write: add,
    writeHead: (status: number, headers: Record<string, string> = {}) => {
      response.statusCode = status
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      return response
    },
    end: (chunk?: unknown) => {
      add(chunk)
      letGo()
      const body = Buffer.concat(parts)
      const etag = keep(body)
      if (etag !== undefined) {
        pageHeaders(response, etag)
        if (request.headers['if-none-match'] === etag) return response.status(304).end()
      }
      return request.method === 'HEAD' ? response.end() : response.end(body)
    },
  })
  const passOn = (error?: unknown) => {
    letGo()
    next(error)
  }
  await handler(request, response, passOn, locals)
}

function sendPage(request: Request, response: Response, page: KeptPage): void {
  pageHeaders(response, page.etag)
  response.setHeader('Content-Type', page.type)
  if (request.headers['if-none-match'] === page.etag) return void response.status(304).end()
  response.status(200)
  if (request.method === 'HEAD') response.end()
  else response.end(page.body)
}

function pageHeaders(response: Response, etag: string): void {
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
}
