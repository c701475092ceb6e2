import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { erase } from '../../server/intake/erasing.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { type Received, receive } from '../../server/intake/receive.ts'
import { reread } from '../../server/intake/reread.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { verifyHub } from '../../server/records/verify.ts'
import { type Originals, openOriginals } from '../../server/store/originals.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { filesWith, tablesWith } from '../helpers/nowhere.ts'
import { serveStore } from '../helpers/server.ts'

afterAll(closeReaders)

// Rare enough to be found wherever it is left.
const SECRET = '壬示例垚垚清河'

describe.each(ENGINES)('A value that was erased on %s', (engine) => {
  let hub: TestHub
  let serving: Serving
  let originals: Originals
  let filed: Received
  let activity: string
  const folder = mkdtempSync(join(tmpdir(), 'linzhan-erase-'))

  beforeAll(async () => {
    hub = await fedHub(engine)
    serving = await serveStore(hub.store)
    originals = openOriginals({ url: `sqlite:${join(folder, 'hub.sqlite')}`, key: null, days: 9 })
    const rows = [
      { name: `${SECRET}（戊队）`, personTimes: '约40', hours: 60 },
      { name: '癸示例植树（戊队）', personTimes: 30, hours: 30 },
    ]
    const bytes = await filledForm({ reporter: '肇庆市科技局', period: PERIODS.FINAL, rows })
    const options = { now: NOW, sample: true, originals }
    filed = await receive(hub.store, { name: `${SECRET}.xlsx`, bytes }, options)
    const { activities } = await asked('{ activities(filter: {text: "垚垚"}) { nodes { id } } }')
    activity = (activities as { nodes: { id: string }[] }).nodes[0]?.id ?? ''
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const asked = async (query: string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown }
    expect(answer.errors).toBeUndefined()
    return answer.data
  }
  const faces = async (revision: number) =>
    Promise.all(
      [
        `/zh/activities?text=${encodeURIComponent('垚垚')}`,
        '/data/activities.csv',
        `/data/r${revision}/activities.csv`,
        `/zh/submissions/${filed.receipts[0]?.submission.replace('submission:', '')}`,
      ].map(async (path) => (await fetch(`${serving.url}${path}`)).text()),
    )

  it('stood in the graph, in downloads, in tables and in the kept file', async () => {
    expect(activity).toMatch(/^activity:/)
    expect((await faces(filed.revision ?? 0)).join()).toContain('垚垚')
    expect(await tablesWith(hub.store, '垚垚')).toContain('claim')
    expect(await originals.read(filed.sha256)).not.toBeNull()
  })

  it('is found nowhere: no revision, no table, no file, no answer', async () => {
    for (const [record, field] of [
      [activity, 'nameZh'],
      [filed.receipts[0]?.submission ?? '', 'fileName'],
    ] as const) {
      await erase(hub.store, originals, {
        record,
        field,
        reason: '当事人要求删除',
        now: NOW,
        actor: 'hub',
      })
    }
    expect(await tablesWith(hub.store, '垚垚')).toEqual([])
    expect(filesWith(hub.store, '垚垚')).toEqual([])
    expect(await originals.read(filed.sha256)).toBeNull()
    expect((await faces(filed.revision ?? 0)).join()).not.toContain('垚垚')
    const then = await asked(
      `{ at(revision: ${filed.revision}) { node(id: "${activity}") { ... on Activity { name figures(measures: [VOLUNTEER_PERSON_TIMES]) { value qualifier } } } } }`,
    )
    expect(then.at).toEqual({
      node: { name: '〔已删除〕', figures: [{ value: 40, qualifier: 'APPROX' }] },
    })
  })

  it('leaves a chain that still holds, and a tombstone that says why', async () => {
    expect(await verifyHub(hub.store.read)).toEqual([])
    const { number } = await newestRevision(hub.store.read)
    const { changes, erasures } = await asked(
      `{ changes(since: ${number - 2}, types: [ERASURE]) { nodes { kind after } } erasures { nodes { record field reason } } }`,
    )
    expect((changes as { nodes: unknown[] }).nodes.length).toBeGreaterThan(1)
    expect((erasures as { nodes: unknown[] }).nodes).toContainEqual({
      record: activity,
      field: 'nameZh',
      reason: '当事人要求删除',
    })
  })

  it('does not come back when forms are read again or a neighbour is corrected', async () => {
    await reread(hub.store, originals, NOW)
    expect(await tablesWith(hub.store, '垚垚')).toEqual([])
  })

  it('must be one that is there', async () => {
    const request = { reason: '理由', now: NOW, actor: 'hub' }
    const attempt = (record: string, field: string) =>
      erase(hub.store, originals, { ...request, record, field })
    await expect(attempt(activity, 'nameZh')).rejects.toThrow(
      `No state of '${activity}' has anything in 'nameZh'.`,
    )
    await expect(attempt(activity, 'colour')).rejects.toThrow(
      `has no field 'colour'. It has: nameZh`,
    )
    await expect(attempt('nobody', 'name')).rejects.toThrow(`'nobody' is no record`)
  })
})
