import type { Claim } from '../../records/claim.ts'
import { datesOf, daysOf, momentsOf } from '../days.ts'
import type { JudgedRow } from '../judged.ts'
import type { Assigned } from '../period.ts'
import { comparable } from '../values/plain.ts'
import { activityPrefix, groupOf, NO_NUMBERS, type Numbering, numbered } from './campaign.ts'
import { type Origin, sourcesOf, valueIn } from './draft.ts'
import { fact, type Report, WITHHELD } from './report.ts'

/** What activities share that are not rows of a statistics form: who filed them, for which week. */
export interface Filed extends Origin {
  readonly organization: string
  readonly region: string | null
  readonly assigned: Assigned
  /** A card alone: its place in a file says nothing about which activity it is. */
  readonly alone?: true
}

/** Single activities with their head-counts. A held row keeps its id and claims nothing. */
export function claimsOfActivities(
  rows: readonly JudgedRow[],
  { assigned, region, alone, ...filed }: Filed,
  numbering: Numbering = NO_NUMBERS,
): Claim[] {
  const report: Report = {
    ...filed,
    region: region === null ? null : `region:${region}`,
    campaign: assigned.campaign.id,
    period: assigned.period.code,
    from: assigned.period.from,
    groups: assigned.campaign.groups,
  }
  const keys = rows.map(subjectOf)
  const numbers = numbered(keys, alone ? { ...numbering, byPosition: new Map() } : numbering)
  return rows.map((row, i) => ({
    type: 'activity',
    record: `${activityPrefix(report)}${numbers[i]}`,
    content: row.held ? null : contentOf(row, report, i + 1),
    known: { name: keys[i] as string, position: alone ? 0 : i + 1 },
  }))
}

/** By what a further form finds the same activity again: what, when and where. */
export function subjectOf(row: JudgedRow): string {
  const days = daysOf(row.cells.time)
  const place = String(valueIn(row, 'place') ?? '')
  const who = String(valueIn(row, 'organizationName') ?? '')
  return [titleOf(row), days?.from ?? '', place, who].map(comparable).join('|')
}

const LONGEST = 40

/** Neither annex asks for a name: the first sentence of what was done stands for it. */
function titleOf(row: JudgedRow): string {
  const told = String(valueIn(row, 'summary') ?? '')
  const [first = ''] = told.split(/[。；;!！\n]/)
  const title = first.trim()
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
}

const FIELDS = ['summary', 'time', 'place', 'organizationName', 'hoursRecorded', 'projectPublished']

function contentOf(row: JudgedRow, report: Report, position: number) {
  const title = titleOf(row)
  const group = groupOf(title, report.groups)
  const days = daysOf(row.cells.time)
  const held = String(valueIn(row, 'organizationName') ?? '')
  const heads = row.cells.volunteerHeadcount
  const counted = row.cells.summary
  const facts = [
    ...(counted === undefined
      ? []
      : [fact('ACTIVITY_COUNT', { ...counted, value: 1, qualifier: 'EXACT' }, report, group)]),
    ...(heads === undefined ? [] : [fact('VOLUNTEER_HEADCOUNT', heads, report, group)]),
  ]
  return {
    values: {
      nameZh: title === '' ? WITHHELD : title,
      organization: report.organization,
      campaign: report.campaign,
      group,
      region: report.region,
      place: valueIn(row, 'place') ?? null,
      startsOn: days?.from ?? null,
      endsOn: days?.to ?? null,
      ...momentsOf(row.cells.time),
      dates: datesOf(row.cells.time),
      summary: valueIn(row, 'summary') ?? null,
      hoursRecorded: valueIn(row, 'hoursRecorded') ?? null,
      projectPublished: valueIn(row, 'projectPublished') ?? null,
      photos: valueIn(row, 'photos') ?? null,
      organizerNames: held === '' ? [] : [held],
      submission: report.submission,
      sheet: report.sheet,
      row: row.row,
      position,
    },
    sources: sourcesOf(report, row, FIELDS),
    sample: report.sample,
    observations: facts,
  }
}
