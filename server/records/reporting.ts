import type { Db } from '../store/open.ts'
import { asOf } from './asof.ts'
import { findReporters } from './campaign.ts'
import type { FigureScope } from './figure.ts'
import { findReported } from './statistic.ts'

/** Who has to report for a campaign, and what each has filed. */
export interface ReportingState {
  readonly reporters: readonly { organization: string; region: string }[]
  /** `organization measure` for every number given. */
  readonly given: ReadonlySet<string>
  readonly filed: ReadonlySet<string>
  readonly nil: ReadonlySet<string>
  readonly late: ReadonlySet<string>
  readonly held: ReadonlySet<string>
}

export interface Rate {
  readonly expected: number
  readonly received: number
  readonly onTime: number
  readonly late: number
  readonly held: number
  readonly ratio: number | null
  readonly missing: readonly string[]
}

/**
 * How complete a figure is. A reporter counts as received for a measure only if it gave a number for
 * it or filed "nothing this time": a form with the cell left blank is missing here.
 */
export function rateOf(
  state: ReportingState,
  measure: string | null,
  scope: FigureScope | null,
): Rate {
  const expected = state.reporters
    .filter((one) => scope?.by !== 'region' || one.region === scope.key)
    .filter((one) => scope?.by !== 'organization' || one.organization === scope.key)
    .map((one) => one.organization)
  const has = (organization: string) =>
    measure === null
      ? state.filed.has(organization)
      : state.nil.has(organization) || state.given.has(`${organization} ${measure}`)
  const received = expected.filter(has)
  const late = received.filter((one) => state.late.has(one)).length
  return {
    expected: expected.length,
    received: received.length,
    onTime: received.length - late,
    late,
    held: expected.filter((one) => state.held.has(one)).length,
    ratio: expected.length === 0 ? null : received.length / expected.length,
    missing: expected.filter((one) => !has(one)),
  }
}

/** The reporting of campaigns at a revision, each read once for all its figures. */
export async function readReporting(
  db: Db,
  campaigns: readonly string[],
  at: number,
): Promise<Map<string, ReportingState>> {
  const [reporters, reported, submissions] = await Promise.all([
    findReporters(db, campaigns, at),
    findReported(db, campaigns, at),
    asOf(db, 'submission', at)
      .where('campaign', 'in', [...campaigns])
      .execute(),
  ])
  return new Map(
    campaigns.map((campaign) => {
      const filed = submissions.filter((one) => one.campaign === campaign)
      const by = (test: (one: (typeof filed)[number]) => boolean) =>
        new Set(filed.filter(test).map((one) => one.organization ?? ''))
      return [
        campaign,
        {
          reporters: reporters.filter((one) => one.campaign === campaign),
          given: new Set(
            reported
              .filter((one) => one.campaign === campaign)
              .map((one) => `${one.organization} ${one.measure}`),
          ),
          filed: by(() => true),
          nil: by((one) => one.nil === 1 && one.status === 'ACCEPTED'),
          late: by((one) => (one.daysLate ?? 0) > 0),
          held: by((one) => one.status === 'NEEDS_CORRECTION'),
        },
      ]
    }),
  )
}
