import { Field, Float, Int, ObjectType } from 'type-graphql'

@ObjectType('ResultCount', {
  simpleResolvers: true,
  description: 'How many stations have each result (各结果站点数): not assessed is no failure.',
})
export class ResultCount {
  @Field(() => Int, { description: 'Met (达标).' })
  met!: number

  @Field(() => Int, { description: 'Partly met (部分达标).' })
  partial!: number

  @Field(() => Int, { description: 'Not met (未达标).' })
  notMet!: number

  @Field(() => Int, { description: 'Nobody has looked at all of it (未评估).' })
  notAssessed!: number

  @Field(() => Int, { description: 'It does not apply (不适用).' })
  notApplicable!: number
}

@ObjectType('CriterionCount', {
  simpleResolvers: true,
  description: 'One criterion, and how the stations of a region stand (条目统计).',
})
export class CriterionCount {
  @Field(() => ResultCount, { description: 'How many stations have each result (站点数).' })
  count!: ResultCount
}

@ObjectType('ThreeHavesCount', {
  simpleResolvers: true,
  description: 'The three haves of the stations of a region (三有统计): clause C21-02.',
})
export class ThreeHavesCount {
  @Field(() => ResultCount, { description: 'People (有人员).' })
  people!: ResultCount

  @Field(() => ResultCount, { description: 'Projects (有项目).' })
  projects!: ResultCount

  @Field(() => ResultCount, { description: 'Management (有管理).' })
  management!: ResultCount

  @Field(() => Int, { description: 'Stations that are known to have all three (三有齐备).' })
  all!: number
}

@ObjectType('InspectionCount', {
  simpleResolvers: true,
  description: 'Visits to the stations of a region, by what became of them (检查统计).',
})
export class InspectionCount {
  @Field(() => Int, { description: 'All visits (检查次数).' })
  total!: number

  @Field(() => Int, { description: 'What they found is being set right (整改中).' })
  open!: number

  @Field(() => Int, { description: 'It was set right (已整改).' })
  closed!: number

  @Field(() => Int, { description: 'Nothing had to be (无需整改).' })
  noneNeeded!: number
}

@ObjectType('RegionStanding', {
  simpleResolvers: true,
  description:
    'How the stations of a region stand against the standard in force there, closed ones left out (区域对标).',
})
export class RegionStanding {
  @Field(() => Int, { description: 'Stations that the standard asks (应评站点数).' })
  stations!: number

  @Field(() => Int, { description: 'Of these: stations that assessed themselves (已自评站点数).' })
  selfAssessed!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Self-assessed over all, 0 to 1; null where there is no station (自评率).',
  })
  rate!: number | null

  @Field(() => Int, { description: 'Stations whose name follows the rule (名称规范站点数).' })
  named!: number

  @Field(() => ThreeHavesCount, { description: 'The three haves (三有).' })
  threeHaves!: ThreeHavesCount

  @Field(() => InspectionCount, { description: 'Visits and what became of them (检查与整改).' })
  inspectionCount!: InspectionCount

  @Field(() => Boolean, {
    description: 'True where there is demonstration data among it (演示数据).',
  })
  sample!: boolean
}
