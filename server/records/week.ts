import { NONE } from './slice.ts'

const LONGEST_WEEK = 8 // days: the first week of March 2019 ran from Friday to Friday

/** The Monday of the week that a report is for: the one it ends in. `NONE` for a report of longer than a week. */
export function weekOf(from: string | null, to: string | null): string {
  if (from === null || to === null) return NONE
  const last = new Date(`${to}T00:00:00Z`)
  const days = (last.getTime() - Date.parse(`${from}T00:00:00Z`)) / DAY + 1
  if (!(days >= 1 && days <= LONGEST_WEEK)) return NONE
  const sinceMonday = (last.getUTCDay() + 6) % 7
  return new Date(last.getTime() - sinceMonday * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000

/** The month in which a report ends, such as `2019-03`. */
export function monthOf(to: string | null): string {
  return to === null ? NONE : to.slice(0, 7)
}

/** The year in which a report ends. */
export function yearOf(to: string | null): string {
  return to === null ? NONE : to.slice(0, 4)
}
