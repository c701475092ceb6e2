import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorFields } from '../../schema/terms/fields.ts'
import { registerBook } from '../../server/demonstration/register.ts'
import { receive, withdraw } from '../../server/intake/receive.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const FIGURE =
  'figure:INDICATOR_VALUE~indicator~ZJ16-12~region~440800~from~2017-01-01~to~2017-12-31'
const DAY = '2018-03-01T02:00:00.000Z'

/** The form of the indicators with one number, as an office sends it again. */
async function form(value: number): Promise<Buffer> {
  const header = Object.values(indicatorFields).map(({ zh }) => zh)
  const days = ['2017-01-01', '2017-12-31']
  const cells = ['ZJ16-12', '440800', ...days, null, null, value, '示例台账（演示）', null, null]
  return writeXlsx(registerBook('志愿服务指标报告表', '更正', header, [cells]))
}

describe.each(ENGINES)('a corrected number of an indicator on %s', (engine) => {
  let hub: TestHub
  let submission: string
  let before: number
  beforeAll(async () => {
    hub = await fedHub(engine)
    before = (await newestRevision(hub.store.read)).number
    const bytes = await form(94)
    const options = { receivedAt: DAY, now: NOW, sample: true }
    const { receipts } = await receive(hub.store, { name: 'indicators.xlsx', bytes }, options)
    submission = receipts[0]?.submission as string
  })
  afterAll(() => hub.close())

  const LOG = `query ($region: String, $figure: ID, $campaign: ID, $kind: CorrectionKind) {
    corrections(region: $region, figure: $figure, campaign: $campaign, kind: $kind) { totalCount nodes {
      before after kind reason revision { number } figure { id value unit about sample } } } }`
  const log = async (asked = {}) => (await ask(hub.store, LOG, asked)).corrections

  it('stands in the log with what it was, what it became, why and since when', async () => {
    const { nodes } = await log({ figure: FIGURE })
    expect(nodes).toEqual([
      {
        ...{ before: 96, after: 94, kind: 'CORRECTION', revision: { number: before + 1 } },
        reason: expect.stringContaining('指标报告表'),
        figure: {
          ...{ id: FIGURE, value: 94, unit: '个', sample: true },
          about: expect.stringContaining('志愿服务组织示范点，湛江市'),
        },
      },
    ])
  })

  it('is found by its region and those above it, and under no campaign and no further forms', async () => {
    expect((await log({ region: '440800' })).nodes[0]?.figure.id).toBe(FIGURE)
    expect((await log({ region: '440000' })).nodes[0]?.figure.id).toBe(FIGURE)
    expect((await log({ region: '440802' })).totalCount).toBe(0)
    expect((await log({ figure: FIGURE, kind: 'GROWTH' })).totalCount).toBe(0)
    expect((await log({ figure: FIGURE, campaign: 'campaign:ZQ-2019-MONTH' })).totalCount).toBe(0)
  })

  it('is unknown to the revision before it', async () => {
    const { at } = await ask(
      hub.store,
      `{ at(revision: ${before}) { corrections(figure: "${FIGURE}") { totalCount } } }`,
    )
    expect(at.corrections.totalCount).toBe(0)
  })

  it('stands on the page and in the feed, with its unit', async () => {
    const serving = await serveStore(hub.store)
    const text = async (path: string) => (await fetch(`${serving.url}${path}`)).text()
    const feed = await text(`/feeds/corrections.atom?figure=${encodeURIComponent(FIGURE)}`)
    expect(feed).toMatch(/〔演示数据〕指标值（志愿服务组织示范点，湛江市.*）：96个 → 94个/)
    const page = await text('/zh/corrections?region=440800')
    expect(page).toMatch(new RegExp(`96个[^]*94个[^]*第\\s?${before + 1}\\s?版`))
    await serving.stop()
  })

  it('taken back gives the earlier number again; nothing where none is left', async () => {
    await withdraw(hub.store, submission, NOW)
    const { nodes } = await log({ figure: FIGURE })
    expect(nodes.map((one: { before: number; after: number }) => [one.before, one.after])).toEqual([
      [94, 96],
      [96, 94],
    ])
  })
})
