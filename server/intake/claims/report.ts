import type { GroupValue } from '../../../schema/tables/campaign.ts'
import type { Observation } from '../../records/content.ts'
import type { JudgedCell, JudgedRow } from '../judged.ts'
import { type Origin, valueIn } from './draft.ts'

/** What facts of a campaign form share: who reports, for which campaign and time. */
export interface Report extends Origin {
  readonly campaign: string
  readonly organization: string
  readonly region: string | null
  /** `W1` … or `FINAL`. */
  readonly period: string
  readonly from: string
  readonly groups: readonly GroupValue[]
}

export const nameOf = (row: JudgedRow): string => String(valueIn(row, 'activityName') ?? '')

export const WITHHELD = '（名称含个人信息，待更正）'

/** The report as the table of a row gives it. */
export const inTable = (report: Report, { sheet }: JudgedRow): Report =>
  sheet === undefined ? report : { ...report, sheet }

/** A measure as one cell gives it, with everything it is counted by. */
export function fact(
  measure: string,
  cell: JudgedCell,
  report: Report,
  group: string | null,
): Observation {
  const value = typeof cell.value === 'number' ? cell.value : null
  return {
    measure,
    audience: null,
    value,
    qualifier: value === null ? 'UNKNOWN' : (cell.qualifier ?? 'EXACT'),
    status: value === null ? 'NOT_REPORTED' : 'OBSERVED',
    campaign: report.campaign,
    organization: report.organization,
    region: report.region,
    group,
    periodFrom: report.from,
    sample: report.sample ? 1 : 0,
    basis: 'SUM_OF_ROWS',
    submission: report.submission,
    sheet: report.sheet,
    cell: cell.cell,
    raw: cell.raw,
  }
}
