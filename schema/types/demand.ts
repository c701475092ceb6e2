import { Field, Float, ID, InputType, ObjectType } from 'type-graphql'
import { AudienceType, DemandStatus, ServiceItem } from './enums.ts'
import { Node, Recorded } from './node.ts'
import { Organization } from './organization.ts'
import { connectionOf } from './page.ts'
import { Project } from './project.ts'
import { Region } from './region.ts'
import { DateScalar } from './scalars.ts'
import { Station } from './station.ts'

@ObjectType('Demand', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description:
    'A need that a station or community published (需求). No form brings any yet, so none is known.',
})
export class Demand extends Node {
  sample!: boolean

  @Field(() => Region, { description: 'Where (所在区划).' })
  region!: Region

  @Field(() => Station, { nullable: true, description: 'At which station (站点).' })
  station!: Station | null

  @Field(() => [AudienceType], { description: 'For whom (服务对象).' })
  audiences!: string[]

  @Field(() => [ServiceItem], { description: 'What is needed (服务项目).' })
  services!: string[]

  @Field(() => DateScalar, { nullable: true, description: 'From (起).' })
  neededFrom!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Until (止).' })
  neededTo!: string | null

  @Field(() => DemandStatus, { description: 'How it stands (状态).' })
  status!: string

  @Field(() => [Match], { description: 'Projects and teams that could meet it (供需对接).' })
  matches!: Match[]
}

@ObjectType('Match', {
  simpleResolvers: true,
  description: 'A need and who could meet it; why it fits is part of the answer (供需对接).',
})
export class Match {
  @Field(() => Demand, { description: 'The need (需求).' })
  demand!: Demand

  @Field(() => Project, { nullable: true, description: 'The project (项目).' })
  project!: Project | null

  @Field(() => Organization, { nullable: true, description: 'The organization (组织).' })
  organization!: Organization | null

  @Field(() => Float, { description: 'How well it fits, 0 to 1 (匹配度).' })
  score!: number
}

@InputType('DemandFilter', { description: 'Which needs (需求筛选): every given part must fit.' })
export class DemandFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A region code, with everything below it (区划).',
  })
  region?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the station (站点).' })
  station?: string | null

  @Field(() => [DemandStatus], { nullable: true, description: 'Any of these statuses (状态).' })
  status?: string[] | null

  @Field(() => [ServiceItem], { nullable: true, description: 'All of these services (服务项目).' })
  services?: string[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const DemandConnection = connectionOf('Demand', () => Demand)
