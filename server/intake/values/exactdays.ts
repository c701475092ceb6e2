import { type Remark, remark } from '../findings.ts'
import { dayOf, daysIn, liesIn, type Period, printed, yearsOf } from './calendar.ts'
import type { Atom } from './dateatom.ts'
import { type Around, type Days, inYears } from './dayyear.ts'
import { roughDays } from './roughdays.ts'

/** The days of a piece of text. What may be two days, or none, is an error and never guessed. */
export function daysOf(atom: Atom, around: Around): Days | Remark {
  if (atom.rough !== undefined) return roughDays(atom, around)
  const { raw, before, period } = around
  const month = atom.month ?? (before === null ? undefined : Number(before.to.slice(5, 7)))
  const found =
    month === undefined ? onDay(atom.day ?? 0, period) : readings({ ...atom, month }, around)
  const [day, other] = [...new Set(found)]
  if (day === undefined) return remark('E_DATE_INVALID', { raw })
  if (other !== undefined) return remark('E_DATE_AMBIGUOUS', { raw, a: day, b: other })
  const inferred = atom.shortYear === true || (atom.year === undefined && around.year === null)
  return { from: day, to: day, rough: false, inferred }
}

const onDay = (number: number, period: Period) =>
  daysIn(period).filter((day) => Number(day.slice(8)) === number)

function readings(atom: Atom, around: Around): string[] {
  const { month = 0, day = 0, year, shortYear, yearLast } = atom
  if (year === undefined) {
    const days = inYears(month, day, around)
    const [only, other] = days
    if (only === undefined || other !== undefined || around.year !== null) return days
    return [only, ...rivals(only, atom, around)]
  }
  const plainly = dayOf(year, month, day)
  if (yearLast) return known(plainly, dayOf(year, day, month))
  const isNear = (one: number) => yearsOf(around.period).some((two) => Math.abs(one - two) <= 1)
  const turned = 2000 + day // 05.03.19 may have its year at the end
  if (!shortYear || isNear(year) || !isNear(turned)) return known(plainly)
  return known(dayOf(turned, month, year - 2000), dayOf(turned, year - 2000, month), plainly)
}

const known = (...days: (string | null)[]): string[] => days.filter((day) => day !== null)

/**
 * The Chinese order is month first. The period may bear it out but never overturns it: 3/5 in March is
 * 3月5日, 5/3 in March stays open, and so does 5-8, which may be from the 5th to the 8th.
 */
function rivals(day: string, { month = 0, day: number = 0, sign }: Atom, around: Around): string[] {
  const { period, alone } = around
  if (sign === '/') {
    const [turned] = inYears(number, month, { ...around, before: null })
    const isBorneOut = liesIn(day, period) && (turned === undefined || !liesIn(turned, period))
    return turned === undefined || isBorneOut ? [] : [turned]
  }
  if (sign !== '-' || !alone || liesIn(day, period) || month >= number) return []
  const [from, manyFrom] = onDay(month, period)
  const [to, manyTo] = onDay(number, period)
  const isUnique = manyFrom === undefined && manyTo === undefined
  return from !== undefined && to !== undefined && isUnique ? [printed({ from, to })] : []
}
