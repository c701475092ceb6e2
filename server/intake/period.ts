import type { PeriodValue, WeeklyValue } from '../../schema/tables/campaign.ts'
import { shanghaiDate } from '../clock.ts'
import { addDays, weekdayOf } from './values/calendar.ts'
import type { KnownCampaign, KnownObligation, World } from './world.ts'

/** For which campaign, obligation and period a form was filed. */
export interface Assigned {
  readonly campaign: KnownCampaign
  readonly obligation: KnownObligation
  readonly period: PeriodValue
}

/**
 * Finds what a form was filed for: by the period written on it, else by the time it was received
 * (the first period that was not yet due). `reporter` narrows the campaigns to those it reports for.
 */
export function assignPeriod(
  world: World,
  template: string,
  given: { from: string; to: string } | null,
  receivedAt: string | null,
  reporter: string | null,
): Assigned | null {
  const owed = world.obligations.filter((one) => one.template === template)
  const theirs = owed.filter((one) =>
    world.reporters.some((two) => two.campaign === one.campaign && two.organization === reporter),
  )
  const candidates = (theirs.length > 0 ? theirs : owed).flatMap((obligation) =>
    periodsOf(obligation, given, receivedAt).flatMap((period) => {
      const campaign = world.campaigns.find((one) => one.id === obligation.campaign)
      return campaign === undefined ? [] : [{ campaign, obligation, period }]
    }),
  )
  return given === null ? byReceipt(candidates, receivedAt) : byDates(candidates, given)
}

/** The listed periods, or of a weekly duty the one week that is meant. */
function periodsOf(
  { periods, weekly }: KnownObligation,
  given: { from: string; to: string } | null,
  receivedAt: string | null,
): readonly PeriodValue[] {
  if (weekly == null) return periods
  if (given !== null) return weeksOf(weekly, weekFrom(given.from))
  if (receivedAt === null) return []
  const thisWeek = weekFrom(shanghaiDate(receivedAt))
  const due = dueOf(weekly, thisWeek)
  const isPast = Date.parse(receivedAt) > Date.parse(due)
  return weeksOf(weekly, isPast ? thisWeek : addDays(thisWeek, -7))
}

function weeksOf(weekly: WeeklyValue, monday: string): PeriodValue[] {
  if (monday > weekly.until) return []
  const due = dueOf(weekly, addDays(monday, 7))
  return [{ code: monday, from: monday, to: addDays(monday, 6), due }]
}

/** The Monday of the week that a day lies in. */
const weekFrom = (day: string) => addDays(day, 1 - weekdayOf(day))

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

function dueOf({ weekday, cutoff }: WeeklyValue, monday: string): string {
  return `${addDays(monday, WEEKDAYS.indexOf(weekday))}T${cutoff}:00+08:00`
}

/** The period with these very days, else the shortest that holds them. */
function byDates(
  candidates: readonly Assigned[],
  given: { from: string; to: string },
): Assigned | null {
  const exact = candidates.find(
    ({ period }) => period.from === given.from && period.to === given.to,
  )
  if (exact !== undefined) return exact
  const holding = candidates
    .filter(({ period }) => period.from <= given.from && given.to <= period.to)
    .sort((a, b) => length(a.period) - length(b.period))
  return holding[0] ?? null
}

function byReceipt(candidates: readonly Assigned[], receivedAt: string | null): Assigned | null {
  const sorted = [...candidates].sort((a, b) => Date.parse(a.period.due) - Date.parse(b.period.due))
  const moment = receivedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(receivedAt)
  return sorted.find(({ period }) => moment <= Date.parse(period.due)) ?? sorted.at(-1) ?? null
}

const length = (period: PeriodValue) => Date.parse(period.to) - Date.parse(period.from)

/** How many days after its due day something came; 0 is on time, part of a day counts as one. */
export function daysLate(due: string, receivedAt: string): number {
  if (Date.parse(receivedAt) <= Date.parse(due)) return 0
  const day = (moment: string) => Date.parse(`${shanghaiDate(moment)}T00:00:00Z`)
  return Math.max(1, Math.round((day(receivedAt) - day(due)) / 86_400_000))
}
