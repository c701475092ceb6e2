import { createHash, randomBytes } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { LRUCache } from 'lru-cache'
import { reportTopics } from '../../schema/terms/submission.ts'
import { shanghaiDate } from '../clock.ts'
import { HubError } from '../errors.ts'
import { lockedSaysSo } from '../intake/receive.ts'
import { getByIds } from '../records/asof.ts'
import { openLedger } from '../records/ledger.ts'
import { takeReport } from '../records/report.ts'
import { newestRevision } from '../records/revision.ts'
import type { Hub } from './hub.ts'

const HOUR = 3_600_000
const MOST_FROM_ONE = 10 // an hour, from one address
const MOST_A_DAY = 50 // of one thing about one station: more say no more

/**
 * POST /reports: a citizen says that what stands on a station's page is right, or what of it is not. No
 * account, no free text, nothing kept about the sender; a plain form of the portal sends it.
 */
export function reports(hub: Hub): Router {
  const router = Router()
  const heard = new LRUCache<string, number>({ max: 10_000, ttl: HOUR })
  const secret = randomBytes(16)
  const isTooMany = (request: Request) => {
    const sender = createHash('sha256')
      .update(secret)
      .update(request.ip ?? '')
      .digest('hex')
    const before = heard.get(sender) ?? 0
    heard.set(sender, before + 1, { noUpdateTTL: true })
    return before >= MOST_FROM_ONE
  }
  router.post(
    '/reports',
    express.urlencoded({ extended: false, limit: '2kb' }),
    (request, response) =>
      isTooMany(request)
        ? void response
            .status(429)
            .setHeader('Retry-After', '3600')
            .type('text/plain')
            .send(TOO_MANY)
        : take(hub, request, response),
  )
  return router
}

const TOO_MANY =
  '刚才收到的太多了，请过一小时再试。Too many at once: please try again in an hour.\n'
const BUSY =
  '正在录入数据，请稍候再提交一次。Data is being entered: please send it again shortly.\n'
const ELSEWHERE = '请在本站的页面上提交。Please send it from a page of this site.\n'
const UNKNOWN =
  '没有这个站点，或没有这一项。There is no such station, or no such thing to report.\n'

async function take(hub: Hub, request: Request, response: Response): Promise<void> {
  const refuse = (status: number, text: string) =>
    void response.status(status).type('text/plain').send(text)
  if (!isFromHere(request)) return refuse(403, ELSEWHERE)
  const { station: id, topic, lang } = (request.body ?? {}) as Record<string, unknown>
  const station = String(id ?? '')
  const { number: at } = await newestRevision(hub.store.read)
  const [known] = await getByIds(hub.store.read, 'station', [station], at)
  if (known === undefined || typeof topic !== 'string' || !Object.hasOwn(reportTopics, topic)) {
    return refuse(400, UNKNOWN)
  }
  const now = hub.clock()
  const said = { station, topic, day: shanghaiDate(now) }
  try {
    await lockedSaysSo(() =>
      hub.store.write.transaction().execute(async (trx) => {
        await openLedger(trx, now.toISOString()) // takes its turn among the writers; no revision comes of it
        await takeReport(trx, said, MOST_A_DAY)
      }),
    )
  } catch (error) {
    if (!(error instanceof HubError && error.code === 'LOCKED')) throw error
    response.setHeader('Retry-After', '10')
    return refuse(503, BUSY)
  }
  const face = lang === 'en' ? 'en' : 'zh'
  response.redirect(303, `/${face}/stations/${station.replace('station:', '')}?told=1#tell`)
}

/** A form of another site could make people say what they do not mean. */
function isFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = request.get('origin')
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === request.get('host')
}
