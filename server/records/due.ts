import type { PeriodValue, WeeklyValue } from '../../schema/tables/campaign.ts'
import { shanghaiDate } from '../clock.ts'

/** Public holidays and the working days made up for them, by day; a year without any is not known. */
export type Holidays = ReadonlyMap<string, string>

/**
 * A due time as it holds: one that falls on a public holiday moves to the same hour of the next working
 * day. The documents do not say so; it is a parameter of the hub (I10). A year whose holidays nobody
 * published is left as it is.
 */
export function dueTime(due: string, holidays: Holidays): string {
  const [first = '', time = ''] = due.split('T')
  let day = first
  while (holidays.get(day) === 'HOLIDAY' || (day !== first && !isWorkday(day, holidays))) {
    day = dayAfter(day, 1)
  }
  return `${day}T${time}`
}

function isWorkday(day: string, holidays: Holidays): boolean {
  const kind = holidays.get(day)
  if (kind !== undefined) return kind === 'WORKDAY'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return dayAfter(day, 1 - weekday)
}

/** The week that begins on a Monday as a period of a weekly duty; null after its end. */
export function weekPeriod(weekly: WeeklyValue, monday: string): PeriodValue | null {
  if (monday > weekly.until) return null
  const due = `${dayAfter(monday, 7 + WEEKDAYS.indexOf(weekly.weekday))}T${weekly.cutoff}:00+08:00`
  return { code: monday, from: monday, to: dayAfter(monday, 6), due }
}

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

/** How many days after its due day something came; 0 is on time, part of a day counts as one. */
export function daysLate(due: string, receivedAt: string): number {
  if (Date.parse(receivedAt) <= Date.parse(due)) return 0
  const day = (moment: string) => Date.parse(`${shanghaiDate(moment)}T00:00:00Z`)
  return Math.max(1, Math.round((day(receivedAt) - day(due)) / 86_400_000))
}
