import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { projectFields } from '../terms/fields.ts'
import { AudienceType, ProjectStatus, ServiceItem, Theme } from './enums.ts'
import { Node, Recorded } from './node.ts'
import { connectionOf } from './page.ts'
import { Say } from './say.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'

@ObjectType('ProjectPosition', {
  simpleResolvers: true,
  description: 'A post that volunteers can fill (志愿者岗位).',
})
export class ProjectPosition {
  @Field(() => String, { description: 'What is done there (岗位).' })
  role!: string

  @Field(() => Int, { description: 'How many are wanted (招募人数).' })
  wanted!: number

  @Field(() => Int, {
    nullable: true,
    description: 'How many have come; null where nobody reported (已招募).',
  })
  filled!: number | null
}

@ObjectType('ProjectTransition', {
  simpleResolvers: true,
  description: 'A step in the life of a project (状态变更).',
})
export class ProjectTransition {
  @Field(() => ProjectStatus, { description: 'The status reached (状态).' })
  status!: string

  @Field(() => DateScalar, { description: 'On which day (日期).' })
  at!: string
}

@ObjectType('Project', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description: 'A volunteer-service project (志愿服务项目).',
})
export class Project extends Node {
  sample!: boolean

  @Say(projectFields.status, () => ProjectStatus)
  status!: string

  @Say(projectFields.fields, () => [String])
  fields!: string[]

  @Say(projectFields.services, () => [ServiceItem])
  services!: string[]

  @Say(projectFields.audiences, () => [AudienceType])
  audiences!: string[]

  @Say(projectFields.themes, () => [Theme])
  themes!: string[]

  @Say(projectFields.publishedAt, () => DateTimeScalar, { nullable: true })
  publishedAt!: string | null

  @Say(projectFields.startsOn, () => DateScalar, { nullable: true })
  startsOn!: string | null

  @Say(projectFields.endsOn, () => DateScalar, { nullable: true })
  endsOn!: string | null

  @Say(projectFields.isBrand, () => Boolean)
  isBrand!: boolean

  @Field(() => [ProjectPosition], { description: 'The posts of the project (岗位).' })
  positions!: ProjectPosition[]

  @Field(() => [ProjectTransition], { description: 'Its life so far (状态沿革).' })
  transitions!: ProjectTransition[]
}

@InputType('ProjectFilter', {
  description: 'Which projects (项目筛选): every given part must fit.',
})
export class ProjectFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A region code, with everything below it (区划).',
  })
  region?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the organization (实施组织).' })
  organization?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the station (服务站点).' })
  station?: string | null

  @Field(() => [ProjectStatus], {
    nullable: true,
    description: 'Any of these statuses (项目状态).',
  })
  status?: string[] | null

  @Field(() => [ServiceItem], { nullable: true, description: 'All of these services (服务项目).' })
  services?: string[] | null

  @Field(() => [Theme], { nullable: true, description: 'All of these themes (主题).' })
  themes?: string[] | null

  @Field(() => String, { nullable: true, description: 'A part of the name (名称).' })
  text?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const ProjectConnection = connectionOf('Project', () => Project)
