import { remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import type { Period } from './calendar.ts'
import { readTyped } from './datecell.ts'
import { type DayReading, dayIn } from './day.ts'
import { findPersonal } from './personal.ts'
import { isMissing, plain } from './plain.ts'
import { type WeekReading, weekOfMonth } from './week.ts'
import type { WhenReading } from './when.ts'
import { failed } from './whensaid.ts'
import { readWhenText } from './whentext.ts'

/**
 * Reads when something was: one day, from one day to another, a list of days, or what returns in the period.
 * A reading must be unique: what may be two days is an error, nothing is swapped or moved.
 */
export function readWhen(
  cell: Cell | undefined,
  period: Period,
  options: { readonly date1904?: boolean; readonly issuedOn?: string } = {},
): WhenReading {
  const raw = plain(cell?.text ?? '')
  if (cell === undefined || isMissing(raw)) return { value: null, remarks: [] }
  if (cell.kind === 'error') return failed(remark('E_FORMULA_ERROR', { raw }))
  const kinds = findPersonal(raw)
  if (kinds.length > 0) return failed(remark('E_PII', { kinds: kinds.join('、') }))
  const asked = { raw, period, ...options }
  return readTyped(cell, asked, options.date1904) ?? readWhenText(raw, asked)
}

/** Reads one day, or its month or year where that is all that is known: 2019年3月5日, 2015.6, 2015年. */
export function readDay(
  cell: Cell | undefined,
  period: Period | null = null,
  options: { readonly date1904?: boolean } = {},
): DayReading {
  const raw = plain(cell?.text ?? '')
  const nothing = { value: null, precision: null }
  if (cell === undefined || isMissing(raw)) return { ...nothing, remarks: [] }
  if (cell.kind === 'error') return { ...nothing, remarks: [remark('E_FORMULA_ERROR', { raw })] }
  const kinds = findPersonal(raw)
  if (kinds.length > 0) {
    return { ...nothing, remarks: [remark('E_PII', { kinds: kinds.join('、') })] }
  }
  return dayIn(cell, raw, period, options.date1904)
}

/**
 * 7月第1周: from Monday to Sunday. The first week is the one that holds the 1st or the first whole one; where
 * these differ both are told and neither is taken. A form whose blanks were left open says nothing.
 */
export function readWeekOfMonth(raw: string, year: number): WeekReading {
  return weekOfMonth(plain(raw), year)
}
