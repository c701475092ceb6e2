import { columnOf } from '../../../schema/forms/form.ts'
import { zq19Form } from '../../../schema/forms/zq19.ts'
import type { Claim } from '../../records/claim.ts'
import type { JudgedRow } from '../judged.ts'
import { comparable } from '../values/plain.ts'
import { sourcesOf, valueIn } from './draft.ts'
import { fact, inTable, nameOf, type Report, WITHHELD } from './report.ts'

/** Media reports with their facts. `prefix` begins their ids, `activities` are the activities' by name. */
export function claimsOfMedia(
  rows: readonly JudgedRow[],
  report: Report,
  prefix: string,
  activities: ReadonlyMap<string, string>,
): Claim[] {
  return withoutRepeats(rows).flatMap((row, i) =>
    claimsOfRow(row, inTable(report, row), i + 1, prefix, activities),
  )
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

const [, MEDIA] = zq19Form.tables as [unknown, (typeof zq19Form.tables)[0]]

/** One media row may speak of print and of the web: each becomes a report of its own. */
function claimsOfRow(
  row: JudgedRow,
  report: Report,
  position: number,
  prefix: string,
  activities: ReadonlyMap<string, string>,
): Claim[] {
  const name = nameOf(row)
  const activity = activities.get(comparable(name)) ?? null
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
