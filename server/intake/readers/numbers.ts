import { isoOf } from '../../office/dates.ts'
import type { Cell } from '../sheet.ts'
import { type DateParts, type NumberFormat, renderDate } from './formats.ts'

/** A number as a person sees it: 200, 3.5, 50%, 3月5日, 9:00. */
export function numberCell(number: number, format?: NumberFormat, date1904 = false): Cell {
  if (!format) return { text: plain(number), kind: 'number', number }
  const cell = { kind: 'number', number, format: format.code } as const
  if (format.kind === 'number') return { text: plain(number), ...cell }
  if (format.kind === 'percent') return { text: `${plain(number * 100)}%`, ...cell }
  const date = namesDay(number, format) ? isoOf(number, date1904) : undefined
  const parts = dateParts(number, date1904)
  if (!parts || (format.kind === 'day' && !date)) return { text: plain(number), ...cell }
  return { text: renderDate(format, parts), ...cell, ...(date && { date }) }
}

/** 0.375 shown as 9:00 is only a time; 43529.375 shown as 9:00 still has its day. */
function namesDay(number: number, { kind }: NumberFormat): boolean {
  return kind === 'day' || (kind === 'time' && number >= 1)
}

/** Fifteen digits, which is what Excel keeps; beyond them 5.14412E+17, as Excel shows it. */
function plain(number: number): string {
  const rounded = Number(number.toPrecision(15))
  const size = Math.abs(rounded)
  if (size >= 1e15 || (size > 0 && size < 1e-9)) return scientific(rounded)
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(15).replace(/\.?0+$/, '') : text
}

function scientific(number: number): string {
  const [mantissa = '', exponent = ''] = number.toExponential(5).split('e')
  return `${Number(mantissa)}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
}

function dateParts(serial: number, date1904: boolean): DateParts | undefined {
  const elapsed = Math.round(serial * 86_400)
  if (elapsed < 0) return undefined
  const [year = 1900, month = 1, day = 0] =
    isoOf(Math.floor(elapsed / 86_400), date1904)
      ?.split('-')
      .map(Number) ?? []
  const second = elapsed % 86_400
  return {
    year,
    month,
    day,
    hour: Math.floor(second / 3600),
    minute: Math.floor((second % 3600) / 60),
    second: second % 60,
    elapsed,
  }
}
