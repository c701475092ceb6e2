import { parse } from '../../../schema/tables/row.ts'
import { lines } from '../../../schema/terms/region.ts'
import {
  dimensions,
  figureStatuses,
  keys,
  measures as measureTerms,
  qualifiers,
} from '../../../schema/terms/statistic.ts'
import { type Lang, label } from '../../../schema/terms/term.ts'
import { getByIds } from '../../records/asof.ts'
import { type CampaignRow, findCampaigns } from '../../records/campaign.ts'
import { expectedKeys } from '../../records/expected.ts'
import { ALL_MEASURES, type FigureRow } from '../../records/figure.ts'
import { readLine } from '../../records/line.ts'
import { type ReportingState, rateOf, readReporting } from '../../records/reporting.ts'
import type { Dimension } from '../../records/slice.ts'
import { readStatistics } from '../../records/statistic.ts'
import type { Db } from '../../store/open.ts'
import type { Table, TableRow } from '../table.ts'
import { word } from './records.ts'

const SPLITS: readonly (readonly Dimension[])[] = [[], ['REGION'], ['GROUP']]

export const figureTable: Table = {
  dataset: 'campaign-figures',
  async *rows(db, at, lang) {
    const campaigns = await findCampaigns(db, at)
    const owners = campaigns.map((one) => one.id)
    if (owners.length === 0) return
    const reporting = await readReporting(db, owners, at)
    const labels = await lineLabels(db, at, [...reporting.values()], lang)
    const known = {
      reporting: async (id: string) => reporting.get(id) as ReportingState,
      groups: async (id: string) => {
        const campaign = campaigns.find((one) => one.id === id)
        return parse(campaign?.groups ?? ('[]' as never)).flatMap((one) =>
          one.parent ? [] : one.code,
        )
      },
    }
    for (const by of SPLITS) {
      for (const campaign of campaigns) {
        const question = { measures: ALL_MEASURES, by, where: { campaigns: [campaign.id] } }
        const expected = await expectedKeys(question, [campaign.id], known)
        const { rows, totals } = await readStatistics(db, at, question, expected)
        const figures = by.length === 0 ? totals : rows.flatMap((row) => row.figures)
        const state = reporting.get(campaign.id) as ReportingState
        yield figures.map((figure) => asRow(figure, campaign, by[0], state, labels, lang, at))
      }
    }
  },
}

function asRow(
  figure: FigureRow,
  campaign: CampaignRow,
  dimension: Dimension | undefined,
  state: ReportingState,
  labels: ReadonlyMap<string, string>,
  lang: Lang,
  at: number,
): TableRow {
  const key = dimension === undefined ? '' : (figure.slice[dimension] as string)
  const group = parse(campaign.groups).find((one) => one.code === key)?.name[lang]
  const rate = rateOf(state, figure.measure, figure.slice)
  const terms = measureTerms[figure.measure as keyof typeof measureTerms]
  return {
    ...figure,
    campaign: campaign.id,
    dimension: dimension === undefined ? null : word(dimensions, dimension, lang),
    key,
    label:
      dimension === 'GROUP'
        ? (group ?? label(keys, 'GROUP_NONE', lang))
        : (labels.get(key) ?? null),
    measure: terms[lang],
    unit: terms.unit[lang],
    qualifier: word(qualifiers, figure.qualifier, lang),
    status: word(figureStatuses, figure.status, lang),
    expected: rate.expected,
    received: rate.received,
    revision: at,
  }
}

async function lineLabels(db: Db, at: number, states: readonly ReportingState[], lang: Lang) {
  const codes = [...new Set(states.flatMap((state) => state.reporters.map((one) => one.line)))]
  const ids = codes.map((code) => `region:${readLine(code).region}`)
  const rows = await getByIds(db, 'region', ids, at)
  const names = new Map(rows.map((row) => [row.code, lang === 'en' ? row.nameEn : row.nameZh]))
  return new Map(
    codes.map((code) => {
      const { region, whose } = readLine(code)
      const name = names.get(region) ?? region
      return [code, whose === 'all' ? name : `${name} · ${label(lines, whose.toUpperCase(), lang)}`]
    }),
  )
}
