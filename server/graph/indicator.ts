import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import type { TargetValue } from '../../schema/tables/standard.ts'
import { Indicator, IndicatorTarget } from '../../schema/types/document.ts'
import { IndicatorValue } from '../../schema/types/indicator.ts'
import { Region } from '../../schema/types/region.ts'
import { Figure } from '../../schema/types/statistic.ts'
import { Period } from '../../schema/types/submission.ts'
import { shanghaiDate } from '../clock.ts'
import { findIndicators, type IndicatorRow } from '../records/document.ts'
import type { FigureRow } from '../records/figure.ts'
import {
  findIndicatorValues,
  type IndicatorValueRow,
  indicatorFigure,
  isMet,
  numberOf,
} from '../records/indicator.ts'
import { findChildren, findRegionsBelow, type RegionRow } from '../records/region.ts'
import { revisionOf } from './cite.ts'
import { batch, type Context, recordOf } from './context.ts'
import { figuresOf } from './figure.ts'
import { sitesFigure } from './measured.ts'

interface ValueRow {
  readonly of: IndicatorRow
  readonly place: string
  readonly from: string
  readonly to: string
  readonly number: FigureRow
  readonly met: boolean | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly basis?: string | null
  readonly sampleSize?: number | null
  readonly surveyedOn?: string | null
}

@Resolver(() => Indicator)
export class IndicatorValues {
  @FieldResolver(() => [IndicatorValue], {
    description:
      'What it comes to, by place and time: as an office gave it; stations are counted from the register (指标值).',
  })
  async values(
    @Root() indicator: IndicatorRow,
    @Arg('region', () => String, {
      nullable: true,
      description: 'Only there and below (区划).',
    })
    region: string | null,
    @Ctx() context: Context,
  ): Promise<ValueRow[]> {
    const all = await valuesOf(context, indicator)
    const within = region == null ? null : await regionsBelow(context, region, indicator.at)
    return all.filter((one) => within === null || within.has(one.place))
  }
}

@Resolver(() => Region)
export class RegionIndicators {
  @FieldResolver(() => [IndicatorValue], {
    description:
      'What the indicators come to in the region itself; those of regions below it stand there (指标值).',
  })
  async indicators(@Root() { id, at }: RegionRow, @Ctx() context: Context): Promise<ValueRow[]> {
    const values = batch(context, `indicators by region ${at}`, async () => {
      const indicators = await findIndicators(context.db, at, null)
      const all = await Promise.all(indicators.map((one) => valuesOf(context, one)))
      return Map.groupBy(all.flat(), (one) => one.place)
    })
    return (await values.load(id)) ?? []
  }
}

/** What an indicator comes to everywhere: given by offices, or counted by the hub. */
async function valuesOf(context: Context, indicator: IndicatorRow): Promise<ValueRow[]> {
  const { id, at } = indicator
  const given = batch(context, `indicator values ${at}`, async (ids) =>
    Map.groupBy(await findIndicatorValues(context.db, at, ids), (row) => row.indicator),
  )
  const rows = ((await given.load(id)) ?? []).map((row) => reported(indicator, row))
  return [...rows, ...(await counted(context, indicator))]
}

async function regionsBelow(context: Context, region: string, at: number) {
  const below = batch(context, `below ${at}`, async (codes) => {
    const found = await Promise.all(codes.map((one) => findRegionsBelow(context.db, one, at)))
    return new Map(codes.map((one, i) => [one, new Set(found[i])]))
  })
  return (await below.load(region)) as ReadonlySet<string>
}

/** As an office gave it. */
function reported(indicator: IndicatorRow, row: IndicatorValueRow): ValueRow {
  const number = indicatorFigure(row, indicator, indicator.at)
  return {
    of: indicator,
    place: row.region,
    from: row.periodFrom,
    to: row.periodTo,
    number,
    met: isMet(numberOf(row, indicator.unit), targetOf(indicator)),
    numerator: row.numerator,
    denominator: row.denominator,
    basis: row.basis,
    sampleSize: row.sampleSize,
    surveyedOn: row.surveyedOn,
  }
}

/** What the hub counts by itself, as of the day of the revision. */
async function counted(context: Context, indicator: IndicatorRow): Promise<ValueRow[]> {
  const { code, region, at } = indicator
  const places = await placesOf(context, indicator)
  if (places.length === 0) return []
  const day = shanghaiDate((await revisionOf(context, at))?.at ?? '1970-01-01T00:00:00Z')
  const about = { of: indicator, from: day, to: day }
  if (code === 'DEMO_SITES_DONE') {
    const number = await sitesFigure(context, indicator, at)
    const isOpen = number.qualifier === 'AT_LEAST'
    const met = isMet(number.value, targetOf(indicator))
    return [{ ...about, place: region, number, met: isOpen && met === false ? null : met }]
  }
  return Promise.all(
    places.map(async (place): Promise<ValueRow> => {
      const slice = { REGION: place.replace('region:', '') }
      const [number] = (await figuresOf(context, slice, at, ['STATION_COUNT'])) as [FigureRow]
      return { ...about, place, number, met: isMet(number.value, targetOf(indicator)) }
    }),
  )
}

/** The places whose stations or sites the hub counts for an indicator. */
async function placesOf(
  context: Context,
  { code, region, at }: IndicatorRow,
): Promise<readonly string[]> {
  if (code === 'STATION_COUNT' || code === 'DEMO_SITES_DONE') return [region]
  if (code !== 'STATIONS_PER_DISTRICT') return []
  const children = batch(context, `districts ${at}`, async (parents) =>
    Map.groupBy(await findChildren(context.db, parents, at), (row) => row.parent as string),
  )
  const found = (await children.load(region)) ?? []
  return found.filter(isDistrict).map((one) => one.id)
}

/** 区, as the document says; whether a development zone is one it does not say, so it is none here. */
const isDistrict = ({ code, validTo }: { code: string; validTo: string | null }) =>
  /^\d{4}(0[1-9]|1\d|20)$/.test(code) && validTo === null

const targetOf = ({ target }: IndicatorRow) => (target === null ? null : parse(target))

@Resolver(() => IndicatorValue)
export class IndicatorValueResolver {
  @FieldResolver(() => Indicator, { description: 'The indicator (指标).' })
  indicator(@Root() { of }: ValueRow) {
    return of
  }

  @FieldResolver(() => Region, { description: 'Where (区域).' })
  region(@Root() { of, place }: ValueRow, @Ctx() context: Context) {
    return recordOf(context, 'region', place, of.at)
  }

  @FieldResolver(() => Period, {
    description: 'For which time; what the hub counts is of the day of the revision (时段).',
  })
  period(@Root() { from, to }: ValueRow) {
    return { from, to }
  }

  @FieldResolver(() => Figure, { description: 'The number (数字).' })
  figure(@Root() { number }: ValueRow) {
    return number
  }

  @FieldResolver(() => IndicatorTarget, {
    nullable: true,
    description: 'What it should reach (目标).',
  })
  target(@Root() { of }: ValueRow) {
    const target: TargetValue | null = targetOf(of)
    const { document, clause, at } = of
    return target === null ? null : { ...target, document, clause, at }
  }
}
