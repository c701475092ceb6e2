import { Field, Float, Int, ObjectType } from 'type-graphql'
import { inspectionFields } from '../terms/fields.ts'
import { CheckResult, InspectionKind, RectificationStatus } from './enums.ts'
import { Node } from './node.ts'
import { Say } from './say.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'

@ObjectType('NameCheck', {
  simpleResolvers: true,
  description: 'Whether a name follows the naming rule of its city (规范名称).',
})
export class NameCheck {
  @Field(() => Boolean, { description: 'It does (符合).' })
  conforms!: boolean
}

@ObjectType('ThreeHaves', {
  simpleResolvers: true,
  description: 'Has people, has projects, has management (有人员、有项目、有管理): clause C21-02.',
})
export class ThreeHaves {
  @Field(() => CheckResult, { description: 'By criteria S04 and S05 (有人员).' })
  people!: string

  @Field(() => CheckResult, { description: 'By criterion S09 (有项目).' })
  projects!: string

  @Field(() => CheckResult, { description: 'By criterion S06 (有管理).' })
  management!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'All three; null while one of them is not assessed and none fails (三有).',
  })
  all!: boolean | null
}

@ObjectType('CheckOutcome', {
  simpleResolvers: true,
  description: 'How one check of a standard stands at a station (检查结果).',
})
export class CheckOutcome {
  @Field(() => CheckResult, { description: 'The result (结果).' })
  result!: string

  @Field(() => Boolean, {
    description:
      'True where the hub found it in its data, false where the station said it (自动判断).',
  })
  found!: boolean
}

@ObjectType('CriterionResult', {
  simpleResolvers: true,
  description: 'How one criterion of a standard stands at a station (条目结果).',
})
export class CriterionResult {
  @Field(() => CheckResult, {
    description:
      'MET where all that is asked is met; what nobody looked at never makes it fail (结果).',
  })
  result!: string
}

@ObjectType('StationAssessment', {
  simpleResolvers: true,
  description:
    'A station held against a standard (对标评估): what the hub found by itself, and for the rest what the station said.',
})
export class StationAssessment {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the station assessed itself; null where it has not (自评日期).',
  })
  assessedOn!: string | null

  @Field(() => Int, { description: 'Criteria that are met (达标条目).' })
  met!: number

  @Field(() => Int, {
    description: 'Criteria of which it is known whether they are met (已评估条目).',
  })
  assessed!: number

  @Field(() => Int, { description: 'Criteria of the standard (条目总数).' })
  of!: number

  @Field(() => Boolean, {
    description: 'True where its self-assessment is demonstration data (演示数据).',
  })
  sample!: boolean
}

@ObjectType('Inspection', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A visit of an office to a station, and what became of it (检查与整改).',
})
export class Inspection extends Node {
  @Say(inspectionFields.kind, () => InspectionKind)
  kind!: string

  @Say(inspectionFields.on, () => DateScalar)
  on!: string

  @Say(inspectionFields.rectification, () => RectificationStatus)
  rectification!: string

  @Say(inspectionFields.closedOn, () => DateScalar, { nullable: true })
  closedOn!: string | null

  @Field(() => Boolean, { description: 'True where it is demonstration data (演示数据).' })
  sample!: boolean
}

@ObjectType('TimeInterval', {
  simpleResolvers: true,
  description: 'From one moment to another (时段).',
})
export class TimeInterval {
  @Field(() => DateTimeScalar, { description: 'From (起).' })
  from!: string

  @Field(() => DateTimeScalar, { description: 'To (止).' })
  to!: string
}

@ObjectType('OnDutyCoverage', {
  simpleResolvers: true,
  description: 'How far somebody was on duty while the station was open (在岗情况): clause C21-D1.',
})
export class OnDutyCoverage {
  @Field(() => Int, { description: 'Minutes that it was open (开放分钟).' })
  openMinutes!: number

  @Field(() => Int, { description: 'Minutes of these with at least one on duty (在岗分钟).' })
  coveredMinutes!: number

  @Field(() => Float, { nullable: true, description: 'Covered over open (在岗率).' })
  ratio!: number | null

  @Field(() => [TimeInterval], { description: 'When nobody was (空岗时段).' })
  gaps!: TimeInterval[]
}
