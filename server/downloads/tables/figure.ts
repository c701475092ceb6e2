import { parse } from '../../../schema/tables/row.ts'
import {
  dimensions,
  figureStatuses,
  measures as measureTerms,
  qualifiers,
} from '../../../schema/terms/statistic.ts'
import type { Lang } from '../../../schema/terms/term.ts'
import { type CampaignRow, findCampaigns } from '../../records/campaign.ts'
import { expectedKeys } from '../../records/expected.ts'
import type { Question } from '../../records/facts.ts'
import { ALL_MEASURES, type FigureRow } from '../../records/figure.ts'
import {
  type ReportingState,
  rateOf,
  rateTogether,
  readReporting,
} from '../../records/reporting.ts'
import type { Dimension } from '../../records/slice.ts'
import { readStatistics } from '../../records/statistic.ts'
import type { Db } from '../../store/open.ts'
import type { Table, TableRow } from '../table.ts'
import { type Names, readNames } from './names.ts'
import { word } from './records.ts'

const SPLITS: readonly (readonly Dimension[])[] = [[], ['REGION'], ['GROUP']]

/** The figures of every campaign: in all, by place and by group. */
export const figureTable: Table = {
  dataset: 'campaign-figures',
  async *rows(db, at, lang) {
    const campaigns = await findCampaigns(db, at)
    if (campaigns.length === 0) return
    const reporting = await reportingOf(db, at, campaigns)
    for (const by of SPLITS) {
      for (const { id } of campaigns) {
        const question = { measures: ALL_MEASURES, by, where: { campaigns: [id] } }
        yield* tableRows(db, at, lang, question, campaigns, reporting)
      }
    }
  },
}

/** One table of figures as it was asked for; without dimensions its totals. */
export function statisticTable(question: Question): Table {
  return {
    dataset: 'campaign-figures',
    async *rows(db, at, lang) {
      const campaigns = await findCampaigns(db, at)
      const reporting = await reportingOf(db, at, campaigns)
      yield* tableRows(db, at, lang, question, campaigns, reporting)
    },
  }
}

type Reporting = ReadonlyMap<string, ReportingState>

async function reportingOf(db: Db, at: number, campaigns: readonly CampaignRow[]) {
  const ids = campaigns.map((one) => one.id)
  return ids.length === 0 ? new Map() : readReporting(db, ids, at)
}

async function* tableRows(
  db: Db,
  at: number,
  lang: Lang,
  question: Question,
  campaigns: readonly CampaignRow[],
  reporting: Reporting,
): AsyncIterable<TableRow[]> {
  const { by, where } = question
  const wanted = where.campaigns ?? campaigns.map((one) => one.id)
  const expected = await expectedKeys(
    question,
    wanted.filter((id) => reporting.has(id)),
    {
      reporting: async (id) => reporting.get(id) as ReportingState,
      groups: async (id) => topGroups(campaigns.find((one) => one.id === id)),
    },
  )
  const { rows, totals } = await readStatistics(db, at, question, expected)
  const figures = by.length === 0 ? totals : rows.flatMap((row) => row.figures)
  const names = await readNames(db, at, lang, by, figures, campaigns)
  yield figures.map((figure) => asRow(figure, by, names, reporting, lang))
}

function topGroups(campaign: CampaignRow | undefined): string[] {
  const groups = campaign === undefined ? [] : parse(campaign.groups)
  return groups.flatMap((one) => (one.parent ? [] : one.code))
}

function asRow(
  figure: FigureRow,
  by: readonly Dimension[],
  names: Names,
  reporting: Reporting,
  lang: Lang,
): TableRow {
  const { slice, measure } = figure
  const isReported = slice.ACTIVITY === undefined && measure !== 'STATION_COUNT'
  const states = [...reporting].filter(([id]) => (slice.CAMPAIGN ?? id) === id)
  const rate = rateTogether(
    isReported ? states.map(([, state]) => rateOf(state, measure, slice)) : [],
  )
  const terms = measureTerms[measure as keyof typeof measureTerms]
  const all = (said: readonly (string | null)[]) => (by.length === 0 ? null : said.join(' + '))
  return {
    ...figure,
    campaign: slice.CAMPAIGN,
    dimension: all(by.map((one) => word(dimensions, one, lang))),
    key: all(by.map((one) => slice[one] as string)),
    label: all(by.map((one) => names(one, figure))),
    measure: terms[lang],
    unit: terms.unit[lang],
    qualifier: word(qualifiers, figure.qualifier, lang),
    status: word(figureStatuses, figure.status, lang),
    expected: rate.expected,
    received: rate.received,
    revision: figure.at,
  }
}
