import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { verifyHub } from '../../server/records/verify.ts'
import type { Store } from '../../server/store/open.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { stationRegister } from '../helpers/stations.ts'

afterAll(closeReaders)

const ROWS = 20_000

describe.each(ENGINES)('A register of 20,000 stations (%s)', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  /** Enters a file and counts the statements that it took. */
  async function enter(bytes: Buffer) {
    let statements = 0
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        statements += 1
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const store: Store = { ...hub.store, write: hub.store.write.withPlugin(counting) }
    const steps: string[] = []
    const received = await receive(
      store,
      { name: '登记册.csv', bytes },
      { now: NOW, sample: true, tell: (step, rows) => steps.push(`${step} ${rows}`) },
    )
    return { received, statements, steps }
  }

  const stations = () =>
    hub.store.read
      .selectFrom('station')
      .select(['id', 'nameZh', 'since'])
      .where('id', 'like', 'station:440802-1%')
      .where('until', 'is', null)
      .orderBy('id')
      .execute()

  it('is entered whole, with its count in place of its rows', async () => {
    const { received, statements, steps } = await enter(stationRegister(ROWS))
    expect(received.verdict).toBe('ACCEPTED')
    expect(received.forms[0]?.judged).toMatchObject({
      template: 'HUB-STATIONS',
      rows: [],
      counted: { rows: ROWS, held: 0 },
    })
    const all = await stations()
    expect([all.length, all[0]?.id, all.at(-1)?.id]).toEqual([
      ROWS,
      'station:440802-100000',
      'station:440802-119999',
    ])
    expect(steps.filter((step) => step.endsWith(' 20000'))).toEqual([
      'judged 20000',
      'noted 20000',
      'entered 20000',
    ])
    expect(statements).toBeLessThan((ROWS / 100) * 11) // of every hundred rows some ten
  })

  it('leaves a chain of revisions that verifies', async () => {
    expect(await verifyHub(hub.store.read)).toEqual([])
  })

  it('sent again with three rows changed is a revision of three changes', async () => {
    const before = await stations()
    const { received } = await enter(stationRegister(ROWS, new Set([7, 12_345, 19_999])))
    const revision = received.revision as number
    const changes = await hub.store.read
      .selectFrom('change')
      .select(['record', 'kind'])
      .where('revision', '=', revision)
      .where('type', '=', 'station')
      .orderBy('record')
      .execute()
    expect(changes).toEqual([
      { record: 'station:440802-100007', kind: 'CHANGED' },
      { record: 'station:440802-112345', kind: 'CHANGED' },
      { record: 'station:440802-119999', kind: 'CHANGED' },
    ])
    expect((await stations()).filter((one, i) => one.since !== before[i]?.since)).toHaveLength(3)
  })

  it('whose bytes came before is answered without being judged', async () => {
    const { received, statements, steps } = await enter(stationRegister(ROWS))
    expect(received).toMatchObject({ alreadyFiled: true, revision: null, verdict: 'ACCEPTED' })
    expect(received.forms[0]?.judged.template).toBe('HUB-STATIONS')
    expect(steps).toEqual([])
    expect(statements).toBeLessThan(20)
  })

  it('with every row wrong tells two hundred of them, and how many more there are', async () => {
    const bytes = Buffer.from(stationRegister(ROWS).toString().replaceAll(',440802,', ',某某县,'))
    const { received } = await enter(bytes)
    const findings = received.forms[0]?.judged.findings ?? []
    const regions = findings.filter((one) => one.code === 'E_REGION_UNKNOWN')
    expect([received.verdict, regions.length]).toEqual(['NEEDS_CORRECTION', 201])
    expect(regions[0]).toMatchObject({ cell: 'G2', field: 'region' })
    expect(regions.at(-1)?.message.zh).toBe('同类问题另有19800处，未逐一列出')
    expect(received.forms[0]?.judged.counted).toEqual({ rows: ROWS, held: ROWS })
    expect(received.forms[0]?.judged.nil).toBe(false)
  })
})
