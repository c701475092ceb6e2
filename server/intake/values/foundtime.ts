import { type Remark, remark } from '../findings.ts'
import { daysIn, type Period, weekdayOf } from './calendar.ts'
import type { Around, Days } from './dayyear.ts'
import { daysOf } from './exactdays.ts'
import type { Occasion } from './occasion.ts'
import { type Hours, hoursOf } from './when.ts'

/** A stretch of time with its days and hours found. */
export interface Found {
  readonly days: Days | null
  /** The first and, of a range, the last piece. */
  readonly ends: readonly Days[]
  readonly hours: Hours
  readonly occasion: Occasion
}

/** Finds the days and hours of every stretch; the first remark is why it cannot be done. */
export function foundTimes(
  occasions: readonly Occasion[],
  period: Period,
  raw: string,
): Found[] | Remark {
  const atoms = occasions
    .flatMap(({ first, last }) => [first, last])
    .filter((one) => one !== undefined)
  const written = atoms.map((one) => one.year).filter((one) => one !== undefined)
  const all: Found[] = []
  let year = written[0] ?? null
  let before: Days | null = null
  for (const occasion of occasions) {
    const hours = hoursOf(occasion, raw)
    if ('code' in hours) return hours
    const ends: Days[] = []
    for (const atom of [occasion.first, occasion.last].filter((one) => one !== undefined)) {
      year = atom.year ?? year
      const around: Around = { period, year, before, alone: atoms.length === 1, raw }
      const days: Days | Remark = daysOf(atom, around)
      if ('code' in days) return days
      ends.push(days)
      before = days
    }
    const found = namesDay(occasion)
      ? whole(ends, occasion, raw)
      : onWeekdays(occasion, ends[0] ?? period, raw)
    if ('code' in found) return found
    all.push(...found.map((days) => ({ days, ends, hours, occasion })))
  }
  return all
}

/** 3月周六 and 周六 name a weekday and no day. */
const namesDay = ({ first, last, weekdays }: Occasion): boolean =>
  first !== undefined && (first.rough === undefined || last !== undefined || weekdays.length === 0)

/** From the first day of the one end to the last day of the other. */
function whole(ends: readonly Days[], { last }: Occasion, raw: string): Days[] | Remark {
  const [from, to = from] = ends
  if (from === undefined || to === undefined) return []
  if (to.to < from.from || (to !== from && to.from < from.from))
    return remark('E_DATE_ORDER', { raw })
  // 3月5日至月底 has a last day, 3月5日至3月中旬 only a rough one.
  const rough = from.rough || (to.rough && last?.rough !== '月底')
  return [{ from: from.from, to: to.to, rough, inferred: ends.some(isInferred) }]
}

const isInferred = ({ rough, inferred }: Days) => inferred && !rough

/** 周六上午: the day of the stretch, where it has one such; time alone has no day. */
function onWeekdays(
  { first, weekdays }: Occasion,
  scope: Period,
  raw: string,
): (Days | null)[] | Remark {
  const wanted = weekdays.flatMap(({ days }) => days)
  if (wanted.length === 0) return [null]
  const found: Days[] = []
  for (const name of wanted) {
    const [day, other] = daysIn(scope).filter((one) => weekdayOf(one) === name)
    if (day === undefined) return remark('E_DATE_INVALID', { raw })
    if (other !== undefined) return remark('E_DATE_AMBIGUOUS', { raw, a: day, b: other })
    found.push({ from: day, to: day, rough: false, inferred: first?.year === undefined })
  }
  return found
}
