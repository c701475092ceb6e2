import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Campaign } from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Figure, ReportingRate } from '../../schema/types/statistic.ts'
import { type CampaignRow, findCampaigns } from '../records/campaign.ts'
import type { FigureRow } from '../records/figure.ts'
import {
  type Rate,
  type ReportingState,
  rateOf,
  rateTogether,
  readReporting,
} from '../records/reporting.ts'
import { batch, type Context, recordOf } from './context.ts'

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
  async reporting(@Root() { id, at }: CampaignRow, @Ctx() context: Context): Promise<RateRow> {
    return { ...rateOf(await reportingState(context, id, at), null), at }
  }
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

/** The reporting of a campaign, read once in a request for all its figures. */
export async function reportingState(
  context: Context,
  campaign: string,
  at: number,
): Promise<ReportingState> {
  const states = batch(context, `reporting ${at}`, (campaigns) =>
    readReporting(context.db, campaigns, at),
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
