import { dayOf, liesIn, type Period, yearsOf } from './calendar.ts'

/** The days that a piece of text means. */
export interface Days extends Period {
  /** A month or a part of one: no day was named. */
  readonly rough: boolean
  /** The year was not written, or not in full. */
  readonly inferred: boolean
}

/** What stands around a piece of text. */
export interface Around {
  readonly period: Period
  /** The year that is written elsewhere in the cell. */
  readonly year: number | null
  /** What the piece before it means, for 3月5-8日. */
  readonly before: Days | null
  /** Whether it is the only date of the cell. */
  readonly alone: boolean
  readonly raw: string
}

/** A day without its year: that of the cell, else that of the period. More than one where both fit. */
export function inYears(month: number, day: number, around: Around): string[] {
  const { period, year, before } = around
  const all = (years: readonly number[]) =>
    years.map((one) => dayOf(one, month, day)).filter((one) => one !== null)
  if (year === null) {
    const days = all(yearsOf(period))
    const inside = days.filter((one) => liesIn(one, period))
    return inside.length > 0 ? inside : days
  }
  const [own] = all([year])
  const [next] = all([year + 1])
  // 2018.12.30-1.2 runs into a new year where the period does.
  const wraps = own !== undefined && before !== null && own < before.from
  return wraps && next !== undefined && liesIn(next, period) ? [next] : all([year])
}
