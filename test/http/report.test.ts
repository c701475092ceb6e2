import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { decide } from '../../server/intake/decide.ts'
import { readDesk } from '../../server/records/desk.ts'
import { openLedger } from '../../server/records/ledger.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { openStore } from '../../server/store/open.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const STATION = 'station:441202-0001'

describe.each(ENGINES)('What a citizen says of a station, on %s', (engine) => {
  let hub: TestHub
  let serving: Serving
  beforeAll(async () => {
    hub = await fedHub(engine)
    serving = await serveStore(hub.store)
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
  })

  const tell = (body: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${serving.url}/reports`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers,
      redirect: 'manual',
    })
  const told = async () => {
    const { number } = await newestRevision(hub.store.read)
    const items = await readDesk(hub.store.read, number)
    return items.filter(({ kind }) => kind === 'REPORT')
  }

  it('is counted for the desk, answered with thanks, and raises no revision', async () => {
    const { number } = await newestRevision(hub.store.read)
    for (const topic of ['HOURS', 'HOURS', 'RIGHT']) {
      const { status, headers } = await tell({ station: STATION, topic, lang: 'zh' })
      expect([status, headers.get('location')]).toEqual([
        303,
        '/zh/stations/441202-0001?told=1#tell',
      ])
    }
    const items = await told()
    expect(items.map(({ message }) => message.zh)).toEqual([
      'station:441202-0001：2次反映“开放时间不对”（最近2026-11-22），1次反映信息正确'.replace(
        '2026-11-22',
        NOW.slice(0, 10),
      ),
    ])
    expect((await newestRevision(hub.store.read)).number).toBe(number)
    const page = await (await fetch(`${serving.url}/zh/stations/441202-0001?told=1`)).text()
    expect(page).toContain('谢谢，已转给管理单位核实。')
  })

  it('is asked for again while an import is being entered, and nothing breaks', async () => {
    const importer = await openStore(hub.url)
    await importer.write.transaction().execute(async (trx) => {
      await openLedger(trx, NOW)
      const answer = await tell({ station: STATION, topic: 'RIGHT', lang: 'zh' })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
      expect(await answer.text()).toContain('请稍候再提交一次')
    })
    await importer.close()
  })

  it('is settled with a reason, and comes back when somebody says it again', async () => {
    const [item] = await told()
    const verdict = { outcome: 'ACCEPT', reason: '已请站点更正', now: NOW, actor: '办' } as const
    await decide(hub.store, null, item?.id ?? '', verdict)
    expect(await told()).toEqual([])
    await tell({ station: STATION, topic: 'HOURS' })
    expect((await told()).map(({ id }) => id)).toEqual([item?.id])
  })

  it('must be of a station that is there, of this site, and not too often', async () => {
    expect((await tell({ station: 'station:none', topic: 'HOURS' })).status).toBe(400)
    expect((await tell({ station: STATION, topic: 'constructor' })).status).toBe(400)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect((await tell({ station: STATION, topic: 'HOURS' }, foreign)).status).toBe(403)
    const sandboxed = await tell({ station: STATION, topic: 'HOURS' }, { origin: 'null' })
    expect(sandboxed.status).toBe(403)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => tell({ station: STATION, topic: 'PHONE' })),
    )
    expect(answers.at(-1)?.status).toBe(429)
  })

  it('is counted by who sends it, behind a proxy that the hub is told of', async () => {
    const believing = await serveStore(hub.store, 'demo', [], null, { trustProxy: '1' })
    const from = async (address: string) => {
      const { status } = await fetch(`${believing.url}/reports`, {
        method: 'POST',
        body: new URLSearchParams({ station: STATION, topic: 'CLOSED' }),
        headers: { 'x-forwarded-for': address },
        redirect: 'manual',
      })
      return status
    }
    for (let i = 0; i < 10; i++) expect(await from('203.0.113.7')).toBe(303)
    expect([await from('203.0.113.7'), await from('203.0.113.8')]).toEqual([429, 303])
    await believing.stop()
    const spoofed = await tell({ station: STATION, topic: 'CLOSED' }, { 'x-forwarded-for': '::9' })
    expect(spoofed.status).toBe(429)
  })

  it('leaves nothing about the sender', async () => {
    const rows = await hub.store.read.selectFrom('report').selectAll().execute()
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'count',
      'day',
      'number',
      'station',
      'topic',
    ])
  })
})
