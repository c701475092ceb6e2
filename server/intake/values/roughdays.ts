import { type Remark, remark } from '../findings.ts'
import { dayOf, daysIn, lastDayOf, yearOf, yearsOf } from './calendar.ts'
import type { Atom } from './dateatom.ts'
import type { Around, Days } from './dayyear.ts'

const PARTS = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  月底: [21, 31],
  月: [1, 31],
  年: [1, 31],
} as const

/** 3月, 3月中旬, 月底, 2019年: the days between which it lies. */
export function roughDays(atom: Atom, around: Around): Days | Remark {
  const { raw } = around
  const inferred = atom.year === undefined && around.year === null
  if (atom.rough === '年' && atom.year !== undefined) {
    const [from, to] = [dayOf(atom.year, 1, 1), dayOf(atom.year, 12, 31)]
    if (from === null || to === null) return remark('E_DATE_INVALID', { raw })
    return { from, to, rough: true, inferred }
  }
  const [month, other] = monthsOf(atom, around)
  if (month === undefined) return remark('E_DATE_INVALID', { raw })
  if (other !== undefined) return remark('E_DATE_AMBIGUOUS', { raw, a: month, b: other })
  const [first, last] = PARTS[atom.rough ?? '月']
  const end = Math.min(last, lastDayOf(yearOf(month), Number(month.slice(5))))
  const on = (day: number) => `${month}-${String(day).padStart(2, '0')}`
  return { from: on(first), to: on(end), rough: true, inferred }
}

/** The months (2019-03) that a piece may mean: of its own year, of the cell's, else of the period. */
function monthsOf({ month, year }: Atom, { period, before, year: cellYear }: Around): string[] {
  const inPeriod = [...new Set(daysIn(period).map((day) => day.slice(0, 7)))]
  if (month === undefined) return before === null ? inPeriod : [before.to.slice(0, 7)]
  const own = year ?? cellYear
  const all = (own === null ? yearsOf(period) : [own]).flatMap(
    (one) => dayOf(one, month, 1)?.slice(0, 7) ?? [],
  )
  const touching = all.filter((one) => inPeriod.includes(one))
  return touching.length > 0 ? touching : all
}
