import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, type Outcome } from '../../server/intake/decide.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { type DeskItem, readDesk } from '../../server/records/desk.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { verifyHub } from '../../server/records/verify.ts'
import { type Originals, openOriginals } from '../../server/store/originals.ts'
import { ask } from '../helpers/ask.ts'
import { filledForm, PERIODS, type Typed } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

afterAll(closeReaders)

const DUANZHOU = '共青团肇庆市端州区委员会'
const COLLEGE = '肇庆开放大学'

describe.each(ENGINES)('The desk on %s', (engine) => {
  let hub: TestHub
  let originals: Originals
  const folder = mkdtempSync(join(tmpdir(), 'linzhan-desk-'))
  beforeAll(async () => {
    hub = await fedHub(engine)
    originals = openOriginals({ url: `sqlite:${join(folder, 'hub.sqlite')}`, key: null, days: 9 })
  })
  afterAll(async () => {
    await hub.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const file = async (
    reporter: string,
    period: string,
    rows: readonly Typed[],
    awaiting = false,
  ) => {
    const bytes = await filledForm({ reporter, period, rows })
    const receivedAt = '2019-04-20T10:00:00+08:00'
    const options = { now: NOW, receivedAt, sample: true, originals, awaiting }
    const { receipts } = await receive(hub.store, { name: '统计表.xlsx', bytes }, options)
    expect(receipts[0]?.awaiting).toBe(awaiting)
    return receipts[0]?.submission ?? ''
  }
  const items = async (submission: string): Promise<DeskItem[]> => {
    const { number } = await newestRevision(hub.store.read)
    return (await readDesk(hub.store.read, number)).filter((one) => one.submission === submission)
  }
  const settle = (item: DeskItem | undefined, outcome: Outcome, reason: string, target?: string) =>
    decide(hub.store, originals, item?.id ?? '', {
      outcome,
      reason,
      now: NOW,
      actor: '市级办公室',
      ...(target && { target }),
    })
  const personTimes = async (): Promise<number> => {
    const { campaign } = await ask<{ campaign: { figures: { value: number }[] } }>(
      hub.store,
      '{ campaign(id: "campaign:ZQ-2019-MONTH") { figures(measures: [VOLUNTEER_PERSON_TIMES]) { value } } }',
    )
    return campaign.figures[0]?.value ?? 0
  }

  it('a cumulative week is counted once until somebody says that it all happened again', async () => {
    const week = [
      { name: '己示例清洁（甲队）', personTimes: 300, hours: 600 },
      { name: '庚示例劝导（乙队）', personTimes: 500, hours: 900 },
    ]
    await file(COLLEGE, PERIODS.W2, week)
    const before = await personTimes()
    const grown = [...week, { name: '辛示例植树（丙队）', personTimes: 11, hours: 22 }]
    const third = await file(COLLEGE, PERIODS.W3, grown)
    const [item] = await items(third)
    expect(item?.kind).toBe('CUMULATIVE')
    const once = await personTimes()
    await settle(item, 'ACCEPT', '两周各办了一次')
    expect((await personTimes()) - once).toBe(800)
    expect(before).toBeGreaterThan(0)
  })

  it('under approval a form counts as received at once and is public once it is released', async () => {
    const before = await personTimes()
    const rows = [{ name: '癸示例巡河（丁队）', personTimes: 901, hours: 70, yuan: '约2万' }]
    const submission = await file('肇庆市科技局', PERIODS.FINAL, rows, true)
    const shown = async () =>
      (
        await ask<{ submission: Record<string, unknown> }>(
          hub.store,
          `{ submission(id: "${submission}") { status fileName daysLate supersedes { id } findings { code } } }`,
        )
      ).submission
    expect(await personTimes()).toBe(before)
    expect(await shown()).toEqual({
      status: 'RECEIVED',
      fileName: null,
      daysLate: 0, // its first form came in time
      supersedes: null,
      findings: [],
    })
    const [item, ...more] = await items(submission)
    expect([item?.kind, more]).toEqual(['RELEASE', []])

    await settle(item, 'ACCEPT', '核对无误')
    const released = await personTimes()
    expect(released).not.toBe(before)
    expect(await shown()).toMatchObject({ status: 'ACCEPTED', fileName: '统计表.xlsx' })

    await settle(item, 'REJECT', '单位来电要求暂缓')
    expect(await personTimes()).toBe(before)
    expect(await shown()).toMatchObject({ status: 'RECEIVED', fileName: null })
    expect(await verifyHub(hub.store.read)).toEqual([])
  })

  it('a joint activity counts twice until somebody says that it is one; that can be taken back', async () => {
    const joint = [{ name: '戊示例联合护河（甲队、乙队）', personTimes: 7000, hours: 14000 }]
    await file(DUANZHOU, PERIODS.FINAL, joint)
    const second = await file(COLLEGE, PERIODS.FINAL, joint)
    const both = await personTimes()
    const [item] = await items(second)
    expect(item).toMatchObject({ kind: 'DUPLICATE', sheet: '统计表', cell: 'B5', decision: null })

    const revision = await settle(item, 'REJECT', '与端州区为同一场活动')
    expect(revision.summaryZh).toBe('裁定：可能重复填报，不采用。理由：与端州区为同一场活动')
    expect(await personTimes()).toBe(both - 7000)
    expect((await items(second))[0]?.decision).toMatchObject({ outcome: 'REJECT' })
    await settle(item, 'ACCEPT', '核实为两场活动')
    expect(await personTimes()).toBe(both)
  })

  it('an unknown reporter is made known, and its form counts from then on', async () => {
    const rows = [{ name: '壬示例慰问（某队）', personTimes: 40, hours: 80 }]
    const form = await file('开放大学团委（新）', PERIODS.W1, rows)
    const [item] = await items(form)
    expect(item?.kind).toBe('REPORTER')
    await expect(settle(item, 'ACCEPT', '采用')).rejects.toThrow('Say which organization it is')
    await expect(settle(item, 'SAME_AS', '即该校', 'organization:nobody')).rejects.toThrow(
      "There is no organization 'organization:nobody'.",
    )
    await settle(item, 'SAME_AS', '即肇庆开放大学', 'organization:ZQ-0003')
    const { submission } = await ask<{ submission: { organization: { id: string } } }>(
      hub.store,
      'query ($id: ID!) { submission(id: $id) { organization { id } } }',
      { id: form },
    )
    expect(submission.organization.id).toBe('organization:ZQ-0003')
    expect(await items(form)).toEqual([])
  })

  it('a reason with a name or a number is refused, and so is an item that is not there', async () => {
    const { number } = await newestRevision(hub.store.read)
    const [item] = await readDesk(hub.store.read, number)
    await expect(settle(item, 'ACCEPT', '已电话核实13800130000')).rejects.toThrow('personal data')
    await expect(settle(item, 'ACCEPT', ' ')).rejects.toThrow('needs a reason')
    await expect(
      decide(hub.store, originals, 'duplicate-x', {
        outcome: 'ACCEPT',
        reason: '好',
        now: NOW,
        actor: '',
      }),
    ).rejects.toThrow("Nothing called 'duplicate-x' is on the desk.")
  })

  it('and the whole history verifies', async () => {
    expect(await verifyHub(hub.store.read)).toEqual([])
  })
})
