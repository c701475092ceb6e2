import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilingTable } from '../../schema/tables/submission.ts'
import { checkFile } from '../../server/intake/check.ts'
import { knownWorld } from '../../server/intake/known.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { type Received, receive } from '../../server/intake/receive.ts'
import { reread } from '../../server/intake/reread.ts'
import { findClaimsOf } from '../../server/records/claim.ts'
import type { Filing } from '../../server/records/filing.ts'
import { closeLedger, openLedger } from '../../server/records/ledger.ts'
import { rejudgeFilings } from '../../server/records/rejudge.ts'
import { verifyHub } from '../../server/records/verify.ts'
import type { Store } from '../../server/store/open.ts'
import { openOriginals } from '../../server/store/originals.ts'
import { ask } from '../helpers/ask.ts'
import { filledForm, PERIODS, type Typed } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

afterAll(closeReaders)

const DUANZHOU = '共青团肇庆市端州区委员会'
const GAOYAO = '共青团肇庆市高要区委员会'
const rows: readonly Typed[] = [
  { name: '甲示例清洁家园（甲队）', personTimes: 41, hours: 82 },
  { name: '乙示例交通劝导（乙队）', personTimes: 33, hours: 66 },
]

describe.each(ENGINES)('A form held against the others on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const file = async (reporter: string, period: string, typed: readonly Typed[]) => {
    const bytes = await filledForm({ reporter, period, rows: typed })
    const options = { now: NOW, receivedAt: '2019-04-20T10:00:00+08:00', sample: true }
    return receive(hub.store, { name: '统计表.xlsx', bytes }, options)
  }
  const codes = (received: Received) =>
    received.forms[0]?.judged.findings
      .map((one) => one.code)
      .filter((code) => code === 'W_CUMULATIVE' || code === 'W_POSSIBLE_DUP')
  const activities = async (received: Received) => {
    const { submission } = await ask<{ submission: { findings: { code: string }[] } }>(
      hub.store,
      'query ($id: ID!) { submission(id: $id) { findings { code } } }',
      { id: received.receipts[0]?.submission },
    )
    return submission.findings.map((one) => one.code)
  }

  it('K06: rows of last week that come again are kept back, new ones are taken', async () => {
    await file(DUANZHOU, PERIODS.W2, rows)
    const grown = [...rows, { name: '丙示例植树（丙队）', personTimes: 20, hours: 20 }]
    const third = await file(DUANZHOU, PERIODS.W3, grown)
    expect(codes(third)).toEqual(['W_CUMULATIVE', 'W_CUMULATIVE'])
    expect(await activities(third)).toContain('W_CUMULATIVE')
    const { activities: found } = await ask<{ activities: { nodes: { name: string }[] } }>(
      hub.store,
      `{ activities(filter: { organization: "organization:ZQ19-441202", text: "示例" }, first: 100) { nodes { name } } }`,
    )
    expect(found.nodes.map((one) => one.name).filter((name) => /^[甲乙丙]示例/.test(name))).toEqual(
      [],
    )
  })

  it('the same activity every week is a habit and not a sum', async () => {
    const [one] = rows as [Typed]
    await file(GAOYAO, PERIODS.W2, [one])
    expect(codes(await file(GAOYAO, PERIODS.W3, [one]))).toEqual([])
  })

  it('K07: a joint activity that two units report is counted and flagged', async () => {
    const joint = [{ name: '丁示例河小青护河（甲队、乙队）', personTimes: 60, hours: 120 }]
    expect(codes(await file(DUANZHOU, PERIODS.FINAL, joint))).toEqual([])
    expect(codes(await file(GAOYAO, PERIODS.FINAL, joint))).toEqual(['W_POSSIBLE_DUP'])
    const other = [{ name: '丁示例河小青护河（丙队）', personTimes: 60, hours: 120 }]
    expect(codes(await file(GAOYAO, PERIODS.FINAL, other))).toEqual([])
  })
})

const newest = (store: Store) =>
  store.write
    .selectFrom('filing')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

const filingOf = (row: FilingTable): Omit<Filing, 'claims'> => ({
  ...row,
  verdict: row.verdict as Filing['verdict'],
  final: row.final === 1,
  sample: row.sample === 1,
  awaiting: row.awaiting === 1,
  stored: JSON.parse(row.stored),
})

describe('Kept originals', () => {
  let hub: TestHub
  const key = randomBytes(32)
  beforeAll(async () => {
    hub = await fedHub('sqlite')
  })
  afterAll(() => hub.close())

  it('are judged again as they were sent: nothing changes while nothing improved', async () => {
    const originals = openOriginals({ url: hub.url, key, days: 10 })
    const bytes = await filledForm({ reporter: DUANZHOU, period: PERIODS.FINAL, rows })
    const options = { now: NOW, receivedAt: NOW, sample: true, originals }
    await receive(hub.store, { name: '统计表.xlsx', bytes }, options)
    const done = await reread(hub.store, originals, NOW)
    expect(done).toMatchObject({ changed: [], revision: null })
    expect(done.files - done.missing).toBe(1)
  })

  it('a form that was judged otherwise then is corrected in one revision, its receipt unchanged', async () => {
    const originals = openOriginals({ url: hub.url, key, days: 10 })
    const { store } = hub
    const before = await newest(store)
    await store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, NOW)
      const claims = await findClaimsOf(trx, before.submission)
      const held = claims.map((claim) => ({ ...claim, content: null }))
      await rejudgeFilings(ledger, [
        { ...filingOf(before), verdict: 'NEEDS_CORRECTION', claims: held },
      ])
      await closeLedger(ledger, { zh: '旧的判读', en: 'an older reading' })
    })
    expect((await newest(store)).verdict).toBe('NEEDS_CORRECTION')
    const done = await reread(store, originals, NOW)
    expect(done.changed).toEqual([before.submission])
    expect(done.revision).toEqual(expect.any(Number))
    expect(await newest(store)).toEqual(before)
  })

  it('two forms of one office that were judged otherwise are one correction, each told once', async () => {
    const originals = openOriginals({ url: hub.url, key, days: 10 })
    const { store } = hub
    const options = { now: NOW, receivedAt: NOW, sample: true, originals }
    const filed: FilingTable[] = []
    for (const period of [PERIODS.W1, PERIODS.W2]) {
      const bytes = await filledForm({ reporter: DUANZHOU, period, rows })
      await receive(store, { name: '统计表.xlsx', bytes }, options)
      filed.push(await newest(store))
    }
    await store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, NOW)
      const others = filed.map((row) => ({ ...filingOf(row), claims: [] }))
      await rejudgeFilings(
        ledger,
        others.map((one) => ({ ...one, verdict: 'NEEDS_CORRECTION' as const })),
      )
      await closeLedger(ledger, { zh: '旧的判读', en: 'an older reading' })
    })
    const { changed, revision } = await reread(store, originals, NOW)
    expect(changed).toEqual(expect.arrayContaining(filed.map((row) => row.submission)))
    const { changes } = await ask<{ changes: { nodes: { id: string }[] } }>(
      store,
      `{ changes(since: ${(revision ?? 0) - 1}, first: 100) { nodes { id } } }`,
    )
    const ids = changes.nodes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await verifyHub(store.read)).toEqual([])
  })

  it('lie encrypted beside the database, for their owner only, and go after their days', async () => {
    const originals = openOriginals({ url: hub.url, key, days: 10 })
    const folder = `${hub.url.slice('sqlite:'.length)}.originals`
    expect(folder.startsWith(dirname(hub.url.slice('sqlite:'.length)))).toBe(true)
    const [name] = readdirSync(folder)
    const kept = readFileSync(`${folder}/${name}`)
    expect([name?.endsWith('.enc'), kept.includes('xl/workbook.xml')]).toEqual([true, false])
    const sha256 = (name ?? '').slice(0, 64)
    expect(await originals.read(sha256)).not.toBeNull()
    const stranger = openOriginals({ url: hub.url, key: randomBytes(32), days: 10 })
    expect(await stranger.read(sha256)).toBeNull()
    expect(await originals.purge(new Date(Date.now() + 9 * 86_400_000))).toBe(0)
    expect(await originals.purge(new Date(Date.now() + 11 * 86_400_000))).toBe(3)
    expect(await originals.read(sha256)).toBeNull()
  })

  it('a check gives the same verdict whether the file was filed before or not', async () => {
    const bytes = await filledForm({ reporter: DUANZHOU, period: PERIODS.W1, rows })
    const world = await knownWorld(hub.store.read)
    const first = await checkFile(bytes, '统计表.xlsx', world)
    expect(first.verdict).toBe('ACCEPTED')
    expect(first.forms[0]?.judged.findings.map((one) => one.code).sort()).toEqual([
      'I_TOTAL_ROW',
      'W_STAMP_MISSING',
      'W_TOTAL_MISSING',
    ])
  })
})
