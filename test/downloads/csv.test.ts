import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datasets } from '../../schema/terms/datasets.ts'
import type { Serving } from '../../server/http/serve.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

afterAll(closeReaders)

describe.each(ENGINES)('downloads from %s', (engine) => {
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
  const get = (path: string, headers = {}) => fetch(`${serving.url}${path}`, { headers })

  it.each(Object.keys(datasets))(
    '%s.csv opens in Excel: BOM, CRLF, Chinese titles',
    async (name) => {
      const response = await get(`/data/${name}.csv`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const text = bytes.toString('utf8')
      const lines = text.split('\r\n')
      expect(lines[0]).toBe(
        `\uFEFF${datasets[name]?.columns.map((column) => column.term.zh).join(',')}`,
      )
      expect(text.replaceAll('\r\n', '')).not.toContain('\r')
      expect(lines.length).toBeGreaterThan(3)
      expect(lines.at(-1)).toBe('')
    },
  )

  it('say 演示数据 in every row of demonstration data', async () => {
    const lines = (await (await get('/data/stations.csv')).text()).trim().split('\r\n').slice(1)
    expect(lines.filter((line) => line.includes('示例') && !/,是,\d+$/.test(line))).toEqual([])
  })

  it('hold counts of people served by place and campaign only, and none below ten', async () => {
    const figures = await (await get('/data/campaign-figures.csv')).text()
    const served = figures.split('\r\n').filter((line) => line.includes('BENEFICIARY_PERSON_TIMES'))
    expect(served.length).toBeGreaterThan(0)
    const told = served.filter((line) => !/,服务人次,,人次,缺失,(?:不公布|未报|不适用),/.test(line))
    expect(told.filter((line) => !/,区域,[^,]+,[^,]+,服务人次,\d{2,},/.test(line))).toEqual([])
    expect((await (await get('/data/activities.csv')).text()).split('\r\n')[0]).not.toContain(
      '服务人次',
    )
  })

  it('defuse what a spreadsheet would run', async () => {
    const register =
      '站点编号,站点名称,站点类别,场所类型,所在区划\n441202-9001,"=HYPERLINK(""http://x.example"")",城乡社区,社区,441202\n'
    const { verdict, revision } = await receive(
      hub.store,
      { name: 'a.csv', bytes: Buffer.from(register) },
      { now: NOW, sample: true },
    )
    expect(verdict).toBe('ACCEPTED')
    const text = await (await get('/data/stations.csv')).text()
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"")"`)
    const before = await (await get(`/data/r${(revision ?? 1) - 1}/stations.csv`)).text()
    expect(before).not.toContain('441202-9001')
  })

  it('of one revision are the same bytes for ever, and say so', async () => {
    const once = await get('/data/r142/organizations.csv')
    expect(once.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await (await get('/data/r142/organizations.csv')).text()).toBe(await once.text())
    const etag = once.headers.get('etag') ?? ''
    expect((await get('/data/r142/organizations.csv', { 'if-none-match': etag })).status).toBe(304)
  })

  it.each(['/data/none.csv', '/data/r99999/stations.csv', '/data/r-1/stations.csv'])(
    'there is no %s, and that is said in JSON',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
    },
  )
})
