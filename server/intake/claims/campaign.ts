import { columnOf } from '../../../schema/forms/form.ts'
import { zq19Form } from '../../../schema/forms/zq19.ts'
import type { GroupValue } from '../../../schema/tables/campaign.ts'
import type { Claim } from '../../records/claim.ts'
import type { Observation } from '../../records/content.ts'
import type { JudgedRow } from '../judged.ts'
import { comparable } from '../values/plain.ts'
import { sourcesOf, valueIn } from './draft.ts'
import { claimsOfMedia } from './media.ts'
import { fact, inTable, nameOf, type Report, WITHHELD } from './report.ts'

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
  const numbers = numbered(
    activities.map((row) => comparable(nameOf(row))),
    numbering,
  )
  const ids = numbers.map((number) => `${activityPrefix(report)}${number}`)
  const claims: Claim[] = activities.map((row, i) => ({
    type: 'activity',
    record: ids[i] as string,
    content: row.held ? null : activityContent(row, inTable(report, row), i + 1),
    known: { name: comparable(nameOf(row)), position: i + 1 },
  }))
  const byName = new Map(activities.map((row, i) => [comparable(nameOf(row)), ids[i] as string]))
  const media = rows.filter((row) => row.kind === 'media')
  const prefix = activityPrefix(report).replace('activity:', 'media:')
  return [...claims, ...claimsOfMedia(media, report, prefix, byName)]
}

/** The prefix of the ids of a reporter's activities in one period. */
export function activityPrefix(
  report: Pick<Report, 'campaign' | 'organization' | 'period'>,
): string {
  return `activity:${local(report.campaign)}-${local(report.organization)}-${report.period}-`
}

/** The numbers of rows within their reporter and period: as before by name, else by place, else new. */
export function numbered(names: readonly string[], numbering: Numbering): string[] {
  const taken = new Set<number>()
  const take = (number: number | undefined) => {
    if (number === undefined || taken.has(number)) return undefined
    taken.add(number)
    return number
  }
  const found = names.map((name) => take(numbering.byName.get(name)))
  const placed = found.map((number, i) => number ?? take(numbering.byPosition.get(i + 1)))
  let next = numbering.highest
  return placed.map((number) => {
    if (number === undefined) next += 1
    return String(number ?? next).padStart(2, '0')
  })
}

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
      startsAt: null,
      endsAt: null,
      dates: [],
      summary: null,
      hoursRecorded: null,
      projectPublished: null,
      photos: null,
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

const [ACTIVITIES] = zq19Form.tables as [(typeof zq19Form.tables)[0]]

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

const local = (id: string): string => id.slice(id.indexOf(':') + 1)
