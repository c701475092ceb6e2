import { parse } from '../../../schema/tables/row.ts'
import {
  dimensions,
  figureStatuses,
  measures as measureTerms,
  qualifiers,
} from '../../../schema/terms/statistic.ts'
import type { Lang } from '../../../schema/terms/term.ts'
import { getByIds } from '../../records/asof.ts'
import { type CampaignRow, findCampaigns } from '../../records/campaign.ts'
import { ALL_MEASURES, type FigureRow, figureOf, figureRows } from '../../records/figure.ts'
import { type ReportingState, rateOf, readReporting } from '../../records/reporting.ts'
import { type SplitBy, type Sum, sumObservations } from '../../records/statistic.ts'
import type { Db } from '../../store/open.ts'
import type { Table, TableRow } from '../table.ts'
import { word } from './records.ts'

const SPLITS: readonly (readonly [dimension: string, by: SplitBy | null])[] = [
  ['', null],
  ['REGION', 'region'],
  ['GROUP', 'group'],
]

export const figureTable: Table = {
  dataset: 'campaign-figures',
  async *rows(db, at, lang) {
    const campaigns = await findCampaigns(db, at)
    const owners = campaigns.map((one) => one.id)
    if (owners.length === 0) return
    const reporting = await readReporting(db, owners, at)
    const labels = await regionLabels(db, at, [...reporting.values()], lang)
    for (const [dimension, by] of SPLITS) {
      const query = { owner: 'campaign', owners, by, measures: ALL_MEASURES } as const
      const sums = Map.groupBy(await sumObservations(db, at, query), (sum) => sum.owner)
      for (const campaign of campaigns) {
        const state = reporting.get(campaign.id) as ReportingState
        const own = sums.get(campaign.id) ?? []
        yield rowsOf(campaign, own, by, state, at).map((figure) =>
          asRow(figure, campaign, dimension, state, labels, lang, at),
        )
      }
    }
  },
}

function rowsOf(
  campaign: CampaignRow,
  sums: readonly Sum[],
  by: SplitBy | null,
  state: ReportingState,
  at: number,
): FigureRow[] {
  const { id } = campaign
  if (by === null) {
    const scope = { owner: 'campaign', id, by, key: '' } as const
    return ALL_MEASURES.map((measure) => figureOf(measure, sums, scope, at))
  }
  const groups = parse(campaign.groups).flatMap((one) => (one.parent ? [] : one.code))
  const expected = by === 'group' ? groups : state.reporters.map((one) => one.region)
  const rows = figureRows(sums, expected, ALL_MEASURES, { campaign: id, by }, at)
  return rows.flatMap((row) => row.figures)
}

function asRow(
  figure: FigureRow,
  campaign: CampaignRow,
  dimension: string,
  state: ReportingState,
  regions: ReadonlyMap<string, string>,
  lang: Lang,
  at: number,
): TableRow {
  const { key } = figure.scope
  const group = parse(campaign.groups).find((one) => one.code === key)?.name[lang]
  const ungrouped = lang === 'zh' ? '未归类' : 'Not classified'
  const rate = rateOf(state, figure.measure, figure.scope)
  const terms = measureTerms[figure.measure as keyof typeof measureTerms]
  return {
    ...figure,
    campaign: campaign.id,
    dimension: dimension === '' ? null : word(dimensions, dimension, lang),
    key: key.replace('region:', ''),
    label: dimension === 'GROUP' ? (group ?? ungrouped) : (regions.get(key) ?? null),
    measure: terms[lang],
    unit: terms.unit[lang],
    qualifier: word(qualifiers, figure.qualifier, lang),
    status: word(figureStatuses, figure.status, lang),
    expected: rate.expected,
    received: rate.received,
    revision: at,
  }
}

async function regionLabels(db: Db, at: number, states: readonly ReportingState[], lang: Lang) {
  const ids = [...new Set(states.flatMap((state) => state.reporters.map((one) => one.region)))]
  const rows = await getByIds(db, 'region', ids, at)
  return new Map(rows.map((row) => [row.id, lang === 'en' ? row.nameEn : row.nameZh]))
}
