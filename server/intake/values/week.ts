import { type Remark, remark } from '../findings.ts'
import { addDays, dayOf, lastDayOf, type Period, printed, two, weekdayOf } from './calendar.ts'
import { dateText } from './datetext.ts'

export interface WeekReading {
  readonly value: Period | null
  readonly remarks: readonly Remark[]
}

const WEEK = /^\(?(?:(\d{4})年)?(\d{1,2})月份?的?(?:第(\d)(?:个?周|个星期)|最后1?个?周)\)?$/

/** The week that a text names; both where it may be two. */
export function weekOfMonth(raw: string, year: number): WeekReading {
  const text = dateText(raw)
  if (/^\(?(?:年?月)?(?:第周)?\)?$/.test(text)) return { value: null, remarks: [] }
  const found = WEEK.exec(text)
  if (found === null) return { value: null, remarks: [remark('E_DATE_INVALID', { raw })] }
  const [, ownYear = String(year), month, week] = found
  const weeks = weeksOf(Number(ownYear), Number(month), week === undefined ? null : Number(week))
  const [first, second] = weeks
  if (first === undefined) return { value: null, remarks: [remark('E_DATE_INVALID', { raw })] }
  if (second !== undefined) {
    const told = { raw, a: printed(first), b: printed(second) }
    return { value: null, remarks: [remark('E_WEEK_AMBIGUOUS', told)] }
  }
  return { value: first, remarks: [remark('I_NORMALISED', { raw, value: printed(first) })] }
}

export const isWeekOfMonth = (text: string): boolean => WEEK.test(dateText(text))

/** The weeks that 第n周 or, with null, 最后一周 may mean, as far as they touch the month. */
function weeksOf(year: number, month: number, week: number | null): Period[] {
  const first = dayOf(year, month, 1)
  if (first === null || week === 0) return []
  const last = `${year}-${two(month)}-${lastDayOf(year, month)}`
  const mondays =
    week === null
      ? lastMondays(last)
      : firstMondays(first).map((day) => addDays(day, (week - 1) * 7))
  return [...new Set(mondays)]
    .map((from) => ({ from, to: addDays(from, 6) }))
    .filter(({ from, to }) => from <= last && to >= first)
}

function firstMondays(first: string): string[] {
  const holding = addDays(first, 1 - weekdayOf(first))
  return [holding, holding < first ? addDays(holding, 7) : holding]
}

function lastMondays(last: string): string[] {
  const holding = addDays(last, 1 - weekdayOf(last))
  return [weekdayOf(last) === 7 ? holding : addDays(holding, -7), holding]
}
