import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '../../server/records/due.ts'
import { hoursOn, readHours } from '../../server/records/hours.ts'
import { openState } from '../../server/records/open.ts'

/** The published calendar of 2024 to 2026. */
const HOLIDAYS = new Map<string, string>()
for (let day = '2024-01-01'; day <= '2026-12-31'; day = dayAfter(day, 1)) {
  const { name, work } = chineseDays.getDayDetail(day)
  if (name.includes(',')) HOLIDAYS.set(day, work ? 'WORKDAY' : 'HOLIDAY')
}

const OFFICE = 'Mo-Fr 09:00-12:00,14:30-17:30; PH off'

function at(moment: string, openingHours: string | null = OFFICE, status = 'OPERATING') {
  const { value, reason, nextChange } = openState(
    { status, openingHours },
    new Date(`${moment}+08:00`),
    HOLIDAYS,
  )
  return [value, reason.zh, nextChange]
}

describe('Open now', () => {
  it.each([
    ['in the morning', '2024-10-10T09:00:00', 'OPEN', '12:00关门', '2024-10-10T04:00:00.000Z'],
    ['at noon', '2024-10-10T12:00:00', 'CLOSED', '14:30开门', '2024-10-10T06:30:00.000Z'],
    ['in the evening', '2024-10-10T18:00:00', 'CLOSED', '明天9:00开门', '2024-10-11T01:00:00.000Z'],
    [
      'on a Saturday that is worked (调休)',
      '2024-10-12T10:00:00',
      'OPEN',
      '12:00关门',
      '2024-10-12T04:00:00.000Z',
    ],
    [
      'on an ordinary Saturday',
      '2024-10-19T10:00:00',
      'CLOSED',
      '10月21日（周一）9:00开门',
      '2024-10-21T01:00:00.000Z',
    ],
    [
      'on the National Day, a Tuesday',
      '2024-10-01T10:00:00',
      'CLOSED',
      '节假日休息，10月8日（周二）9:00开门',
      '2024-10-08T01:00:00.000Z',
    ],
  ])('%s', (_, moment, value, reason, next) => expect(at(moment)).toEqual([value, reason, next]))

  it('without a rule for holidays a holiday is unknown, and so is every day of an unpublished year', () => {
    expect(at('2024-10-01T10:00:00', 'Mo-Su 08:00-20:00')).toEqual([
      'UNKNOWN',
      '法定节假日，以现场为准',
      '2024-10-07T16:00:00.000Z',
    ])
    expect(at('2027-02-17T10:00:00')[0]).toBe('UNKNOWN')
    expect(at('2027-02-17T10:00:00')[1]).toBe('当年放假安排尚未公布，以现场为准')
    expect(at('2027-02-17T10:00:00', '24/7')).toEqual(['OPEN', '全天开放', null])
  })

  it('what is not known stays unknown; what does not work is closed', () => {
    expect(at('2024-10-10T10:00:00', null)).toEqual(['UNKNOWN', '开放时间不详', null])
    expect(at('2024-10-10T10:00:00', '看门口告示')[0]).toBe('UNKNOWN')
    expect(at('2024-10-10T10:00:00', OFFICE, 'UNKNOWN')[0]).toBe('UNKNOWN')
    expect(at('2024-10-10T10:00:00', OFFICE, 'SUSPENDED')).toEqual(['CLOSED', '暂停服务', null])
  })

  it('over midnight, in a season and on a single day', () => {
    const night = 'Mo-Su 18:00-02:00; PH off'
    expect(at('2024-10-11T01:30:00', night).slice(0, 2)).toEqual(['OPEN', '2:00关门'])
    expect(at('2024-10-11T02:00:00', night).slice(0, 2)).toEqual(['CLOSED', '18:00开门'])
    const season =
      'Oct-Mar Mo-Su 09:00-17:00; Apr-Sep Mo-Su 08:00-18:00; PH 10:00-16:00; 2024 Oct 15 off'
    expect(at('2024-10-10T08:30:00', season)[0]).toBe('CLOSED')
    expect(at('2024-07-10T08:30:00', season)[0]).toBe('OPEN')
    expect(at('2024-10-01T10:30:00', season).slice(0, 2)).toEqual(['OPEN', '16:00关门'])
    expect(at('2024-10-15T10:30:00', season).slice(0, 2)).toEqual(['CLOSED', '明天9:00开门'])
  })

  it('is right on every day of 2024 to 2026: an office is open on all working days and no other', () => {
    const hours = readHours(OFFICE)
    const wrong: string[] = []
    for (let day = '2024-01-01'; day <= '2026-12-31'; day = dayAfter(day, 1)) {
      const state = hours && hoursOn(hours, day, HOLIDAYS)
      const open = state?.known === true && state.spans.length > 0
      if (open !== chineseDays.getDayDetail(day).work) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })
})
