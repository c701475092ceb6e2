import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import { Dimension, Measure } from '../../schema/types/enums.ts'
import { Guard, StatisticFilter, StatisticTable } from '../../schema/types/statistic.ts'
import { BadInputError } from '../errors.ts'
import type { CampaignRow } from '../records/campaign.ts'
import { expectedKeys } from '../records/expected.ts'
import type { Question, Where } from '../records/facts.ts'
import type { FigureRow } from '../records/figure.ts'
import type { Dimension as DimensionCode } from '../records/slice.ts'
import { readStatistics, readStatisticsOf, type TableOfFigures } from '../records/statistic.ts'
import { readThresholds } from '../records/threshold.ts'
import { batchOnce, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { within } from './figure.ts'
import { allCampaigns, reportingState } from './reporting.ts'

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

@Resolver()
export class GuardResolver {
  @Query(() => Guard, {
    description:
      'Below what counts of people served are withheld (公布下限): numbers of the hub, not of a document.',
  })
  guard(@Ctx() context: Context) {
    return readThresholds(context.db)
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
    : await tableOfAll(context, question, at)
  const inOrder = (figures: readonly FigureRow[]) =>
    measures.map((measure) => figures[question.measures.indexOf(measure)] as FigureRow)
  const place = by.indexOf('CAMPAIGN')
  return {
    by,
    measures,
    question,
    at,
    suppressedCells: suppressed,
    sample: [...totals, ...rows.flatMap((row) => row.figures)].some((figure) => figure.sample),
    totals: inOrder(totals),
    rows: rows.map(({ key, figures }) => ({
      figures: inOrder(figures),
      keys: by.map((dimension, i) => ({
        dimension,
        key: key[i] as string,
        campaign: filter.campaign ?? (place < 0 ? null : (key[place] as string)),
        at,
      })),
    })),
  }
}

async function tableOfAll(context: Context, question: Question, at: number) {
  const load = async ([key]: readonly string[]) => {
    const expected = await keysOf(context, question, at)
    return new Map([[key as string, await readStatistics(context.db, at, question, expected)]])
  }
  const asked = JSON.stringify(question)
  const tables = batchOnce(context, at, `table of all ${asked} ${at}`, load, figuresIn)
  return (await tables.load('')) as TableOfFigures
}

const figuresIn = ({ rows, totals }: TableOfFigures) => (rows.length + 1) * totals.length

/** The table of one campaign; those asked for beside it in the same words are read with it. */
async function tableOfOne(
  context: Context,
  question: Question,
  campaign: string,
  at: number,
): Promise<TableOfFigures> {
  const { campaigns: _own, ...where } = question.where
  const shared = { ...question, where }
  const load = async (campaigns: readonly string[]) => {
    const keys = campaigns.map(
      async (id) =>
        [
          id,
          await keysOf(context, { ...shared, where: { ...where, campaigns: [id] } }, at),
        ] as const,
    )
    return readStatisticsOf(context.db, at, shared, new Map(await Promise.all(keys)))
  }
  const asked = JSON.stringify(shared)
  const tables = batchOnce(context, at, `table ${asked} ${at}`, load, figuresIn)
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
