import { Field, Int, ObjectType } from 'type-graphql'
import { ReporterStateValue } from './enums.ts'
import { DateTimeScalar } from './scalars.ts'

@ObjectType('ReporterState', {
  simpleResolvers: true,
  description:
    'Somebody who has to report for a campaign, and what became of it (报送单位): computed from the forms, never kept.',
})
export class ReporterState {
  @Field(() => ReporterStateValue, { description: 'How it stands (报送情况).' })
  state!: string

  @Field(() => Int, { description: 'How many forms it has filed (报送表数).' })
  forms!: number

  @Field(() => Int, {
    description: 'In how many of them it said that there was nothing to report (无活动).',
  })
  nilForms!: number

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its newest form came; null where none has (收到时间).',
  })
  receivedAt!: string | null

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days late its forms came at most; 0 is always on time, null where none was due or came (逾期天数).',
  })
  daysLate!: number | null
}
