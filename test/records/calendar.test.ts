import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { dueTime } from '../../server/records/due.ts'
import { ask } from '../helpers/ask.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

afterAll(closeReaders)

const HOLIDAYS = new Map([
  ['2017-05-28', 'HOLIDAY'],
  ['2017-05-29', 'HOLIDAY'],
  ['2017-05-30', 'HOLIDAY'],
  ['2017-05-27', 'WORKDAY'],
  ['2019-10-01', 'HOLIDAY'],
  ['2019-10-02', 'HOLIDAY'],
  ['2019-10-03', 'HOLIDAY'],
  ['2019-10-04', 'HOLIDAY'],
  ['2019-10-12', 'WORKDAY'],
])

describe('A due time', () => {
  it.each([
    ['on a working day stays', '2017-06-06T18:00:00+08:00', '2017-06-06T18:00:00+08:00'],
    ['on 端午节 moves to the day after', '2017-05-30T18:00:00+08:00', '2017-05-31T18:00:00+08:00'],
    ['moves over a weekend too', '2019-10-04T18:00:00+08:00', '2019-10-07T18:00:00+08:00'],
    [
      'in a year that nobody published stays',
      '2031-10-01T18:00:00+08:00',
      '2031-10-01T18:00:00+08:00',
    ],
  ])('%s', (_, due, moved) => expect(dueTime(due, HOLIDAYS)).toBe(moved))
})

interface Duty {
  readonly state: string
  readonly daysLate: number | null
  readonly due: Date
}

describe.each(ENGINES)('The calendar on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  /** The third week (16 to 22 March) of a college that never filed anything. */
  const week = async (on: string): Promise<Duty | undefined> => {
    const { organization } = await ask<{ organization: { calendar: Duty[] } }>(
      hub.store,
      `query ($on: Date) { organization(id: "organization:ZQ-0003") {
        calendar(on: $on) { state daysLate due } } }`,
      { on },
    )
    return organization.calendar.find((duty) =>
      new Date(duty.due).toISOString().startsWith('2019-03-22'),
    )
  }

  it('goes from not due to due to overdue, day by day', async () => {
    expect((await week('2019-03-21'))?.state).toBe('NOT_DUE')
    expect(await week('2019-03-22')).toMatchObject({ state: 'OVERDUE', daysLate: null })
  })

  it('a form that comes late is filed late; a bad one waits for its correction, which is not late', async () => {
    const file = async (receivedAt: string, personTimes: string | number) => {
      const rows = [{ name: '示例清洁家园（示例队）', personTimes }]
      const bytes = await filledForm({ reporter: '肇庆开放大学', period: PERIODS.W3, rows })
      const options = { now: NOW, receivedAt, sample: true }
      return receive(hub.store, { name: '统计表.xlsx', bytes }, options)
    }
    await file('2019-03-24T10:00:00+08:00', '若干')
    expect(await week('2019-03-23')).toMatchObject({ state: 'OVERDUE' })
    expect(await week('2019-03-24')).toMatchObject({ state: 'HELD', daysLate: 2 })
    await file('2019-03-28T10:00:00+08:00', 30)
    expect(await week('2019-03-28')).toMatchObject({ state: 'FILED_LATE', daysLate: 2 })
  })

  it('of the campaign, of its offices and of its region are the same duties', async () => {
    const query = `{
      all: calendar(campaign: "campaign:ZQ-2019-MONTH", on: "2019-04-10") { ...duty }
      region(code: "441200") { calendar(on: "2019-04-10") { ...duty } }
      campaign(id: "campaign:ZQ-2019-MONTH") { calendar(on: "2019-04-10") { ...duty } }
    }
    fragment duty on ObligationState { due state organization { id } obligation { id } }`
    const { all, region, campaign } = await ask<{
      all: object[]
      region: { calendar: object[] }
      campaign: { calendar: object[] }
    }>(hub.store, query)
    expect(all.length).toBeGreaterThan(100)
    expect(campaign.calendar).toEqual(all)
    expect(region.calendar).toEqual(all)
  })

  it('says through whom a form goes up, as the roster has it; a circle ends', async () => {
    const roster = [
      '专项行动编号,组织编号,类别,所在区划,经由单位',
      'ZQ-2019-MONTH,ZQ-0004,大中专院校,441200,ZQ-0003',
      'ZQ-2019-MONTH,ZQ-0003,大中专院校,441200,ZQ-ZLH',
      'ZQ-2019-MONTH,ZQ-ZLH,市直单位,441200,ZQ-0003',
    ]
    const options = { now: NOW, sample: true }
    const bytes = Buffer.from(roster.join('\r\n'))
    await receive(hub.store, { name: '名册.csv', bytes }, options)
    const routeOf = async (id: string) => {
      const { calendar } = await ask<{ calendar: { route: { id: string }[] }[] }>(
        hub.store,
        `{ calendar(organization: "organization:${id}", campaign: "campaign:ZQ-2019-MONTH") { route { id } } }`,
      )
      return calendar[0]?.route.map((one) => one.id.replace('organization:', ''))
    }
    expect(await routeOf('ZQ-0004')).toEqual(['ZQ-0003', 'ZQ-ZLH'])
    expect(await routeOf('ZQ-WMB')).toEqual([])
  })
})
