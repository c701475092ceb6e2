import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../server/intake/decide.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { reread } from '../../server/intake/reread.ts'
import { readDesk } from '../../server/records/desk.ts'
import type { KeyHolder } from '../../server/records/key.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { verifyHub } from '../../server/records/verify.ts'
import { type Originals, openOriginals } from '../../server/store/originals.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

afterAll(closeReaders)

// 鼎湖区 of the demonstration data; its stations are few enough to be told by name.
const DINGHU = '441203'

describe.each(ENGINES)('A register of stations on %s', (engine) => {
  let hub: TestHub
  let originals: Originals
  let numbers: string[]
  const folder = mkdtempSync(join(tmpdir(), 'linzhan-register-'))
  beforeAll(async () => {
    hub = await fedHub(engine)
    originals = openOriginals({ url: `sqlite:${join(folder, 'hub.sqlite')}`, key: null, days: 9 })
    numbers = [...(await statuses()).keys()]
  })
  afterAll(async () => {
    await hub.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const statuses = async () => {
    const { stations } = await ask<{ stations: { nodes: { id: string; status: string }[] } }>(
      hub.store,
      `{ stations(filter: {region: "${DINGHU}"}, first: 100) { nodes { id status } } }`,
    )
    return new Map(stations.nodes.map(({ id, status }) => [id.replace('station:', ''), status]))
  }
  const closed = async () =>
    [...(await statuses())].flatMap(([number, status]) => (status === 'CLOSED' ? number : []))
  const file = async (lines: readonly string[], holder?: KeyHolder) => {
    const bytes = Buffer.from(lines.join('\r\n'))
    const options = { now: NOW, sample: true, originals, holder }
    const { forms, receipts } = await receive(hub.store, { name: '名录.csv', bytes }, options)
    const findings = forms[0]?.judged.findings ?? []
    return {
      submission: receipts[0]?.submission ?? '',
      codes: findings.map(({ code }) => code),
      told: findings.map(({ message }) => message.zh),
    }
  }
  const TITLES = '站点编号,站点名称,站点类别,场所类型,运行状态,所在区划'
  const row = (number: string) =>
    `${number},鼎湖区示例站${number},城乡社区,社区,正常提供服务,${DINGHU}`
  const settle = async (submission: string, outcome: 'ACCEPT' | 'REJECT', reason: string) => {
    const { number } = await newestRevision(hub.store.read)
    const items = await readDesk(hub.store.read, number)
    const item = items.find((one) => one.submission === submission)
    expect(item?.kind).toBe('REMOVAL')
    return decide(hub.store, originals, item?.id ?? '', { outcome, reason, now: NOW, actor: '办' })
  }

  it('that has fewer columns leaves what it does not speak of', async () => {
    const shown = async () =>
      ask(
        hub.store,
        '{ station(id: "station:441202-0001") { name amenities publicPhone openingHours } }',
      )
    const before = (await shown()) as { station: Record<string, unknown> }
    await file([
      '站点编号,站点名称,站点类别,场所类型,所在区划',
      '441202-0001,端州区示例改名学雷锋志愿服务站,城乡社区,村,441202',
    ])
    expect(await shown()).toEqual({
      station: { ...before.station, name: '端州区示例改名学雷锋志愿服务站' },
    })
  })

  it('is a supplement unless it says otherwise: what it does not list stays', async () => {
    const was = await closed()
    await file([TITLES, row(numbers[0] ?? '')])
    await file(['名录性质：补充', TITLES, row(numbers[1] ?? '')])
    expect(await closed()).toEqual(was)
  })

  it('that is complete closes what it does not list; page and id stay', async () => {
    const was = await closed()
    const active = numbers.filter((number) => !was.includes(number))
    // enough of them that one is less than 5 %
    const more = Array.from({ length: 30 }, (_, i) => `441203-8${String(i).padStart(3, '0')}`)
    await file([TITLES, ...more.map(row)])
    const [gone = '', ...rest] = [...active, ...more]
    const { codes, told } = await file([
      `名录性质：完整,适用区划：${DINGHU}`,
      TITLES,
      ...rest.map(row),
    ])
    expect(codes).toContain('W_REMOVED')
    expect(told.join()).toContain(
      `完整名录没有列出1个在册的（共${active.length + 30}个），已标为关闭`,
    )
    expect(await closed()).toEqual([...was, gone].sort())

    await file([TITLES, row(gone), '']) // a later register lists it again
    expect(await closed()).toEqual(was)
  })

  it('that came under a key of another office closes it as soon as the desk says whose it is', async () => {
    const was = await closed()
    const [gone = '', ...rest] = [...(await statuses()).keys()].filter((one) => !was.includes(one))
    const filed = await file([`名录性质：完整,适用区划：${DINGHU}`, TITLES, ...rest.map(row)], {
      id: 'test',
      holder: '端州区文明办',
      scopes: ['submit'],
      offices: ['organization:ZQ-0003'],
    })
    expect(await closed()).toEqual(was)
    const { number } = await newestRevision(hub.store.read)
    const items = await readDesk(hub.store.read, number)
    const item = items.find((one) => one.submission === filed.submission)?.id ?? ''
    const whose = {
      outcome: 'SAME_AS',
      target: 'organization:ZQ-0003',
      now: NOW,
      actor: '办',
    } as const
    await decide(hub.store, originals, item, { ...whose, reason: '电话核实' })
    expect(await closed()).toEqual([...was, gone].sort())
    await file([TITLES, row(gone), '']) // a later register lists it again
    expect(await closed()).toEqual(was)
  })

  it('that would close more than 5 % waits for a person, and that can be taken back', async () => {
    const was = await closed()
    const [one = ''] = numbers.filter((number) => !was.includes(number))
    const filed = await file([`名录性质：完整,适用区划：${DINGHU}`, TITLES, row(one)])
    expect(filed.codes).toContain('W_REMOVAL')
    expect(await closed()).toEqual(was)

    await settle(filed.submission, 'ACCEPT', '经核对确已撤站')
    const all = [...(await statuses()).keys()].sort()
    expect(await closed()).toEqual(all.filter((number) => number !== one))

    await reread(hub.store, originals, NOW)
    expect(await closed()).toEqual(all.filter((number) => number !== one))

    await settle(filed.submission, 'REJECT', '名录漏列')
    expect(await closed()).toEqual(was)
    expect(await verifyHub(hub.store.read)).toEqual([])
  })

  it('closes nothing while a row of it is wrong, or while it does not say for where', async () => {
    const was = await closed()
    const wrong = await file([
      `名录性质：完整,适用区划：${DINGHU}`,
      TITLES,
      row(numbers[0] ?? '').replace('社区,正常', '咖啡馆,正常'),
    ])
    expect(wrong.codes).toEqual(['W_REMOVAL_LATER', 'E_CODE_UNKNOWN'])
    const nowhere = await file(['名录性质：完整', TITLES, row(numbers[0] ?? '')])
    expect(nowhere.codes).toEqual(['E_MISSING'])
    const odd = await file(['名录性质：差不多', TITLES, row(numbers[0] ?? '')])
    expect(odd.codes).toEqual(['E_CODE_UNKNOWN'])
    expect(await closed()).toEqual(was)
  })
})
