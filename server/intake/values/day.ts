import { isError, type Remark, remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { dayOf, type Period } from './calendar.ts'
import { readTyped } from './datecell.ts'
import { dateText } from './datetext.ts'
import type { WhenReading } from './when.ts'
import { unreadable } from './whensaid.ts'
import { readWhenText } from './whentext.ts'

/** One day as far as it is known: 2015-06-01, 2015-06 or 2015. */
export interface DayReading {
  readonly value: string | null
  readonly precision: 'day' | 'month' | 'year' | null
  readonly remarks: readonly Remark[]
}

const ANY: Period = { from: '1949-01-01', to: '2100-12-31' }
const HEARD = new Set(['W_YEAR_INFERRED', 'W_WEEKDAY_MISMATCH', 'I_NORMALISED', 'I_IGNORED_PART'])

/** Reads a day by the rules of `readWhen`; without a period it must have its year. */
export function dayIn(
  cell: Cell,
  raw: string,
  period: Period | null,
  date1904 = false,
): DayReading {
  const asked = { raw, period: period ?? ANY }
  const typed = readTyped(cell, asked, date1904)
  const whole = typed === null ? wholeUnit(dateText(raw), raw) : null
  if (whole !== null) return whole
  const { value, remarks, openEnded, fuzzy } = typed ?? readWhenText(raw, asked)
  const error = remarks.find(isError)
  if (error !== undefined) {
    // Without a period every year fits a day that has none.
    const isYearless = period === null && typed === null && error.code === 'E_DATE_AMBIGUOUS'
    return none(isYearless ? unreadable(raw) : error)
  }
  const day = oneDay(value)
  if (day === null || openEnded || fuzzy) return none(unreadable(raw))
  return { value: day, precision: 'day', remarks: remarks.filter(({ code }) => HEARD.has(code)) }
}

const none = (why: Remark): DayReading => ({ value: null, precision: null, remarks: [why] })

function oneDay(value: WhenReading['value']): string | null {
  if (value === null || !('start' in value)) return null
  const [from, to] = [value.start?.slice(0, 10), (value.end ?? value.start)?.slice(0, 10)]
  return from !== undefined && from === to ? from : null
}

/** 2015年6月, 2015.6, 201506 or 2015年, and nothing else. */
function wholeUnit(text: string, raw: string): DayReading | null {
  const full = /^(\d{4})(?:年?|[-./年](\d{1,2})月?份?|(\d{2}))$/.exec(text)
  const short = /^'?(\d{2})年(?:(\d{1,2})月份?)?$/.exec(text)
  if (full === null && short === null) return null
  const century = Number(short?.[1]) >= 50 ? 1900 : 2000
  const year = full === null ? century + Number(short?.[1]) : Number(full[1])
  const month = full?.[2] ?? full?.[3] ?? short?.[2]
  const first = dayOf(year, Number(month ?? 1), 1)
  if (first === null) return none(remark('E_DATE_INVALID', { raw }))
  const value = first.slice(0, month === undefined ? 4 : 7)
  const code = short === null ? 'I_NORMALISED' : 'W_YEAR_INFERRED'
  const remarks = value === raw ? [] : [remark(code, { raw, value })]
  return { value, precision: month === undefined ? 'year' : 'month', remarks }
}
