import { type Remark, remark } from '../findings.ts'
import { addDays, daysIn, liesIn, type Period, printed, WEEKDAYS, weekdayOf } from './calendar.ts'
import { type Clock, minutesOf, timeText } from './clock.ts'
import type { Days } from './dayyear.ts'
import type { Occasion, Weekdays } from './occasion.ts'

/** When something was, as it was understood; `value` is null where no day is known. */
export interface WhenReading {
  readonly value:
    | { readonly start: string | null; readonly end: string | null }
    | { readonly dates: readonly string[] }
    | null
  readonly remarks: readonly Remark[]
  /** The hours of each day, where they are not in `value`. */
  readonly startTime?: string
  readonly endTime?: string
  readonly partOfDay?: string
  readonly openEnded?: true
  readonly fuzzy?: true
}

/** The hours of one stretch of time, in minutes; a remark where there is no such time. */
export interface Hours {
  readonly from?: number
  readonly to?: number
  /** 上午 without a clock time, or 2:30 that may be of either half of the day. */
  readonly part?: string
}

export function hoursOf({ clocks, part, through }: Occasion, raw: string): Hours | Remark {
  const spans: { from: number; to?: number }[] = []
  let carried = part
  for (const { from, to } of clocks) {
    carried = from.part ?? carried
    const start = minutesOf(from, carried)
    carried = to?.part ?? (through ? undefined : carried)
    const end = to && laterNight(start, minutesOf(to, carried), to)
    if (start === null || end === null) return remark('E_DATE_INVALID', { raw })
    if (start === undefined || (to !== undefined && end === undefined)) {
      return { part: [from.raw, ...(to ? [to.raw] : [])].join('-') }
    }
    if (end !== undefined && !through && end <= start) return remark('E_DATE_ORDER', { raw })
    spans.push({ from: start, ...(end !== undefined && { to: end }) })
  }
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined) return part === undefined ? {} : { part }
  return { from: first.from, ...(last?.to !== undefined && { to: last.to }) }
}

/** 晚上10点-凌晨2点 ends on the day after. */
function laterNight(start: number | null | undefined, end: number | null | undefined, to: Clock) {
  const isNight = typeof start === 'number' && typeof end === 'number' && to.part === '凌晨'
  return isNight && end <= start ? end + 1440 : end
}

/** A day with a time of it, as ISO 8601 writes it in Shanghai. */
export function moment(day: string, minutes: number | undefined): string {
  if (minutes === undefined) return day
  const [date, rest] = minutes < 1440 ? [day, minutes] : [addDays(day, 1), minutes - 1440]
  return `${date}T${timeText(rest)}+08:00`
}

/** The days of a list, each with the hour it begins. */
export function listed(found: readonly { days: Days; hours: Hours }[]): string[] {
  const all = found.flatMap(({ days, hours }) => daysIn(days).map((day) => moment(day, hours.from)))
  return [...new Set(all)].sort()
}

/** Weekdays that were written beside dates, held against the calendar. */
export function mismatches(weekdays: readonly Weekdays[], ends: readonly Days[]): Remark[] {
  return weekdays.flatMap(({ days: names, raw, after }) => {
    const named = /[至到~-]/.test(raw) ? [names[0], names.at(-1)] : names
    const before = ends.slice(0, Math.max(after, named.length)).map(({ from }) => from)
    return before.slice(-named.length).flatMap((day, i) => {
      const right = weekdayOf(day)
      if (named[i] === right) return []
      return [
        remark('W_WEEKDAY_MISMATCH', { value: day, right: WEEKDAYS[right - 1] as string, raw }),
      ]
    })
  })
}

/** X04: some day of it outside the period; of rough days only if none is inside. */
export function outside(days: readonly Days[], period: Period, rough: boolean): Remark[] {
  const isOutside = rough
    ? days.every(({ from, to }) => to < period.from || period.to < from)
    : days.some(({ from, to }) => !liesIn(from, period) || !liesIn(to, period))
  if (!isOutside || days.length === 0) return []
  const value = days.map(printed).join('、')
  return [remark('W_OUTSIDE_PERIOD', { value, period: printed(period) })]
}
