import { Field, Float, Int, ObjectType } from 'type-graphql'
import { DateScalar } from './scalars.ts'

@ObjectType('IndicatorValue', {
  simpleResolvers: true,
  description:
    'What an indicator comes to in a place and a time, and whether that reaches the target (指标值).',
})
export class IndicatorValue {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the number reaches the target; null where there is no number or no target: never a guess (是否达到).',
  })
  met!: boolean | null

  @Field(() => Float, { nullable: true, description: 'What was divided (分子).' })
  numerator!: number | null

  @Field(() => Float, { nullable: true, description: 'By what it was divided (分母).' })
  denominator!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Where the numbers come from, in the words of the office (数据来源).',
  })
  basis!: string | null

  @Field(() => Int, { nullable: true, description: 'How many were asked, in a survey (样本量).' })
  sampleSize!: number | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When they were asked (调查日期).',
  })
  surveyedOn!: string | null
}
