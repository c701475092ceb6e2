import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { audiences } from '../../schema/terms/campaign.ts'
import { lines as lineTerms } from '../../schema/terms/region.ts'
import { stationSettings, venueTypes } from '../../schema/terms/station.ts'
import { keys as keyTerms } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import { Dimension, Measure } from '../../schema/types/enums.ts'
import { Revision } from '../../schema/types/revision.ts'
import { StatisticFilter, StatisticKey, StatisticTable } from '../../schema/types/statistic.ts'
import { BadInputError } from '../errors.ts'
import type { Question, Where } from '../records/amount.ts'
import type { CampaignRow } from '../records/campaign.ts'
import { expectedKeys } from '../records/expected.ts'
import type { FigureRow } from '../records/figure.ts'
import { readLine } from '../records/line.ts'
import { getRevisions } from '../records/revision.ts'
import { type Dimension as DimensionCode, NONE } from '../records/slice.ts'
import { readStatistics, readStatisticsOf, type TableOfFigures } from '../records/statistic.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { within } from './figure.ts'
import { LangArg, nameOf } from './recorded.ts'
import { allCampaigns, reportingState } from './reporting.ts'

interface KeyRow {
  readonly dimension: DimensionCode
  readonly key: string
  readonly campaign: string | null
  readonly at: number
}

const DESCRIPTION =
  'Aggregates (统计表): any measures by one or more dimensions. What must not be told is withheld before anything reaches this field.'

@Resolver(() => StatisticTable)
export class StatisticResolver {
  @Query(() => StatisticTable, { description: DESCRIPTION })
  statistics(
    @Arg('measures', () => [Measure as never]) measures: string[],
    @Arg('by', () => [Dimension as never]) by: string[],
    @Arg('filter', () => StatisticFilter, { nullable: true }) filter: StatisticFilter | null,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return tableOf(context, measures, by, filter ?? {}, revisionAt(root, context))
  }
}

@Resolver(() => Campaign)
export class CampaignStatistics {
  @FieldResolver(() => StatisticTable, { description: DESCRIPTION })
  statistics(
    @Root() { id, at }: CampaignRow,
    @Arg('measures', () => [Measure as never]) measures: string[],
    @Arg('by', () => [Dimension as never]) by: string[],
    @Arg('filter', () => StatisticFilter, { nullable: true }) filter: StatisticFilter | null,
    @Ctx() context: Context,
  ) {
    return tableOf(context, measures, by, { ...filter, campaign: id }, at)
  }
}

async function tableOf(
  context: Context,
  measures: readonly string[],
  asked: readonly string[],
  filter: StatisticFilter,
  at: number,
) {
  const by = asked as readonly DimensionCode[]
  if (new Set(by).size < by.length) {
    throw new BadInputError(`'by' names a dimension twice: ${by.join(', ')}. Name each once.`)
  }
  const question: Question = { measures: [...new Set(measures)], by, where: whereOf(filter) }
  const { rows, totals, suppressed } = filter.campaign
    ? await tableOfOne(context, question, filter.campaign, at)
    : await readStatistics(context.db, at, question, await keysOf(context, question, at))
  const figuresIn = (figures: readonly FigureRow[]) =>
    measures.map((measure) => figures[question.measures.indexOf(measure)] as FigureRow)
  const place = by.indexOf('CAMPAIGN')
  return {
    by,
    measures,
    question,
    at,
    suppressedCells: suppressed,
    sample: [...totals, ...rows.flatMap((row) => row.figures)].some((figure) => figure.sample),
    totals: figuresIn(totals),
    rows: rows.map(({ key, figures }) => ({
      figures: figuresIn(figures),
      keys: by.map((dimension, i) => ({
        dimension,
        key: key[i] as string,
        campaign: filter.campaign ?? (place < 0 ? null : (key[place] as string)),
        at,
      })),
    })),
  }
}

/** The table of one campaign; those asked for beside it in the same words are read with it. */
async function tableOfOne(
  context: Context,
  question: Question,
  campaign: string,
  at: number,
): Promise<TableOfFigures> {
  const { campaigns: _own, ...where } = question.where
  const shared = { ...question, where }
  const tables = batch(context, `table ${JSON.stringify(shared)} ${at}`, async (campaigns) => {
    const keys = campaigns.map(
      async (id) =>
        [
          id,
          await keysOf(context, { ...shared, where: { ...where, campaigns: [id] } }, at),
        ] as const,
    )
    return readStatisticsOf(context.db, at, shared, new Map(await Promise.all(keys)))
  })
  return (await tables.load(campaign)) as TableOfFigures
}

async function keysOf(context: Context, question: Question, at: number) {
  const campaigns = question.where.campaigns ?? (await allCampaigns(context, at))
  return expectedKeys(question, campaigns, {
    reporting: (id) => reportingState(context, id, at),
    groups: async (id) => {
      const found = await recordOf(context, 'campaign', id, at)
      const groups = found === null ? [] : parse(found.groups)
      return groups.flatMap((one) => (one.parent ? [] : one.code))
    },
  })
}

function whereOf({
  campaign,
  region,
  organization,
  group,
  period,
  sample,
}: StatisticFilter): Where {
  const { FROM: from, TO: to } = within(period)
  return {
    ...(campaign ? { campaigns: [campaign] } : {}),
    ...(region ? { region } : {}),
    ...(organization ? { organizations: [organization] } : {}),
    ...(group ? { group } : {}),
    ...(from && to ? { from, to } : {}),
    ...(sample == null ? {} : { sample }),
  }
}

@Resolver(() => StatisticTable)
export class StatisticRevision {
  @FieldResolver(() => Revision, { description: 'The revision it was read from (版次).' })
  revision(@Root() { at }: { at: number }, @Ctx() context: Context) {
    const revisions = batch(context, 'revisions', async (numbers) => {
      const rows = await getRevisions(context.db, numbers.map(Number))
      return new Map(rows.map((row) => [String(row.number), row]))
    })
    return revisions.load(String(at))
  }
}

@Resolver(() => StatisticKey)
export class StatisticKeyResolver {
  @FieldResolver(() => String, { description: 'What the filter takes (代码).' })
  code(@Root() { key }: KeyRow): string {
    return key
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  async label(@Root() row: KeyRow, @LangArg() lang: 'zh' | 'en', @Ctx() context: Context) {
    const { dimension, key, at } = row
    if (key === NONE) return label(keyTerms, `${dimension}_${NONE}`, lang)
    if (dimension === 'GROUP') return groupName(context, row, lang)
    if (dimension === 'REGION') return lineName(context, key, at, lang)
    if (dimension === 'AUDIENCE') return label(audiences, key, lang)
    if (dimension === 'SETTING') return label(stationSettings, key, lang)
    if (dimension === 'VENUE_TYPE') return label(venueTypes, key, lang)
    const type = key.split(':', 1)[0] as 'organization' | 'activity' | 'campaign'
    const record = key.includes(':') ? await recordOf(context, type, key, at) : null
    return record === null ? key : nameOf({ nameEn: null, ...record }, lang)
  }
}

async function groupName(context: Context, { key, campaign, at }: KeyRow, lang: 'zh' | 'en') {
  const found = await recordOf(context, 'campaign', campaign, at)
  const group = found && parse(found.groups).find((one) => one.code === key)
  return group?.name[lang] ?? key
}

/** 端州区; 肇庆市 · 市直单位. */
async function lineName(context: Context, code: string, at: number, lang: 'zh' | 'en') {
  const { region, whose } = readLine(code)
  const found = await recordOf(context, 'region', `region:${region}`, at)
  const name = found === null ? region : nameOf(found, lang)
  return whose === 'all' ? name : `${name} · ${label(lineTerms, whose.toUpperCase(), lang)}`
}
