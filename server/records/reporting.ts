import type { Db } from '../store/open.ts'
import { asOf } from './asof.ts'
import { findReporters, type ReporterRow } from './campaign.ts'
import { lineOf } from './line.ts'
import { findReported } from './observation.ts'
import { type RegionRow, readAbove } from './region.ts'
import type { Slice } from './slice.ts'

/** Somebody who has to report, the line of a table by region that it stands in, and all above that. */
export interface Reporter {
  readonly organization: string
  readonly line: string
  readonly within: readonly string[]
}

/** A form as far as reporting goes. */
export interface FiledForm {
  readonly id: string
  readonly receivedAt: string
  readonly status: string
  readonly nil: boolean
  readonly daysLate: number | null
}

/** Who has to report for a campaign, and what each has filed. */
export interface ReportingState {
  readonly reporters: readonly Reporter[]
  /** `organization measure` for every number given. */
  readonly given: ReadonlySet<string>
  readonly filed: ReadonlySet<string>
  readonly nil: ReadonlySet<string>
  readonly late: ReadonlySet<string>
  readonly held: ReadonlySet<string>
  /** The forms of each reporter, as they came. */
  readonly forms: ReadonlyMap<string, readonly FiledForm[]>
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
  { REGION: region, ORGANIZATION: organization }: Slice = {},
): Rate {
  const expected = state.reporters
    .filter((one) => region === undefined || one.line === region || one.within.includes(region))
    .filter((one) => organization === undefined || one.organization === organization)
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

/**
 * The reporting of campaigns at a revision, each read once for all its figures. With a moment, only the forms
 * that had been received by then.
 */
export async function readReporting(
  db: Db,
  campaigns: readonly string[],
  at: number,
  by?: Date,
): Promise<Map<string, ReportingState>> {
  const [reporters, reported, received] = await Promise.all([
    findReporters(db, campaigns, at),
    findReported(db, campaigns, at),
    asOf(db, 'submission', at, FILED)
      .where('campaign', 'in', [...campaigns])
      .orderBy('receivedAt')
      .orderBy('id')
      .execute(),
  ])
  const moment = by?.toISOString()
  const submissions = received.filter((one) => moment === undefined || one.receivedAt <= moment)
  const known = await readAbove(
    db,
    reporters.map((one) => one.region),
    at,
  )
  return new Map(
    campaigns.map((campaign) => {
      const filed = submissions.filter((one) => one.campaign === campaign)
      const by = (test: (one: (typeof filed)[number]) => boolean) =>
        new Set(filed.filter(test).map((one) => one.organization ?? ''))
      return [
        campaign,
        {
          reporters: reporters
            .filter((one) => one.campaign === campaign)
            .map((one) => placed(one, known)),
          given: new Set(
            reported
              .filter((one) => one.campaign === campaign)
              .map((one) => `${one.organization} ${one.measure}`),
          ),
          filed: by(() => true),
          nil: by((one) => one.nil === 1 && one.status === 'ACCEPTED'),
          late: by((one) => (one.daysLate ?? 0) > 0),
          held: by((one) => one.status === 'NEEDS_CORRECTION'),
          forms: Map.groupBy(
            filed.map((one) => ({ ...one, nil: one.nil === 1 })),
            (one) => one.organization ?? '',
          ),
        },
      ]
    }),
  )
}

const FILED = ['id', 'campaign', 'organization', 'nil', 'status', 'daysLate', 'receivedAt']

function placed(reporter: ReporterRow, known: ReadonlyMap<string, RegionRow>): Reporter {
  const { organization, region, kind } = reporter
  const within: string[] = []
  for (let id: string | null = region; id !== null; id = known.get(id)?.parent ?? null) {
    within.push(id.replace('region:', ''))
  }
  return { organization, line: lineOf(known, region, kind === 'COLLEGE'), within }
}

/** The rates of several campaigns together: who reports for two of them is expected twice. */
export function rateTogether(rates: readonly Rate[]): Rate {
  const sum = (field: 'expected' | 'received' | 'onTime' | 'late' | 'held') =>
    rates.reduce((total, one) => total + one[field], 0)
  const expected = sum('expected')
  const received = sum('received')
  return {
    expected,
    received,
    onTime: sum('onTime'),
    late: sum('late'),
    held: sum('held'),
    ratio: expected === 0 ? null : received / expected,
    missing: [...new Set(rates.flatMap((one) => one.missing))],
  }
}
