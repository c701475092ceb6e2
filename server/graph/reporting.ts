import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Campaign } from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { PeriodInput, Region } from '../../schema/types/region.ts'
import { Figure, ReportingRate } from '../../schema/types/statistic.ts'
import { readCalendar } from '../records/calendar.ts'
import { type CampaignRow, findCampaigns } from '../records/campaign.ts'
import type { FigureRow } from '../records/figure.ts'
import { findAllRegions, type RegionRow } from '../records/region.ts'
import { rateOfDuties } from '../records/reporter.ts'
import {
  type Rate,
  type ReportingState,
  rateOf,
  rateTogether,
  readReporting,
} from '../records/reporting.ts'
import { dayOf } from './arguments.ts'
import { isWithin } from './calendar.ts'
import { batch, batchOnce, type Context, recordOf } from './context.ts'
import { momentOf, OnDay } from './moment.ts'

type RateRow = Rate & { readonly at: number }

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
export class CampaignReporting {
  @FieldResolver(() => ReportingRate, { description: 'Who has filed at all (报送率).' })
  async reporting(
    @Root() { id, at }: CampaignRow,
    @OnDay() on: Date | string | null,
    @Ctx() context: Context,
  ): Promise<RateRow> {
    return { ...rateOf(await reportingOn(context, id, at, on), null), at }
  }
}

@Resolver(() => Region)
export class RegionReporting {
  @FieldResolver(() => ReportingRate, {
    description:
      'Who of the region and everything below it has filed for the campaigns that it reports to; with a period, for times that lie within these days (报送率).',
  })
  async reporting(
    @Root() { id, at }: RegionRow,
    @Arg('period', () => PeriodInput, {
      nullable: true,
      description: 'Only forms owed for a time within these days (时段).',
    })
    period: PeriodInput | null,
    @Ctx() context: Context,
  ): Promise<RateRow> {
    if (period != null) return { ...(await rateWithin(context, id, at, period)), at }
    const campaigns = await allCampaigns(context, at)
    const states = await Promise.all(campaigns.map((one) => reportingState(context, one, at)))
    const REGION = id.replace('region:', '')
    return { ...rateTogether(states.map((state) => rateOf(state, null, { REGION }))), at }
  }
}

/** The rates of regions for a time, all read with one look at the calendar. */
async function rateWithin(context: Context, id: string, at: number, period: PeriodInput) {
  const days = { from: dayOf(period.from), to: dayOf(period.to) }
  const moment = await momentOf(context, at, null)
  const rates = batch(context, `rates ${at} ${days.from} ${days.to}`, async (ids) => {
    const [duties, regions] = await Promise.all([
      readCalendar(context.db, at, moment),
      findAllRegions(context.db, at),
    ])
    const parents = new Map(regions.map((one) => [one.id, one.parent]))
    const below = (region: string) => duties.filter((one) => isWithin(one.region, region, parents))
    return new Map(ids.map((region) => [region, rateOfDuties(below(region), days)]))
  })
  return (await rates.load(id)) as Rate
}

@Resolver(() => Figure)
export class FigureReporting {
  @FieldResolver(() => ReportingRate, {
    description:
      'For this measure: a filed form with the cell left blank is missing here (报送率).',
  })
  async reporting(@Root() figure: FigureRow, @Ctx() context: Context): Promise<RateRow> {
    const { slice, at, measure } = figure
    const isReported =
      slice.ACTIVITY === undefined && slice.INDICATOR === undefined && measure !== 'STATION_COUNT'
    const campaigns = !isReported
      ? []
      : slice.CAMPAIGN === undefined
        ? await allCampaigns(context, at)
        : [slice.CAMPAIGN]
    const states = await Promise.all(campaigns.map((id) => reportingState(context, id, at)))
    return { ...rateTogether(states.map((state) => rateOf(state, measure, slice))), at }
  }
}

/** The reporting of a campaign, read once for all its figures. */
export async function reportingState(
  context: Context,
  campaign: string,
  at: number,
): Promise<ReportingState> {
  const load = (campaigns: readonly string[]) => readReporting(context.db, campaigns, at)
  const size = ({ given, forms }: ReportingState) => given.size + forms.size
  const states = batchOnce(context, at, `reporting ${at}`, load, size)
  return (await states.load(campaign)) as ReportingState
}

/** The reporting of a campaign as far as forms had come by the end of a day; now where none is named. */
export async function reportingOn(
  context: Context,
  campaign: string,
  at: number,
  on: Date | string | null | undefined,
): Promise<ReportingState> {
  if (on == null) return reportingState(context, campaign, at)
  const moment = await momentOf(context, at, on)
  const states = batch(context, `reporting ${at} ${moment.toISOString()}`, (campaigns) =>
    readReporting(context.db, campaigns, at, moment),
  )
  return (await states.load(campaign)) as ReportingState
}

/** Every campaign there is, read once in a request. */
export async function allCampaigns(context: Context, at: number): Promise<readonly string[]> {
  const all = batch(context, `every campaign ${at}`, async () => {
    const rows = await findCampaigns(context.db, at)
    return new Map([['all', rows.map((row) => row.id)]])
  })
  return (await all.load('all')) ?? []
}
