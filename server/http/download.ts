import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import { LANGS, type Lang } from '../../schema/terms/term.ts'
import { findTable } from '../downloads/shelf.ts'
import type { Table } from '../downloads/table.ts'
import { writeCsv } from '../downloads/writers/csv.ts'
import { newestRevision } from '../records/revision.ts'
import type { Hub } from './hub.ts'
import { tableAsked } from './statistic.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const NEWEST = 'public, max-age=0, must-revalidate'

/** /data/stations.csv (newest) and /data/r12/stations.csv (the same bytes for ever). */
export function downloads(hub: Hub): Router {
  const router = Router()
  router.get('/data/r:revision/statistics.csv', (request, response) =>
    sendTable(hub, request, response, tableAsked(request), 'statistics'),
  )
  router.get('/data/r:revision/:dataset.csv', (request, response) => send(hub, request, response))
  router.get('/data/:dataset.csv', (request, response) => send(hub, request, response))
  return router
}

async function send(hub: Hub, request: Request, response: Response): Promise<void> {
  const { dataset } = request.params as { dataset: string }
  await sendTable(hub, request, response, findTable(dataset), dataset)
}

async function sendTable(
  hub: Hub,
  request: Request,
  response: Response,
  table: Table | undefined,
  dataset: string,
): Promise<void> {
  const { revision } = request.params as { revision?: string }
  const { number: newest, hash } = await newestRevision(hub.store.read)
  const at = revision === undefined ? newest : Number(revision)
  if (table === undefined || !Number.isInteger(at) || at < 0 || at > newest) {
    const message = `There is no such download: '${request.path}'. The list is at /zh/data.`
    return void response
      .status(404)
      .json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
  }
  const lang = languageOf(request)
  const etag = `"${createHash('sha256').update(`${hash} ${at} ${dataset} ${lang} ${request.url}`).digest('hex').slice(0, 32)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', revision === undefined ? NEWEST : FOR_EVER)
  if (request.headers['if-none-match'] === etag) return void response.status(304).end()
  response.setHeader('Content-Type', 'text/csv; charset=utf-8; header=present')
  const name = `linzhan-${dataset}-r${at}.csv`
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  if (request.method === 'HEAD') return void response.end()
  await pipeline(Readable.from(writeCsv(table, hub.store.read, at, lang)), response)
}

function languageOf(request: Request): Lang {
  return LANGS.find((lang) => lang === request.query.lang) ?? 'zh'
}
