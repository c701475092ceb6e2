import type { PeriodValue } from '../../schema/tables/campaign.ts'
import { shanghaiDate } from '../clock.ts'
import { dayAfter, dueTime, mondayOf, weekPeriod } from '../records/due.ts'
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
      if (campaign === undefined) return []
      const due = dueTime(period.due, world.holidays)
      return [{ campaign, obligation, period: { ...period, due } }]
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
  const weekOf = (monday: string) => weekPeriod(weekly, monday) ?? []
  if (given !== null) return [weekOf(mondayOf(given.from))].flat()
  if (receivedAt === null) return []
  const thisWeek = mondayOf(shanghaiDate(receivedAt))
  const last = weekPeriod(weekly, dayAfter(thisWeek, -7))
  const isPast = last === null || Date.parse(receivedAt) > Date.parse(last.due)
  return [isPast ? weekOf(thisWeek) : last].flat()
}

/**
 * The period with these very days; else the week that holds them, or that ends with them (a cumulative
 * form says more days than its week has); else the one that shares most days with them. So a form of a
 * few odd days is never taken for the final one, which would replace the weeks.
 */
function byDates(candidates: readonly Assigned[], given: Span): Assigned | null {
  const sharing = candidates.filter(({ period }) => shared(period, given) > 0)
  const exact = sharing.find(({ period }) => period.from === given.from && period.to === given.to)
  const weeks = sharing.filter(({ obligation }) => !obligation.final)
  const holding = weeks.find(({ period }) => holds(period, given))
  const ending = weeks.find(({ period }) => period.to === given.to)
  const [nearest = null] = sharing.toSorted(
    (a, b) => likeness(b.period, given) - likeness(a.period, given),
  )
  return exact ?? holding ?? ending ?? nearest
}

/** Whether days that a form gives lie in the period that it is taken for. */
export const holds = (period: Span, given: Span): boolean =>
  period.from <= given.from && given.to <= period.to

interface Span {
  readonly from: string
  readonly to: string
}

function byReceipt(candidates: readonly Assigned[], receivedAt: string | null): Assigned | null {
  const sorted = [...candidates].sort((a, b) => Date.parse(a.period.due) - Date.parse(b.period.due))
  const moment = receivedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(receivedAt)
  return sorted.find(({ period }) => moment <= Date.parse(period.due)) ?? sorted.at(-1) ?? null
}

const DAY = 86_400_000
const days = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / DAY + 1

function shared(a: Span, b: Span): number {
  const [, from = ''] = [a.from, b.from].sort()
  const [to = ''] = [a.to, b.to].sort()
  return Math.max(0, days({ from, to }))
}

/** Days in both, of days in either. */
function likeness(a: Span, b: Span): number {
  const both = shared(a, b)
  return both / (days(a) + days(b) - both)
}
