import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Dimension, Measure } from './enums.ts'

@ObjectType('Reconciliation', {
  simpleResolvers: true,
  description:
    'Rows against totals, weeks against the month, counties against the city, forms against the platform of record (核对): what closes and what does not.',
})
export class Reconciliation {
  @Field(() => Int, { description: 'How many pairs of numbers were compared (核对项).' })
  checks!: number

  @Field(() => Int, { description: 'How many pairs are the same (相符).' })
  closed!: number
}

@ObjectType('ReconciliationItem', {
  simpleResolvers: true,
  description: 'Two numbers that should be the same and are not (不相符).',
})
export class ReconciliationItem {
  @Field(() => String, {
    description:
      'PARTS_TO_WHOLE, ROWS_TO_DECLARED, WEEKS_TO_FINAL or FORMS_TO_PLATFORM: the list ReconciliationRule (规则).',
  })
  rule!: string

  @Field(() => Measure, { description: 'What is measured (口径).' })
  measure!: string

  @Field(() => Dimension, {
    nullable: true,
    description: 'By what the rows are told apart; null for what one reporter sent (维度).',
  })
  dimension!: string | null

  @Field(() => Float, {
    nullable: true,
    description: 'What was said: the figure, the 合计, the final form or the platform (申报数).',
  })
  declared!: number | null

  @Field(() => Float, { nullable: true, description: 'What the parts come to (合计数).' })
  computed!: number | null
}
