import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { measuresOf } from '../../schema/forms/shelf.ts'
import { Activity, Campaign } from '../../schema/types/campaign.ts'
import { Measure } from '../../schema/types/enums.ts'
import { Organization } from '../../schema/types/organization.ts'
import { PeriodInput, Region } from '../../schema/types/region.ts'
import { Figure } from '../../schema/types/statistic.ts'
import type { ActivityRow } from '../records/activity.ts'
import { type CampaignRow, findObligations } from '../records/campaign.ts'
import type { FigureRow } from '../records/figure.ts'
import type { OrganizationRow } from '../records/organization.ts'
import type { RegionRow } from '../records/region.ts'
import { batch, type Context } from './context.ts'
import { figuresOf, within } from './figure.ts'

@Resolver(() => Campaign)
export class CampaignFigures {
  @FieldResolver(() => [Figure], { description: 'What it comes to, over all reporters (数字).' })
  figures(
    @Root() { id, at }: CampaignRow,
    @MeasuresArg() measures: string[] | null,
    @Ctx() context: Context,
  ) {
    return figuresOfCampaign(context, id, at, measures)
  }
}

@Resolver(() => Organization)
export class OrganizationFigures {
  @FieldResolver(() => [Figure], { description: 'What it has reported, added up (数字).' })
  figures(
    @Root() { id, at }: OrganizationRow,
    @MeasuresArg() measures: string[] | null,
    @PeriodArg() period: PeriodInput | null,
    @Ctx() context: Context,
  ) {
    return figuresOf(context, { ORGANIZATION: id, ...within(period) }, at, measures)
  }
}

@Resolver(() => Region)
export class RegionFigures {
  @FieldResolver(() => [Figure], {
    description: 'What was reported from there and from everything below it, added up (数字).',
  })
  figures(
    @Root() { id, at }: RegionRow,
    @MeasuresArg() measures: string[] | null,
    @PeriodArg() period: PeriodInput | null,
    @Ctx() context: Context,
  ) {
    const slice = { REGION: id.replace('region:', ''), ...within(period) }
    return figuresOf(context, slice, at, measures)
  }
}

@Resolver(() => Activity)
export class ActivityFigures {
  @FieldResolver(() => [Figure], { description: 'What was reported of it (数字).' })
  figures(
    @Root() { id, at }: ActivityRow,
    @MeasuresArg() measures: string[] | null,
    @Ctx() context: Context,
  ) {
    return figuresOf(context, { ACTIVITY: id }, at, measures)
  }
}

/** Where nobody says which measures, those that the forms of the campaign ask for, and how many activities. */
async function figuresOfCampaign(
  context: Context,
  id: string,
  at: number,
  asked: readonly string[] | null | undefined,
): Promise<FigureRow[]> {
  const all = await figuresOf(context, { CAMPAIGN: id }, at, asked ?? null)
  if (asked != null) return all
  const forms = batch(context, `forms of campaigns ${at}`, async (campaigns) => {
    const owed = await findObligations(context.db, campaigns, at)
    return Map.groupBy(owed, (one) => one.campaign)
  })
  const measures = ((await forms.load(id)) ?? []).flatMap((one) => measuresOf(one.template))
  const isWanted = (one: string) => one === 'ACTIVITY_COUNT' || measures.includes(one)
  return measures.length === 0 ? all : all.filter((one) => isWanted(one.measure))
}

function PeriodArg(): ParameterDecorator {
  return Arg('period', () => PeriodInput, {
    nullable: true,
    description: 'Only reports for a time within these days (时段).',
  }) as ParameterDecorator
}

function MeasuresArg(): ParameterDecorator {
  return Arg('measures', () => [Measure as never], {
    nullable: true,
    description: 'Which measures, in this order; all where nothing is said (口径).',
  }) as ParameterDecorator
}
