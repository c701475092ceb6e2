import { Field, Int, ObjectType } from 'type-graphql'
import { ObligationStateValue } from './enums.ts'
import { DateTimeScalar } from './scalars.ts'

@ObjectType('ObligationState', {
  simpleResolvers: true,
  description:
    'What an office owes for one period, and how it stands (报送日历): computed, never kept.',
})
export class ObligationState {
  @Field(() => DateTimeScalar, {
    description: 'When it is due; a due day on a public holiday moves, a hub parameter (截止时间).',
  })
  due!: string

  @Field(() => ObligationStateValue, { description: 'How it stands (状态).' })
  state!: string

  @Field(() => Int, {
    nullable: true,
    description: 'How many days late the first readable form of the period came (逾期天数).',
  })
  daysLate!: number | null
}
