import type { JudgedCell, JudgedPeriod } from './judged.ts'
import { addDays } from './values/calendar.ts'

type Span = { start: string | null; end?: string | null }
type Days = { dates: readonly string[] }

/** The days of an understood time; null where the cell does not say them. */
export function daysOf(cell: JudgedCell | undefined): JudgedPeriod | null {
  const dates = datesOf(cell)
  const [first] = dates
  const last = dates.at(-1)
  if (first !== undefined && last !== undefined) return { from: first, to: last }
  const { start, end } = (cell?.value ?? {}) as Partial<Span>
  if (start == null) return null
  const from = start.slice(0, 10)
  return { from, to: end?.slice(0, 10) ?? from }
}

/** Every single day, where the cell lists them. */
export function datesOf(cell: JudgedCell | undefined): readonly string[] {
  const { dates } = (cell?.value ?? {}) as Partial<Days>
  return [...new Set((dates ?? []).map((day) => day.slice(0, 10)))]
}

/** The moments, where a clock time is known (UTC). */
export function momentsOf(cell: JudgedCell | undefined): {
  startsAt: string | null
  endsAt: string | null
} {
  const { start, end, dates } = (cell?.value ?? {}) as Partial<Span & Days>
  return { startsAt: momentOf(start ?? dates?.[0]), endsAt: momentOf(end) }
}

const momentOf = (text: string | null | undefined) =>
  text?.includes('T') ? new Date(text).toISOString() : null

/** The two months before a day: when what a form tells can have been. */
export function windowBefore(day: string): JudgedPeriod {
  return { from: addDays(day, -62), to: day }
}
