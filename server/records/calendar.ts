import type { PeriodValue } from '../../schema/tables/campaign.ts'
import { parse } from '../../schema/tables/row.ts'
import { shanghaiDate } from '../clock.ts'
import type { Db } from '../store/open.ts'
import { asOf } from './asof.ts'
import { findCampaigns, findReporters, type ObligationRow, type ReporterRow } from './campaign.ts'
import { dayAfter, daysLate, dueTime, type Holidays, mondayOf, weekPeriod } from './due.ts'
import type { SubmissionRow } from './submission.ts'

export type DutyState = 'NOT_DUE' | 'DUE' | 'OVERDUE' | 'FILED' | 'FILED_LATE' | 'HELD'

/** What one office owes for one period, and how it stands. */
export interface Duty {
  readonly obligation: ObligationRow
  readonly organization: string
  /** Of the office, as the roster says. */
  readonly region: string
  readonly period: PeriodValue
  /** Through which organizations its form goes up, in their order; empty: straight to the city. */
  readonly route: readonly string[]
  /** UTC. */
  readonly due: string
  readonly state: DutyState
  /** The newest form filed for it. */
  readonly submission: string | null
  readonly daysLate: number | null
  readonly at: number
}

export interface DutyQuery {
  readonly campaign?: string | null
  readonly organization?: string | null
  /** A region with everything below it. */
  readonly regions?: readonly string[] | null
}

/**
 * Who owes what, and what became of it by a moment: computed from obligations, rosters and filed forms,
 * never kept. The order is that of due times, then of offices.
 */
export async function readCalendar(
  db: Db,
  at: number,
  on: Date,
  query: DutyQuery = {},
): Promise<Duty[]> {
  const campaigns = query.campaign
    ? [query.campaign]
    : (await findCampaigns(db, at)).map((one) => one.id)
  if (campaigns.length === 0) return []
  const [obligations, reporters, submissions, holidays] = await Promise.all([
    asOf(db, 'obligation', at).where('campaign', 'in', campaigns).orderBy('id').execute(),
    findReporters(db, campaigns, at),
    asOf(db, 'submission', at).where('campaign', 'in', campaigns).execute(),
    readHolidays(db, at),
  ])
  const filed = submissions.filter((one) => one.receivedAt <= on.toISOString())
  const byDuty = Map.groupBy(filed, (one) =>
    keyOf(one.campaign, one.template, one.organization, one.period),
  )
  const routes = routesOf(reporters)
  const duties = obligations.flatMap((obligation) => {
    const periods = periodsOf(obligation, filed)
    return reporters
      .filter((one) => owes(one, obligation, query))
      .flatMap((reporter) =>
        periods.map((period) => {
          const route = routes(reporter)
          const { campaign, template } = obligation
          const forms =
            byDuty.get(keyOf(campaign, template, reporter.organization, period.code)) ?? []
          return dutyOf({ obligation, reporter, period, route, at }, forms, on, holidays)
        }),
      )
  })
  return duties.sort(
    (a, b) =>
      compare(a.due, b.due) ||
      compare(a.organization, b.organization) ||
      compare(a.obligation.id, b.obligation.id),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const keyOf = (...parts: readonly (string | null)[]) => parts.join('|')

/** Every holiday and made-up working day that the hub knows. */
export async function readHolidays(db: Db, at: number): Promise<Holidays> {
  const rows = await asOf(db, 'holiday', at).execute()
  return new Map(rows.map(({ day, kind }) => [day, kind]))
}

function owes(reporter: ReporterRow, obligation: ObligationRow, query: DutyQuery): boolean {
  const kinds = parse(obligation.kinds)
  return (
    reporter.campaign === obligation.campaign &&
    (kinds.length === 0 || kinds.includes(reporter.kind)) &&
    (query.organization == null || query.organization === reporter.organization) &&
    (query.regions == null || query.regions.includes(reporter.region))
  )
}

/** Listed periods; of a weekly duty the weeks from the first that anybody filed for. */
function periodsOf(
  { campaign, template, periods, weekly }: ObligationRow,
  filed: readonly SubmissionRow[],
): PeriodValue[] {
  if (weekly === null) return parse(periods)
  const duty = parse(weekly)
  const weeks = filed
    .filter((one) => one.campaign === campaign && one.template === template)
    .flatMap((one) => one.period ?? [])
    .sort()
  const found: PeriodValue[] = []
  for (let monday = weeks[0] ? mondayOf(weeks[0]) : '9999'; ; monday = dayAfter(monday, 7)) {
    const period = monday.length === 10 ? weekPeriod(duty, monday) : null
    if (period === null) return found
    found.push(period)
  }
}

const LONGEST = 6 // a circle in a roster is a mistake, and must end

/** The way up, office by office, as the roster of the campaign says it (H17-29, Z19-15). */
function routesOf(reporters: readonly ReporterRow[]): (from: ReporterRow) => string[] {
  const next = new Map(reporters.map((one) => [`${one.campaign} ${one.organization}`, one.via]))
  return ({ campaign, organization }) => {
    const route: string[] = []
    let via = next.get(`${campaign} ${organization}`) ?? null
    while (via !== null && !route.includes(via) && route.length < LONGEST) {
      route.push(via)
      via = next.get(`${campaign} ${via}`) ?? null
    }
    return route
  }
}

interface Owed {
  readonly obligation: ObligationRow
  readonly reporter: ReporterRow
  readonly period: PeriodValue
  readonly route: readonly string[]
  readonly at: number
}

function dutyOf(
  { obligation, reporter, period, route, at }: Owed,
  forms: readonly SubmissionRow[],
  on: Date,
  holidays: Holidays,
): Duty {
  const { organization, region } = reporter
  const due = new Date(dueTime(period.due, holidays)).toISOString()
  const base = { obligation, organization, region, period, route, due, at }
  const [first, ...later] = [...forms].sort(
    (a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id),
  )
  if (first === undefined) {
    const over = on.toISOString() > due
    const ended = shanghaiDate(on) >= period.to
    const state = over ? 'OVERDUE' : ended ? 'DUE' : 'NOT_DUE'
    return { ...base, state, submission: null, daysLate: null }
  }
  const newest = later.at(-1) ?? first
  const late = daysLate(due, first.receivedAt)
  const isHeld = newest.status === 'NEEDS_CORRECTION'
  const state = isHeld ? 'HELD' : late > 0 ? 'FILED_LATE' : 'FILED'
  return { ...base, state, submission: newest.id, daysLate: late }
}
