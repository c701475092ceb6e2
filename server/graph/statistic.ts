import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { dimensions, measures as measureTerms } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import { Activity, Campaign } from '../../schema/types/campaign.ts'
import { Dimension, Measure } from '../../schema/types/enums.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Source } from '../../schema/types/source.ts'
import {
  Figure,
  ReportingRate,
  StatisticKey,
  StatisticTable,
} from '../../schema/types/statistic.ts'
import type { ActivityRow } from '../records/activity.ts'
import type { CampaignRow } from '../records/campaign.ts'
import {
  ALL_MEASURES,
  type FigureRow,
  type FigureScope,
  figureOf,
  figureRows,
} from '../records/figure.ts'
import type { OrganizationRow } from '../records/organization.ts'
import { type Rate, type ReportingState, rateOf, readReporting } from '../records/reporting.ts'
import { findCells, type Owner, type SplitBy, sumObservations } from '../records/statistic.ts'
import { batch, type Context, recordOf } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

const SPLITS: Readonly<Record<string, SplitBy>> = {
  REGION: 'region',
  ORGANIZATION: 'organization',
  GROUP: 'group',
  ACTIVITY: 'record',
}

interface KeyRow {
  readonly dimension: string
  readonly key: string
  readonly campaign: string
  readonly at: number
}

@Resolver(() => Figure)
export class FigureResolver {
  @FieldResolver(() => String, { description: 'Its unit (单位).' })
  unit(@Root() figure: FigureRow, @LangArg() lang: 'zh' | 'en'): string {
    return measureTerms[figure.measure as keyof typeof measureTerms].unit[lang]
  }

  @FieldResolver(() => ReportingRate, {
    description:
      'For this measure: a filed form with the cell left blank is missing here (报送率).',
  })
  async reporting(@Root() figure: FigureRow, @Ctx() context: Context): Promise<RateRow> {
    const { scope, at, measure } = figure
    if (scope.owner !== 'campaign') return { ...NOBODY, at }
    return { ...rateOf(await reportingState(context, scope.id, at), measure, scope), at }
  }

  @FieldResolver(() => [Source], { description: 'The cells that it adds up (来源单元格).' })
  async sources(
    @Root() figure: FigureRow,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true }) first: number,
    @Ctx() context: Context,
  ) {
    const { scope, at, measure } = figure
    if (figure.value === null) return []
    const most = Math.max(1, Math.min(first, 100))
    const name = `cells ${scope.owner} ${scope.by} ${most} ${at}`
    const cells = batch(context, name, async (keys) => {
      const wanted = keys.map((key) => JSON.parse(key) as [string, string, string])
      const query = {
        owner: scope.owner,
        owners: [...new Set(wanted.map(([id]) => id))],
        by: scope.by,
        measures: [...new Set(wanted.map(([, , one]) => one))],
      }
      const rows = await findCells(context.db, at, query, most)
      return Map.groupBy(rows, (row) => JSON.stringify([row.owner, row.key, row.measure]))
    })
    const rows = (await cells.load(JSON.stringify([scope.id, scope.key, measure]))) ?? []
    return rows.map((row) => ({ ...row, field: measure, at }))
  }

  @FieldResolver(() => Int, { description: 'How many cells it adds up (单元格数).' })
  sourceCount(@Root() figure: FigureRow): number {
    return figure.cells
  }
}

type RateRow = Rate & { readonly at: number }

const NOBODY: Rate = {
  expected: 0,
  received: 0,
  onTime: 0,
  late: 0,
  held: 0,
  ratio: null,
  missing: [],
}

@Resolver(() => ReportingRate)
export class ReportingRateResolver {
  @FieldResolver(() => [Organization])
  async missing(@Root() rate: RateRow, @Ctx() context: Context) {
    const found = await Promise.all(
      rate.missing.map((id) => recordOf(context, 'organization', id, rate.at)),
    )
    return found.filter((one) => one !== null)
  }
}

@Resolver(() => Campaign)
export class CampaignFigures {
  @FieldResolver(() => [Figure], { description: 'What it comes to, over all reporters (数字).' })
  figures(
    @Root() campaign: CampaignRow,
    @MeasuresArg() measures: string[] | null,
    @Ctx() context: Context,
  ) {
    return figuresOf(context, 'campaign', campaign, measures)
  }

  @FieldResolver(() => StatisticTable, {
    description:
      'Its figures split by a dimension: REGION, ORGANIZATION, GROUP or ACTIVITY (统计表).',
  })
  async statistics(
    @Root() campaign: CampaignRow,
    @Arg('measures', () => [Measure as never]) measures: string[],
    @Arg('by', () => [Dimension as never]) by: string[],
    @Ctx() context: Context,
  ) {
    const { id, at } = campaign
    const split = by.length === 1 ? (SPLITS[by[0] as string] ?? null) : null
    const totals = await figuresOf(context, 'campaign', campaign, measures)
    const rows =
      split === null ? [] : await rowsOf(context, campaign, measures, split, by[0] as string)
    return { by, measures, rows, totals, sample: totals.some((figure) => figure.sample), id, at }
  }

  @FieldResolver(() => ReportingRate, { description: 'Who has filed at all (报送率).' })
  async reporting(@Root() { id, at }: CampaignRow, @Ctx() context: Context): Promise<RateRow> {
    return { ...rateOf(await reportingState(context, id, at), null, null), at }
  }
}

@Resolver(() => Organization)
export class OrganizationFigures {
  @FieldResolver(() => [Figure], { description: 'What it has reported, added up (数字).' })
  figures(
    @Root() organization: OrganizationRow,
    @MeasuresArg() measures: string[] | null,
    @Ctx() context: Context,
  ) {
    return figuresOf(context, 'organization', organization, measures)
  }
}

@Resolver(() => Activity)
export class ActivityFigures {
  @FieldResolver(() => [Figure], { description: 'What was reported of it (数字).' })
  figures(
    @Root() activity: ActivityRow,
    @MeasuresArg() measures: string[] | null,
    @Ctx() context: Context,
  ) {
    return figuresOf(context, 'record', activity, measures)
  }
}

@Resolver(() => StatisticKey)
export class StatisticKeyResolver {
  @FieldResolver(() => String, { description: 'What the filter takes (代码).' })
  code(@Root() { key, dimension }: KeyRow): string {
    return dimension === 'REGION' ? key.replace('region:', '') : key
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  async label(@Root() row: KeyRow, @LangArg() lang: 'zh' | 'en', @Ctx() context: Context) {
    const { dimension, key, campaign, at } = row
    if (dimension === 'GROUP') {
      const found = await recordOf(context, 'campaign', campaign, at)
      const group = found && parse(found.groups).find((one) => one.code === key)
      return group?.name[lang] ?? (lang === 'zh' ? '未归类' : 'Not classified')
    }
    const type = key.split(':', 1)[0] as 'region' | 'organization' | 'activity'
    const record = await recordOf(context, type, key, at)
    if (record === null) return label(dimensions, dimension, lang)
    return nameOf({ nameEn: null, ...record }, lang)
  }
}

async function figuresOf(
  context: Context,
  owner: Owner,
  { id, at }: { id: string; at: number },
  asked: readonly string[] | null,
): Promise<FigureRow[]> {
  const measures = asked ?? ALL_MEASURES
  const sums = batch(context, `sums ${owner} ${measures.join()} ${at}`, async (owners) => {
    const rows = await sumObservations(context.db, at, { owner, owners, by: null, measures })
    return Map.groupBy(rows, (row) => row.owner)
  })
  const own = (await sums.load(id)) ?? []
  const scope: FigureScope = { owner, id, by: null, key: '' }
  return measures.map((measure) => figureOf(measure, own, scope, at))
}

/** One row for each key that has cells or a reporter: a county that filed nothing keeps its row. */
async function rowsOf(
  context: Context,
  { id, at }: CampaignRow,
  measures: readonly string[],
  by: SplitBy,
  dimension: string,
) {
  const sums = batch(context, `rows ${by} ${measures.join()} ${at}`, async (owners) => {
    const query = { owner: 'campaign' as const, owners, by, measures }
    return Map.groupBy(await sumObservations(context.db, at, query), (row) => row.owner)
  })
  const own = (await sums.load(id)) ?? []
  const expected = await expectedKeys(context, id, by, at)
  return figureRows(own, expected, measures, { campaign: id, by }, at).map(({ key, figures }) => ({
    keys: [{ dimension, key, campaign: id, at }],
    figures,
  }))
}

async function expectedKeys(context: Context, campaign: string, by: SplitBy, at: number) {
  if (by === 'record') return []
  if (by === 'group') {
    const found = await recordOf(context, 'campaign', campaign, at)
    return found === null ? [] : parse(found.groups).flatMap((one) => (one.parent ? [] : one.code))
  }
  const { reporters } = await reportingState(context, campaign, at)
  return reporters.map((one) => one[by])
}

/** The reporting of a campaign, read once in a request for all its figures. */
async function reportingState(
  context: Context,
  campaign: string,
  at: number,
): Promise<ReportingState> {
  const states = batch(context, `reporting ${at}`, (campaigns) =>
    readReporting(context.db, campaigns, at),
  )
  return (await states.load(campaign)) as ReportingState
}

function MeasuresArg(): ParameterDecorator {
  return Arg('measures', () => [Measure as never], {
    nullable: true,
    description: 'Which measures, in this order; all where nothing is said (口径).',
  }) as ParameterDecorator
}
