import { isoOf } from '../../office/dates.ts'
import { remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { dayOf, type Period, yearsOf } from './calendar.ts'
import { plain } from './plain.ts'
import { outside, type WhenReading } from './when.ts'
import { type Asked, failed, unreadable } from './whensaid.ts'

/** A cell that the sheet holds as a date or a number; null where its text has to be read. */
export function readTyped(cell: Cell, asked: Asked, date1904 = false): WhenReading | null {
  if (cell.date !== undefined) return onDate(cell.date, asked, [])
  const serial = serialIn(cell)
  if (serial !== null) {
    const day = isoOf(serial, date1904)
    if (day === undefined) return failed(unreadable(asked.raw))
    return onDate(day, asked, [remark('I_NORMALISED', { raw: asked.raw, value: day })])
  }
  return cell.kind === 'number' && cell.number !== undefined ? lostZero(cell.number, asked) : null
}

const FIRST = 36_526 // 2000-01-01
const LAST = 73_415 // 2100-12-31

/** A day as Excel counts it, in a cell or typed as text. */
export function serialIn({ kind, number, text }: Cell): number | null {
  const typed = plain(text)
  const value =
    kind === 'number' ? number : /^\d{5}(?:\.\d+)?$/.test(typed) ? Number(typed) : undefined
  return value !== undefined && value >= FIRST - 1462 && value <= LAST ? value : null
}

function onDate(date: string, { period }: Asked, remarks: WhenReading['remarks']): WhenReading {
  const [day = '', time] = date.split('T')
  const days = [{ from: day, to: day, rough: false, inferred: false }]
  const value =
    time === undefined ? { start: day, end: day } : { start: `${day}T${time}+08:00`, end: null }
  const late = outside(days, period, false)
  return { value, remarks: late.length > 0 ? late : remarks }
}

/** A number cell shows 3.1 for 3.1 and for 3.10, and 2019.1 for 2019.10. */
function lostZero(number: number, { raw, period }: Asked): WhenReading | null {
  const [, whole = '', digit = ''] = /^(\d{1,2}|\d{4})\.(\d)$/.exec(String(number)) ?? []
  if (digit === '') return null
  const readings = [Number(digit), Number(digit) * 10].flatMap((part) =>
    whole.length === 4 ? monthIn(Number(whole), part) : daysIn(Number(whole), part, period),
  )
  const [a, b] = readings
  return a !== undefined && b !== undefined
    ? failed(remark('E_DATE_AMBIGUOUS', { raw, a, b }))
    : null
}

const monthIn = (year: number, month: number): string[] =>
  dayOf(year, month, 1)?.slice(0, 7).split(' ') ?? []

/** The first year of the period that has such a day. */
function daysIn(month: number, day: number, period: Period): string[] {
  return yearsOf(period)
    .flatMap((year) => dayOf(year, month, day) ?? [])
    .slice(0, 1)
}
