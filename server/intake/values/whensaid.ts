import { type Remark, remark } from '../findings.ts'
import { type Period, printed } from './calendar.ts'
import { timeText } from './clock.ts'
import type { Days } from './dayyear.ts'
import { type Found, foundTimes } from './foundtime.ts'
import type { Said } from './occasion.ts'
import { type Hours, listed, mismatches, moment, outside, type WhenReading } from './when.ts'

export interface Asked {
  readonly raw: string
  readonly period: Period
  /** The day of the document that says 即日起. */
  readonly issuedOn?: string
  /** Whether the hours are those of days that return. */
  readonly returning?: true
}

/** What the pieces of a text say together. */
export function whenSaid(said: Said, asked: Asked): WhenReading {
  const { raw, period } = asked
  const found = foundTimes(said.occasions, period, raw)
  if (!Array.isArray(found)) return failed(found)
  const dated = found.filter((one): one is Dated => one.days !== null)
  const open = openEnds(said, dated, asked)
  if (said.alternatives) return failed(alternatives(dated, raw))
  const isMixed = new Set(dated.map(({ days }) => days.rough)).size > 1
  if (open === undefined || isMixed || (found.length === 0 && open === null)) {
    return failed(unreadable(raw))
  }

  const about = said.marks.has('about')
  const rough = about || dated.some((one) => isRough(one, open))
  const value = open ?? spanOf(dated, rough)
  const hours = timesOf(found)
  const part = found.map((one) => one.hours.part).find((one) => one !== undefined)
  const openEnded = open !== null && (open.start === null || open.end === null)
  const text = value === null ? Object.values(hours).join('-') : print(value)
  const remarks = [
    ...(dated.some(({ days }) => days.inferred)
      ? [remark('W_YEAR_INFERRED', { value: text })]
      : []),
    ...(rough ? [remark('W_PERIOD_FUZZY', { raw, value: text })] : []),
    ...(part === undefined || WHOLE.test(part) ? [] : [remark('W_TIME_PART', { part })]),
    ...mismatches(
      said.occasions.flatMap(({ weekdays }) => weekdays),
      found.flatMap(({ ends }) => ends).filter(({ rough }) => !rough),
    ),
    ...(openEnded ? [remark('W_OPEN_ENDED', { raw })] : []),
    ...said.noise.map((noise) => remark('I_IGNORED_PART', { part: noise })),
    ...(open?.start === null ? [] : outside(spans(dated), period, rough)),
  ]
  return {
    value,
    remarks:
      remarks.length > 0 || text === raw ? remarks : [remark('I_NORMALISED', { raw, value: text })],
    ...(value === null || asked.returning || isDaily(dated) ? hours : {}),
    ...(part !== undefined && { partOfDay: part }),
    ...(openEnded && { openEnded }),
    ...(rough && { fuzzy: true }),
  }
}

/** 即日起至8月底 has a last day. */
const isRough = ({ days, occasion }: Dated, open: Value): boolean =>
  days.rough && (open === null || occasion.first?.rough !== '月底')

type Dated = Found & { readonly days: Days }
type Value = WhenReading['value']
type Ends = { readonly start: string | null; readonly end: string | null }

const WHOLE = /全天|整天|白天/

const spans = (dated: readonly Dated[]): Days[] => dated.map(({ days }) => days)

export function failed(why: Remark): WhenReading {
  return { value: null, remarks: [why] }
}

export function unreadable(raw: string): Remark {
  return remark('E_DATE_INVALID', {
    raw,
    hintZh: '，或不是日期；请写成2019-03-05',
    hintEn: ', or is no date; write it as 2019-03-05',
  })
}

function alternatives([first, second]: readonly Dated[], raw: string): Remark {
  if (first === undefined || second === undefined) return unreadable(raw)
  return remark('E_DATE_AMBIGUOUS', { raw, a: printed(first.days), b: printed(second.days) })
}

/** 长期, 3月5日起, 即日起至8月底: an end that is open; null where none is, undefined where it makes no sense. */
function openEnds(
  { marks }: Said,
  dated: readonly Dated[],
  { issuedOn }: Asked,
): Ends | null | undefined {
  const issued = issuedOn ?? null
  const [only, second] = dated
  const ends = ['now', 'today', 'since', 'until', 'open'] as const
  if (!ends.some((one) => marks.has(one)) || only?.occasion.last !== undefined) return null
  if (second !== undefined) return marks.has('open') && marks.size === 1 ? null : undefined
  if (only === undefined) {
    if (marks.has('now')) return { start: issued, end: null }
    return marks.has('open') ? { start: null, end: null } : marks.has('clock') ? null : undefined
  }
  const { days } = only
  if (marks.has('now')) return { start: issued, end: days.to }
  if (marks.has('since') || marks.has('today')) return { start: startOf(only), end: null }
  if (marks.has('until')) return { start: null, end: days.to }
  return days.rough ? null : { start: days.from, end: null }
}

function spanOf(dated: readonly Dated[], rough: boolean): Value {
  const [first, second] = dated
  if (first === undefined) return null
  if (second === undefined) return { start: startOf(first), end: endOf(first) }
  if (!rough) return { dates: listed(dated) }
  const [from, to] = [
    spans(dated)
      .map((one) => one.from)
      .sort(),
    spans(dated)
      .map((one) => one.to)
      .sort(),
  ]
  return { start: from[0] ?? null, end: to.at(-1) ?? null }
}

/** Hours of rough days stand beside them. */
const startOf = ({ days, hours }: Dated): string =>
  moment(days.from, days.rough ? undefined : hours.from)

const isOneDay = ({ from, to }: Days): boolean => from === to

/** A day that begins at an hour has no known end where none is written. */
function endOf({ days, hours }: Dated): string | null {
  return isOneDay(days) && hours.from !== undefined && hours.to === undefined
    ? null
    : moment(days.to, days.rough ? undefined : hours.to)
}

/** The hours that are the same on every day, or belong to no day. */
function timesOf(found: readonly { hours: Hours }[]): { startTime?: string; endTime?: string } {
  const [first] = found
  const same = found.every(
    ({ hours }) => hours.from === first?.hours.from && hours.to === first?.hours.to,
  )
  const { from, to } = (same ? first?.hours : undefined) ?? {}
  return {
    ...(from !== undefined && { startTime: timeText(from) }),
    ...(to !== undefined && { endTime: timeText(to) }),
  }
}

/** 3月5-8日9:00-11:00: hours that return every day. */
function isDaily(dated: readonly Dated[]): boolean {
  if (dated.some(({ occasion }) => occasion.through)) return false
  const [only, second] = dated
  return only === undefined || second !== undefined || !isOneDay(only.days)
}

export function print(value: NonNullable<Value>): string {
  if ('dates' in value) return value.dates.join('、')
  const { start, end } = value
  return start === end || end === null ? (start ?? '') : `${start ?? ''} – ${end}`
}
