import { Field, InputType, ObjectType } from 'type-graphql'
import { organizationFields } from '../terms/fields.ts'
import {
  OrganizationType,
  ProfessionalField,
  RegionLevel,
  RegistrationStatus,
  TeamType,
} from './enums.ts'
import { Node, Recorded } from './node.ts'
import { connectionOf } from './page.ts'
import { Say } from './say.ts'

@ObjectType('PlatformMembership', {
  simpleResolvers: true,
  description: 'Membership of a volunteer platform (平台会员).',
})
export class PlatformMembership {
  @Field(() => String, { description: 'Code of the platform (平台).' })
  platform!: string

  @Field(() => String, { nullable: true, description: 'Role there, such as MEMBER_UNIT (角色).' })
  role!: string | null

  @Field(() => String, { nullable: true, description: 'Since when, EDTF (起始).' })
  since!: string | null
}

@ObjectType('Organization', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description: 'A body or team that serves, runs, guides or reports (组织).',
})
export class Organization extends Node {
  sample!: boolean

  @Say(organizationFields.type, () => OrganizationType)
  type!: string

  @Say(organizationFields.teamType, () => TeamType, { nullable: true })
  teamType!: string | null

  @Say(organizationFields.professionalFields, () => [ProfessionalField])
  professionalFields!: string[]

  @Say(organizationFields.level, () => RegionLevel, { nullable: true })
  level!: string | null

  @Say(organizationFields.registrationStatus, () => RegistrationStatus)
  registrationStatus!: string

  @Say(organizationFields.registeredOn, () => String, { nullable: true })
  registeredOn!: string | null

  @Say(organizationFields.creditCode, () => String, { nullable: true })
  creditCode!: string | null

  @Say(organizationFields.platforms, () => [PlatformMembership])
  platforms!: PlatformMembership[]
}

@InputType('OrganizationFilter', {
  description: 'Which organizations (组织筛选): every given part must fit.',
})
export class OrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A region code, with everything below it (区划).',
  })
  region?: string | null

  @Field(() => [OrganizationType], {
    nullable: true,
    description: 'Any of these types (组织类型).',
  })
  type?: string[] | null

  @Field(() => [TeamType], { nullable: true, description: 'Any of these team types (队伍类型).' })
  teamType?: string[] | null

  @Field(() => RegionLevel, { nullable: true, description: 'The level (层级).' })
  level?: string | null

  @Field(() => String, { nullable: true, description: 'A part of the name (名称).' })
  text?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const OrganizationConnection = connectionOf('Organization', () => Organization)
