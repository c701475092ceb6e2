import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  CorrectionKind,
  Dimension,
  FigureBasis,
  FigureStatus,
  Measure,
  Qualifier,
} from './enums.ts'
import { Node } from './node.ts'
import { Organization } from './organization.ts'
import { connectionOf } from './page.ts'
import { PeriodInput } from './region.ts'
import { Revision } from './revision.ts'

@ObjectType('ReportingRate', {
  simpleResolvers: true,
  description:
    'Who should have reported, who has, who was late and who is missing (报送率). A total never looks more complete than it is.',
})
export class ReportingRate {
  @Field(() => Int, { description: 'How many had to report (应报).' })
  expected!: number

  @Field(() => Int, { description: 'How many have (已报).' })
  received!: number

  @Field(() => Int, { description: 'How many were never late (按时).' })
  onTime!: number

  @Field(() => Int, { description: 'How many were late at least once (逾期).' })
  late!: number

  @Field(() => Int, { description: 'How many have a form that must be corrected (待更正).' })
  held!: number

  @Field(() => Float, {
    nullable: true,
    description: 'received / expected; null where nobody had to (报送率).',
  })
  ratio!: number | null

  @Field(() => [Organization], { description: 'Who is missing (未报单位).' })
  missing!: Organization[]
}

@ObjectType('Figure', {
  implements: [Node],
  simpleResolvers: true,
  description:
    'A number that says what it is (数字). `value` is null unless the status lets it stand.',
})
export class Figure extends Node {
  @Field(() => Measure, { description: 'What is measured (口径).' })
  measure!: string

  @Field(() => Float, {
    nullable: true,
    description: 'The number; never 0 for something missing (数值).',
  })
  value!: number | null

  @Field(() => FigureStatus, { description: 'Whether it may stand (状态).' })
  status!: string

  @Field(() => Qualifier, { description: 'How exact it is (修饰): 约, 余, 近.' })
  qualifier!: string

  @Field(() => FigureBasis, { description: 'What it rests on (依据).' })
  basis!: string

  @Field(() => Boolean, {
    description:
      'True where any part of it is demonstration data; real and sample rows are never added (演示数据).',
  })
  sample!: boolean
}

@ObjectType('FigureRevision', {
  simpleResolvers: true,
  description: 'A value that a figure has had (历次数值), from one revision on.',
})
export class FigureRevision {
  @Field(() => Revision, { description: 'The revision that brought it (版次).' })
  revision!: Revision

  @Field(() => Float, { nullable: true, description: 'The number (数值).' })
  value!: number | null

  @Field(() => FigureStatus, { description: 'Whether it may stand (状态).' })
  status!: string

  @Field(() => Qualifier, { description: 'How exact it is (修饰).' })
  qualifier!: string
}

@ObjectType('Correction', {
  simpleResolvers: true,
  description: 'A published figure that became another, or was taken back (更正).',
})
export class Correction {
  @Field(() => Figure, { description: 'The figure, as it stood from then on (数字).' })
  figure!: Figure

  @Field(() => Float, { nullable: true, description: 'What had been published (原数值).' })
  before!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'What it became; null where it is told no longer (现数值).',
  })
  after!: number | null

  @Field(() => CorrectionKind, {
    description:
      'Whether a form was corrected, replaced or withdrawn, or only a further one came in (类别).',
  })
  kind!: string
}

@ObjectType('StatisticKey', { description: 'What a row of a table is about (维度值).' })
export class StatisticKey {
  @Field(() => Dimension, { description: 'The dimension (维度).' })
  dimension!: string

  @Field(() => String, {
    description:
      'What the filter takes: a region code, an organization or campaign id, a group code, the Monday of a week (代码).',
  })
  code!: string
}

@ObjectType('StatisticRow', {
  simpleResolvers: true,
  description: 'A row of a table of figures (统计行).',
})
export class StatisticRow {
  @Field(() => [StatisticKey], { description: 'What it is about (维度值).' })
  keys!: StatisticKey[]

  @Field(() => [Figure], { description: 'One figure per measure, in the order asked (数字).' })
  figures!: Figure[]
}

@ObjectType('StatisticTable', {
  simpleResolvers: true,
  description:
    'Figures by one or more dimensions (统计表): one figure per measure, in the order asked; a suppressed cell keeps its row; what cannot be aggregated that way is null and NOT_APPLICABLE.',
})
export class StatisticTable {
  @Field(() => Boolean, { description: 'True where any figure is demonstration data (演示数据).' })
  sample!: boolean

  @Field(() => [Dimension], { description: 'What it is split by (维度).' })
  by!: string[]

  @Field(() => [Measure], { description: 'What is measured (口径).' })
  measures!: string[]

  @Field(() => [StatisticRow], { description: 'The rows (统计行).' })
  rows!: StatisticRow[]

  @Field(() => [Figure], {
    description:
      'What the rows add up to, one figure per measure (合计); NOT_APPLICABLE where a measure does not add up.',
  })
  totals!: Figure[]

  @Field(() => Int, { description: 'How many cells, totals included, are withheld (不公布格数).' })
  suppressedCells!: number
}

@ObjectType('Guard', {
  simpleResolvers: true,
  description: 'Below what counts of people served are withheld (公布下限).',
})
export class Guard {
  @Field(() => Int, { description: 'For the audience A99 (其他).' })
  general!: number

  @Field(() => Int, {
    description: 'For A01 to A08, and where the audience is not told apart (A01—A08、未分人群).',
  })
  sensitive!: number
}

@InputType('StatisticFilter', {
  description: 'Which facts (统计筛选): every given part must fit.',
})
export class StatisticFilter {
  @Field(() => ID, { nullable: true, description: 'Id of the campaign (专项行动).' })
  campaign?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'A division or zone with everything below it, or a line of a city: 441200-UNITS, 441200-COLLEGES (区域).',
  })
  region?: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the reporting organization (填报单位).' })
  organization?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of a group or sub-action; NONE for 未归类 (活动类别).',
  })
  group?: string | null

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Reported for a time that lies within these days (时段).',
  })
  period?: PeriodInput | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const CorrectionConnection = connectionOf('Correction', () => Correction)
