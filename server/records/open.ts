import type { Bilingual } from '../../schema/terms/term.ts'
import { shanghaiDate } from '../clock.ts'
import { dayAfter, type Holidays } from './due.ts'
import { type DayState, type Hours, hoursOn, readHours, weekdayOf } from './hours.ts'

/** Whether a station is open at a moment, why, and when that next changes (UTC). */
export interface OpenState {
  readonly value: 'OPEN' | 'CLOSED' | 'UNKNOWN'
  readonly reason: Bilingual
  readonly nextChange: string | null
}

const NOT_WORKING: Readonly<Record<string, Bilingual>> = {
  PLANNED: { zh: '尚未建成', en: 'not built yet' },
  BUILDING: { zh: '正在建设', en: 'being built' },
  SUSPENDED: { zh: '暂停服务', en: 'out of service' },
  CLOSED: { zh: '已关闭', en: 'closed for good' },
}

const ON_SITE = { zh: '以现场为准', en: 'ask on the spot' }

/** One verdict for graph, pages and data: what is not known stays unknown. */
export function openState(
  station: { readonly status: string; readonly openingHours: string | null },
  moment: Date,
  holidays: Holidays,
): OpenState {
  const stopped = NOT_WORKING[station.status]
  if (stopped !== undefined) return { value: 'CLOSED', reason: stopped, nextChange: null }
  if (station.openingHours === null) {
    return unknown({ zh: '开放时间不详', en: 'opening hours are not known' })
  }
  const hours = parsed(station.openingHours)
  if (hours === null) return unknown({ zh: `开放时间${ON_SITE.zh}`, en: `hours: ${ON_SITE.en}` })
  if (station.status === 'UNKNOWN') {
    return unknown({ zh: '是否运行未核实', en: 'whether it works is not verified' })
  }
  return stateAt(hours, moment, holidays)
}

const unknown = (reason: Bilingual): OpenState => ({ value: 'UNKNOWN', reason, nextChange: null })

const kept = new Map<string, Hours | null>()

/** Few texts say the hours of many stations. */
function parsed(text: string): Hours | null {
  const known = kept.get(text)
  if (known !== undefined) return known
  const made = readHours(text)
  if (kept.size > 5000) kept.clear()
  kept.set(text, made)
  return made
}

const FARTHEST = 16 // days to look ahead: longer than any holiday

function stateAt(hours: Hours, moment: Date, holidays: Holidays): OpenState {
  const day = shanghaiDate(moment)
  const minute = minuteOf(moment)
  const now = valueAt(hours, day, minute, holidays)
  const next = nextOf(hours, day, minute, now.value, holidays)
  return { value: now.value, reason: reasonOf(now, next, day), nextChange: next && momentOf(next) }
}

interface At {
  readonly value: OpenState['value']
  readonly day: DayState
}

interface Next {
  readonly day: string
  readonly minute: number
  readonly value: OpenState['value']
}

function valueAt(hours: Hours, day: string, minute: number, holidays: Holidays): At {
  const today = hoursOn(hours, day, holidays)
  const before = hoursOn(hours, dayAfter(day, -1), holidays)
  const late = before.known && before.spans.some(([, to]) => minute + 1440 < to)
  if (late) return { value: 'OPEN', day: today }
  if (!today.known) return { value: 'UNKNOWN', day: today }
  const open = today.spans.some(([from, to]) => from <= minute && minute < to)
  return { value: open ? 'OPEN' : 'CLOSED', day: today }
}

/** The first minute from now on at which the answer is another. */
function nextOf(
  hours: Hours,
  from: string,
  minute: number,
  value: OpenState['value'],
  holidays: Holidays,
): Next | null {
  if (hours.always) return null
  for (let ahead = 0; ahead <= FARTHEST; ahead++) {
    const day = dayAfter(from, ahead)
    for (const edge of edgesOf(hours, day, holidays)) {
      if (ahead === 0 && edge <= minute) continue
      const then = valueAt(hours, day, edge, holidays).value
      if (then !== value) return { day, minute: edge, value: then }
    }
  }
  return null
}

function edgesOf(hours: Hours, day: string, holidays: Holidays): number[] {
  const today = hoursOn(hours, day, holidays)
  const before = hoursOn(hours, dayAfter(day, -1), holidays)
  const own = today.known ? today.spans.flat() : []
  const late = before.known ? before.spans.map(([, to]) => to - 1440) : []
  return [...new Set([0, ...own, ...late])]
    .filter((one) => one >= 0 && one < 1440)
    .sort((a, b) => a - b)
}

function reasonOf({ value, day }: At, next: Next | null, today: string): Bilingual {
  if (!day.known) {
    return day.why === 'YEAR'
      ? {
          zh: `当年放假安排尚未公布，${ON_SITE.zh}`,
          en: `the holidays of the year are not published: ${ON_SITE.en}`,
        }
      : { zh: `法定节假日，${ON_SITE.zh}`, en: `statutory holiday: ${ON_SITE.en}` }
  }
  if (next === null) {
    return value === 'OPEN'
      ? { zh: '全天开放', en: 'open all day' }
      : { zh: '近期不开放', en: 'not open soon' }
  }
  const time = clockOf(next.minute)
  const when = next.day === today ? { zh: '', en: '' } : dayWords(next.day, today)
  if (value === 'OPEN') {
    return { zh: `${when.zh}${time}关门`, en: `closes ${when.en}${time}` }
  }
  const why = day.holiday
    ? { zh: '节假日休息，', en: 'closed for the holiday, ' }
    : { zh: '', en: '' }
  if (next.value !== 'OPEN') return { zh: `${why.zh}${ON_SITE.zh}`, en: `${why.en}${ON_SITE.en}` }
  return { zh: `${why.zh}${when.zh}${time}开门`, en: `${why.en}opens ${when.en}${time}` }
}

const DAYS_ZH = '一二三四五六日'
const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function dayWords(day: string, today: string): Bilingual {
  if (day === dayAfter(today, 1)) return { zh: '明天', en: 'tomorrow ' }
  const weekday = weekdayOf(day)
  const [, month, date] = day.split('-')
  return {
    zh: `${Number(month)}月${Number(date)}日（周${DAYS_ZH[weekday - 1]}）`,
    en: `${DAYS_EN[weekday - 1]} ${Number(date)}/${Number(month)} `,
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (minute: number) => `${Math.floor(minute / 60)}:${two(minute % 60)}`

function minuteOf(moment: Date): number {
  const there = new Date(moment.getTime() + 8 * 3_600_000) // Shanghai, no summer time
  return there.getUTCHours() * 60 + there.getUTCMinutes()
}

const momentOf = ({ day, minute }: Next): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000).toISOString()
