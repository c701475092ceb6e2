import type { GroupValue } from '../../../schema/tables/campaign.ts'
import type { Claim } from '../../records/filing.ts'
import type { Observation } from '../../records/ledger.ts'
import { columnOf } from '../forms/form.ts'
import { zq19Form } from '../forms/zq19.ts'
import type { JudgedCell, JudgedRow } from '../judged.ts'
import { tight } from '../values/plain.ts'
import { type Origin, sourcesOf, valueIn } from './draft.ts'

/** What the rows of a campaign form share: who reports, for which campaign and time. */
export interface Report extends Origin {
  readonly campaign: string
  readonly organization: string
  readonly region: string | null
  /** `W1` … or `FINAL`. */
  readonly period: string
  readonly from: string
  readonly groups: readonly GroupValue[]
}

/** How rows keep their ids: the number that a name or a row had when it was last filed. */
export interface Numbering {
  readonly byName: ReadonlyMap<string, number>
  readonly byPosition: ReadonlyMap<number, number>
  readonly highest: number
}

export const NO_NUMBERS: Numbering = { byName: new Map(), byPosition: new Map(), highest: 0 }

/** Activities and media reports with their facts. A held row keeps its id and claims nothing. */
export function claimsOfReport(
  rows: readonly JudgedRow[],
  report: Report,
  numbering: Numbering = NO_NUMBERS,
): Claim[] {
  const activities = rows.filter((row) => row.kind === 'activity')
  const ids = numbered(activities, report, numbering)
  const claims: Claim[] = activities.map((row, i) => ({
    type: 'activity',
    record: ids[i] as string,
    content: row.held ? null : activityContent(row, report, i + 1),
    known: { name: comparable(nameOf(row)), position: i + 1 },
  }))
  const byName = new Map(activities.map((row, i) => [comparable(nameOf(row)), ids[i] as string]))
  const media = withoutRepeats(rows.filter((row) => row.kind === 'media'))
  return [...claims, ...media.flatMap((row, i) => mediaClaims(row, report, i + 1, byName))]
}

/** One article is one report, however many rows give its link: the later rows lose their web figures. */
function withoutRepeats(rows: readonly JudgedRow[]): JudgedRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const links = (valueIn(row, 'links') as string[] | undefined) ?? []
    const isRepeat = links.length > 0 && links.every((link) => seen.has(link))
    if (!row.held) for (const link of links) seen.add(link)
    if (!isRepeat) return row
    const { links: _links, webReports: _webReports, reads: _reads, ...cells } = row.cells
    return { ...row, cells }
  })
}

/** The prefix of the ids of a reporter's activities in one period. */
export function activityPrefix(
  report: Pick<Report, 'campaign' | 'organization' | 'period'>,
): string {
  return `activity:${local(report.campaign)}-${local(report.organization)}-${report.period}-`
}

/** Names compare without spaces and full-width signs. */
export const comparable = (name: string): string => tight(name).toLowerCase()

function numbered(rows: readonly JudgedRow[], report: Report, numbering: Numbering): string[] {
  const taken = new Set<number>()
  const take = (number: number | undefined) => {
    if (number === undefined || taken.has(number)) return undefined
    taken.add(number)
    return number
  }
  const found = rows.map((row) => take(numbering.byName.get(comparable(nameOf(row)))))
  const placed = found.map((number, i) => number ?? take(numbering.byPosition.get(i + 1)))
  let next = numbering.highest
  return placed.map((number) => {
    if (number === undefined) next += 1
    return `${activityPrefix(report)}${String(number ?? next).padStart(2, '0')}`
  })
}

const nameOf = (row: JudgedRow): string => String(valueIn(row, 'activityName') ?? '')

function activityContent(row: JudgedRow, report: Report, position: number) {
  const name = nameOf(row)
  const group = groupOf(name, report.groups)
  return {
    values: {
      nameZh: name === '' ? WITHHELD : name,
      organization: report.organization,
      campaign: report.campaign,
      group,
      region: report.region,
      place: null,
      startsOn: null,
      endsOn: null,
      organizerNames: valueIn(row, 'organizers') ?? [],
      submission: report.submission,
      sheet: report.sheet,
      row: row.row,
      position,
    },
    sources: sourcesOf(report, row, ['activityName']),
    sample: report.sample,
    observations: observationsOf(row, report, group),
  }
}

const WITHHELD = '（名称含个人信息，待更正）'

/** The sub-action whose words the name holds; the longest word decides, and none is 未归类. */
export function groupOf(name: string, groups: readonly GroupValue[]): string | null {
  const text = comparable(name)
  const hits = groups.flatMap((group) =>
    (group.words ?? [])
      .filter((word) => text.includes(comparable(word)))
      .map((word) => ({ code: group.code, length: word.length })),
  )
  hits.sort((a, b) => b.length - a.length || (a.code < b.code ? -1 : 1))
  return hits[0]?.code ?? null
}

const [ACTIVITIES, MEDIA] = zq19Form.tables as [
  (typeof zq19Form.tables)[0],
  (typeof zq19Form.tables)[0],
]

function observationsOf(row: JudgedRow, report: Report, group: string | null): Observation[] {
  const counted = row.cells.activityName
  const facts: Observation[] = []
  if (counted !== undefined) {
    facts.push(fact('ACTIVITY_COUNT', { ...counted, value: 1, qualifier: 'EXACT' }, report, group))
  }
  for (const [field, cell] of Object.entries(row.cells)) {
    const measure = columnOf(ACTIVITIES, field)?.measure
    if (measure === undefined || measure === 'BENEFICIARY_PERSON_TIMES') continue
    facts.push(fact(measure, cell, report, group))
  }
  const covered = row.coverage ?? [row.cells]
  for (const { audience, beneficiaryPersonTimes: served } of covered) {
    if (served === undefined) continue
    const code = typeof audience?.value === 'string' ? audience.value : null
    facts.push({ ...fact('BENEFICIARY_PERSON_TIMES', served, report, group), audience: code })
  }
  return facts
}

function fact(
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
    submission: report.submission,
    sheet: report.sheet,
    cell: cell.cell,
    raw: cell.raw,
  }
}

/** One media row may speak of print and of the web: each becomes a report of its own. */
function mediaClaims(
  row: JudgedRow,
  report: Report,
  position: number,
  activities: ReadonlyMap<string, string>,
): Claim[] {
  const name = nameOf(row)
  const activity = activities.get(comparable(name)) ?? null
  const prefix = activityPrefix(report).replace('activity:', 'media:')
  const [url = null] = (valueIn(row, 'links') as string[] | undefined) ?? []
  const kinds = [
    { channel: 'PRINT', field: 'printReports', facts: ['printReports'], url: null },
    { channel: 'WEB', field: 'webReports', facts: ['webReports', 'reads'], url },
  ]
  return kinds.flatMap(({ channel, field, facts, url }): Claim[] => {
    const record = `${prefix}${String(position).padStart(2, '0')}-${channel}`
    if (row.held) return [{ type: 'media', record, content: null }]
    const count = valueIn(row, field)
    const cells = facts.flatMap((one) => (row.cells[one] ? [[one, row.cells[one]] as const] : []))
    const known = cells.filter(([, cell]) => typeof cell.value === 'number')
    if (known.length === 0 && url === null) return []
    const observations = known.map(([one, cell]) =>
      fact(columnOf(MEDIA, one)?.measure as string, cell, report, null),
    )
    return [
      {
        type: 'media',
        record,
        content: {
          values: {
            nameZh: name === '' ? WITHHELD : name,
            activity,
            organization: report.organization,
            campaign: report.campaign,
            region: report.region,
            channel,
            count: typeof count === 'number' ? count : url === null ? 0 : 1,
            url,
            submission: report.submission,
            position,
          },
          sources: sourcesOf(report, row, ['activityName', ...facts, 'links']),
          sample: report.sample,
          observations,
        },
      },
    ]
  })
}

const local = (id: string): string => id.slice(id.indexOf(':') + 1)
