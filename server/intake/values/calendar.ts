/** From one day to another, both included. Days are ISO texts (`2019-03-05`): they compare as they stand. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The day as a text, or null where the calendar has none such. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  return day > lastDayOf(year, month) ? null : `${year}-${two(month)}-${two(day)}`
}

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function daysIn({ from, to }: Period): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < 1000; day = addDays(day, 1)) days.push(day)
  return days
}

export const liesIn = (day: string, { from, to }: Period): boolean => from <= day && day <= to

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The years that a period touches. */
export function yearsOf({ from, to }: Period): number[] {
  const first = yearOf(from)
  return Array.from({ length: yearOf(to) - first + 1 }, (_, i) => first + i)
}

export const WEEKDAYS = '一二三四五六日'

/** 2019-03-05, or 2019-03-05 – 2019-03-08, as sentences print it. */
export function printed({ from, to }: Period): string {
  return from === to ? from : `${from} – ${to}`
}

export const two = (number: number): string => String(number).padStart(2, '0')
