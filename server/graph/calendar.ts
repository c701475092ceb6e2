import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { ObligationState } from '../../schema/types/calendar.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import { ReportingObligation } from '../../schema/types/document.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Region } from '../../schema/types/region.ts'
import { Period, Submission } from '../../schema/types/submission.ts'
import { type Duty, readCalendar } from '../records/calendar.ts'
import { findAllRegions, findRegionsBelow, type RegionRow } from '../records/region.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { momentOf, OnDay } from './moment.ts'

@Resolver(() => ObligationState)
export class CalendarResolver {
  @Query(() => [ObligationState], {
    description: 'Who owes which form by when, and what became of it (报送日历).',
  })
  async calendar(
    @OnDay() on: Date | string | null,
    @Arg('region', () => String, { nullable: true }) region: string | null,
    @Arg('campaign', () => ID, { nullable: true }) campaign: string | null,
    @Arg('organization', () => ID, { nullable: true }) organization: string | null,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ): Promise<Duty[]> {
    const at = revisionAt(root, context)
    const regions = region === null ? null : await findRegionsBelow(context.db, region, at)
    const query = { campaign, organization, regions }
    return readCalendar(context.db, at, await momentOf(context, at, on), query)
  }

  @FieldResolver(() => ReportingObligation, { description: 'What asks for it (报送任务).' })
  obligation(@Root() duty: Duty) {
    return duty.obligation
  }

  @FieldResolver(() => Organization, { description: 'Who owes it (填报单位).' })
  organization(@Root() duty: Duty, @Ctx() context: Context) {
    return recordOf(context, 'organization', duty.organization, duty.at)
  }

  @FieldResolver(() => [Organization], {
    description:
      'Through whom its form goes up, in their order; empty: straight to the city (报送路径).',
  })
  async route(@Root() duty: Duty, @Ctx() context: Context) {
    const found = await Promise.all(
      duty.route.map((id) => recordOf(context, 'organization', id, duty.at)),
    )
    return found.filter((one) => one !== null)
  }

  @FieldResolver(() => Period, { description: 'For which time (报送期).' })
  period(@Root() { period: { from, to } }: Duty) {
    return { from, to }
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: 'The newest form filed for it (报送).',
  })
  submission(@Root() duty: Duty, @Ctx() context: Context) {
    return recordOf(context, 'submission', duty.submission, duty.at)
  }
}

@Resolver(() => Campaign)
export class CampaignCalendar {
  @FieldResolver(() => [ObligationState], { description: 'Who owes what (报送日历).' })
  calendar(
    @Root() campaign: { id: string; at: number },
    @OnDay() on: Date | string | null,
    @Ctx() context: Context,
  ) {
    return dutiesOf(context, campaign, on, ({ obligation }) => obligation.campaign)
  }
}

@Resolver(() => Organization)
export class OrganizationCalendar {
  @FieldResolver(() => [ObligationState], {
    description: 'What it owes, has filed and is late with (报送日历).',
  })
  calendar(
    @Root() organization: { id: string; at: number },
    @OnDay() on: Date | string | null,
    @Ctx() context: Context,
  ) {
    return dutiesOf(context, organization, on, (duty) => duty.organization)
  }
}

@Resolver(() => Region)
export class RegionCalendar {
  @FieldResolver(() => [ObligationState], {
    description: 'What offices of the region and below it owe (报送日历).',
  })
  async calendar(
    @Root() { id, at }: RegionRow,
    @OnDay() on: Date | string | null,
    @Ctx() context: Context,
  ): Promise<readonly Duty[]> {
    const moment = await momentOf(context, at, on)
    const duties = batch(context, `calendar below ${at} ${moment.toISOString()}`, async (ids) => {
      const [all, regions] = await Promise.all([
        readCalendar(context.db, at, moment),
        findAllRegions(context.db, at),
      ])
      const parents = new Map(regions.map((one) => [one.id, one.parent]))
      return new Map(
        ids.map((region) => [region, all.filter((duty) => isWithin(duty.region, region, parents))]),
      )
    })
    return (await duties.load(id)) ?? []
  }
}

/** Whether a region is another or lies below it. */
export function isWithin(
  region: string,
  wanted: string,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  let id: string | null | undefined = region
  for (let step = 0; id != null && step < 8; step++) {
    if (id === wanted) return true
    id = parents.get(id)
  }
  return false
}

/** The duties of many campaigns or organizations, read once for all that were asked about. */
async function dutiesOf(
  context: Context,
  { id, at }: { id: string; at: number },
  on: Date | string | null,
  owner: (duty: Duty) => string,
): Promise<readonly Duty[]> {
  const moment = await momentOf(context, at, on)
  const name = `calendar ${id.split(':', 1)[0]} ${at} ${moment.toISOString()}`
  const duties = batch(context, name, async () =>
    Map.groupBy(await readCalendar(context.db, at, moment), owner),
  )
  return (await duties.load(id)) ?? []
}
