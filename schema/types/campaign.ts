import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { MediaChannel } from './enums.ts'
import { Node, Recorded } from './node.ts'
import { connectionOf } from './page.ts'
import { PeriodInput } from './region.ts'
import { DateScalar, DateTimeScalar, URLScalar } from './scalars.ts'

@ObjectType('CampaignGroup', { description: 'A group or sub-action of a campaign (活动类别).' })
export class CampaignGroup {
  @Field(() => String, { description: 'Its code, such as G1 or G1a (代码).' })
  code!: string

  @Field(() => String, {
    nullable: true,
    description: 'The group that a sub-action belongs to (上级类别).',
  })
  parent!: string | null
}

@ObjectType('Campaign', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A campaign that a policy document calls (专项行动).',
})
export class Campaign extends Node {
  @Field(() => String, { nullable: true, description: 'Its slogan (主题口号).' })
  slogan!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day; null where the document does not say (开始日期).',
  })
  startsOn!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day (结束日期).' })
  endsOn!: string | null

  @Field(() => Boolean, {
    description: 'True where the campaign itself is demonstration data (演示数据).',
  })
  sample!: boolean
}

@ObjectType('Activity', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description: 'An activity that an organization reported (活动).',
})
export class Activity extends Node {
  sample!: boolean

  @Field(() => String, { nullable: true, description: 'Where it took place (地点).' })
  place!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the activity, where the form says (开始日期).',
  })
  startsOn!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the activity, where the form says (结束日期).',
  })
  endsOn!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it began, where the form names a clock time (开始时刻).',
  })
  startsAt!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended, where the form names a clock time (结束时刻).',
  })
  endsAt!: string | null

  @Field(() => [DateScalar], {
    description: 'Every single day, where the form lists days or a recurrence (活动日期).',
  })
  dates!: string[]

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether hours were recorded (是否记录时长): clause H17-34.',
  })
  hoursRecorded!: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its project was published first (项目是否发布): clause H17-34.',
  })
  projectPublished!: boolean | null

  @Field(() => [String], { description: 'Who held it, as written in the form (主办单位).' })
  organizerNames!: string[]
}

@ObjectType('MediaReport', {
  implements: [Node],
  simpleResolvers: true,
  description: 'What the media reported of an activity (媒体宣传).',
})
export class MediaReport extends Node {
  @Field(() => String, {
    nullable: true,
    description: 'Who published it; null, as the forms ask for channels only (媒体).',
  })
  outlet!: string | null

  @Field(() => MediaChannel, { description: 'Where (媒体渠道).' })
  channel!: string

  @Field(() => Int, { description: 'How many reports (条).' })
  count!: number

  @Field(() => URLScalar, {
    nullable: true,
    description: 'A link to it, personal parameters removed (链接).',
  })
  url!: string | null
}

@InputType('ActivityFilter', {
  description: 'Which activities (活动筛选): every given part must fit.',
})
export class ActivityFilter {
  @Field(() => ID, { nullable: true, description: 'Id of the campaign (专项行动).' })
  campaign?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A region code, with everything below it (区划).',
  })
  region?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the reporting organization (填报单位).' })
  organization?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the station that the place names (站点).',
  })
  station?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of a group or sub-action; NONE for 未归类 (活动类别).',
  })
  group?: string | null

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Reported for a period that lies within these days (时段).',
  })
  period?: PeriodInput | null

  @Field(() => String, { nullable: true, description: 'A part of the name (名称).' })
  text?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const CampaignConnection = connectionOf('Campaign', () => Campaign)
export const ActivityConnection = connectionOf('Activity', () => Activity)
export const MediaReportConnection = connectionOf('MediaReport', () => MediaReport)
