import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { GroupValue } from '../../schema/tables/campaign.ts'
import { parse } from '../../schema/tables/row.ts'
import {
  Activity,
  ActivityConnection,
  ActivityFilter,
  Campaign,
  CampaignConnection,
  CampaignGroup,
  MediaReport,
  MediaReportConnection,
} from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Region } from '../../schema/types/region.ts'
import { DateScalar } from '../../schema/types/scalars.ts'
import { Source } from '../../schema/types/source.ts'
import {
  type ActivityRow,
  activitiesQuery,
  type MediaRow,
  mediaQuery,
} from '../records/activity.ts'
import { type CampaignRow, campaignsQuery } from '../records/campaign.ts'
import type { OrganizationRow } from '../records/organization.ts'
import type { RegionRow } from '../records/region.ts'
import { BothWaysPage, ForwardPage } from './arguments.ts'
import { BY_ID, BY_NAME, childrenOf, listOf } from './connection.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

type GroupRow = GroupValue & { readonly document: string; readonly at: number }

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => Campaign, { nullable: true, description: 'A campaign by its id (专项行动).' })
  campaign(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'campaign', id, revisionAt(root, context))
  }

  @Query(() => CampaignConnection, { description: 'Campaigns (专项行动), by id.' })
  campaigns(
    @Arg('region', () => String, { nullable: true }) region: string | null,
    @Arg('activeOn', () => DateScalar, { nullable: true }) activeOn: Date | string | null,
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const day = activeOn && new Date(activeOn).toISOString().slice(0, 10)
    const query = campaignsQuery(context.db, revisionAt(root, context), { region, activeOn: day })
    return listOf(query, BY_ID, page)
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() campaign: CampaignRow, @LangArg() lang: string): string {
    return nameOf(campaign, lang)
  }

  @FieldResolver(() => Region, { description: 'Where it is held (所在区划).' })
  region(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    return recordOf(context, 'region', campaign.region, campaign.at)
  }

  @FieldResolver(() => [Organization], { description: 'Who calls it (主办单位).' })
  async organizers(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    const ids = parse(campaign.organizers)
    const found = await Promise.all(
      ids.map((id) => recordOf(context, 'organization', id, campaign.at)),
    )
    return found.filter((one) => one !== null)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the first day is not known, or how figures add up (说明).',
  })
  method(@Root() campaign: CampaignRow, @LangArg() lang: 'zh' | 'en') {
    return campaign.method === null ? null : parse(campaign.method)[lang]
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the document says of the first day (起始说明).',
  })
  startNote(@Root() campaign: CampaignRow, @LangArg() lang: 'zh' | 'en') {
    return campaign.startNote === null ? null : parse(campaign.startNote)[lang]
  }

  @FieldResolver(() => [CampaignGroup], {
    description: 'Its groups and their sub-actions (活动类别).',
  })
  groups(@Root() campaign: CampaignRow): GroupRow[] {
    const { document, at } = campaign
    return parse(campaign.groups).map((group) => ({ ...group, document, at }))
  }

  @FieldResolver(() => ActivityConnection, { description: 'What was reported for it (活动).' })
  activities(
    @Root() { id, at }: CampaignRow,
    @Arg('filter', () => ActivityFilter, { nullable: true }) filter: ActivityFilter | null,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: `campaign activities ${JSON.stringify(filter)}`,
      query: () => activitiesQuery(context.db, at, filter ?? {}),
      kinship: { column: 'campaign' },
      order: BY_ID,
      request,
      at,
    })
  }

  @FieldResolver(() => MediaReportConnection, {
    description: 'What the media reported of it (媒体宣传).',
  })
  media(
    @Root() { id, at }: CampaignRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'campaign media',
      query: () => mediaQuery(context.db, at),
      kinship: { column: 'campaign' },
      order: BY_ID,
      request,
      at,
    })
  }
}

@Resolver(() => CampaignGroup)
export class CampaignGroupResolver {
  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() group: GroupRow, @LangArg() lang: 'zh' | 'en'): string {
    return group.name[lang]
  }

  @FieldResolver(() => [String], {
    description:
      'The words in an activity’s name by which the hub assigns it: a hub parameter (归类用词).',
  })
  words(@Root() group: GroupRow) {
    return group.words ?? []
  }

  @FieldResolver(() => Source, { description: 'The clause that names it (依据).' })
  source(@Root() { clause, document, at }: GroupRow) {
    return { field: 'groups', clause, document, at }
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, { description: 'Activities (活动), by id.' })
  activities(
    @Arg('filter', () => ActivityFilter, { nullable: true }) filter: ActivityFilter | null,
    @Args(() => BothWaysPage) page: BothWaysPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return listOf(activitiesQuery(context.db, revisionAt(root, context), filter ?? {}), BY_ID, page)
  }

  @FieldResolver(() => String, { description: 'Its name, as reported (活动名称).' })
  name(@Root() activity: ActivityRow, @LangArg() _lang: string): string {
    return activity.nameZh
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who reported it (填报单位).' })
  organization(@Root() activity: ActivityRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', activity.organization, activity.at)
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign (专项行动).' })
  campaign(@Root() activity: ActivityRow, @Ctx() context: Context) {
    return recordOf(context, 'campaign', activity.campaign, activity.at)
  }

  @FieldResolver(() => CampaignGroup, {
    nullable: true,
    description:
      'The sub-action that its name speaks of, found by the hub; null is 未归类 (活动类别).',
  })
  async group(@Root() activity: ActivityRow, @Ctx() context: Context): Promise<GroupRow | null> {
    const campaign = await recordOf(context, 'campaign', activity.campaign, activity.at)
    if (campaign === null) return null
    const group = parse(campaign.groups).find((one) => one.code === activity.group)
    return group ? { ...group, document: campaign.document, at: activity.at } : null
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Where its reporter belongs (区域).',
  })
  region(@Root() activity: ActivityRow, @Ctx() context: Context) {
    return recordOf(context, 'region', activity.region, activity.at)
  }

  @FieldResolver()
  dates(@Root() activity: ActivityRow): string[] {
    return parse(activity.dates)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was done, as written; null where it holds personal data (活动内容简介).',
  })
  summary(@Root() activity: ActivityRow, @LangArg() _lang: string): string | null {
    return activity.summary
  }

  @FieldResolver()
  hoursRecorded(@Root() { hoursRecorded }: ActivityRow): boolean | null {
    return hoursRecorded === null ? null : hoursRecorded === 1
  }

  @FieldResolver()
  projectPublished(@Root() { projectPublished }: ActivityRow): boolean | null {
    return projectPublished === null ? null : projectPublished === 1
  }

  @FieldResolver()
  organizerNames(@Root() activity: ActivityRow) {
    return parse(activity.organizerNames)
  }
}

@Resolver(() => MediaReport)
export class MediaReportResolver {
  @FieldResolver(() => Activity, {
    nullable: true,
    description: 'The activity it speaks of, where the names agree (活动).',
  })
  activity(@Root() media: MediaRow, @Ctx() context: Context) {
    return recordOf(context, 'activity', media.activity, media.at)
  }
}

@Resolver(() => Region)
export class RegionCampaigns {
  @FieldResolver(() => CampaignConnection, {
    description: 'Campaigns held there or below (专项行动).',
  })
  campaigns(
    @Root() { id, at }: RegionRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'region campaigns',
      query: () => campaignsQuery(context.db, at),
      kinship: { within: 'region' },
      order: BY_NAME,
      request,
      at,
    })
  }
}

@Resolver(() => Organization)
export class OrganizationActivities {
  @FieldResolver(() => ActivityConnection, { description: 'What it reported (活动).' })
  activities(
    @Root() { id, at }: OrganizationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'organization activities',
      query: () => activitiesQuery(context.db, at),
      kinship: { column: 'organization' },
      order: BY_ID,
      request,
      at,
    })
  }
}
