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
