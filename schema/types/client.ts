import { Field, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from './scalars.ts'

@ObjectType('QueryCost', {
  simpleResolvers: true,
  description: 'What a query would cost, without running it (查询费用).',
})
export class QueryCost {
  @Field(() => Int, {
    description:
      'Points: one, and one more for every hundred records that its lists may give, lists within lists multiplied (点数).',
  })
  cost!: number

  @Field(() => Int, { description: 'What one query may cost at the most (上限).' })
  maximum!: number
}

@ObjectType('ApiClient', {
  simpleResolvers: true,
  description: 'Who asks, and what is left of the quota (调用方).',
})
export class ApiClient {
  @Field(() => String, { description: 'The holder of the key, or “anonymous” (名称).' })
  name!: string

  @Field(() => Boolean, { description: 'True where no key was given (匿名).' })
  anonymous!: boolean

  @Field(() => Int, { description: 'Points in an hour (每小时点数).' })
  limit!: number

  @Field(() => Int, { description: 'Points that are left (剩余点数).' })
  remaining!: number

  @Field(() => DateTimeScalar, { description: 'When all of them are there again (恢复时间).' })
  resetAt!: Date
}
