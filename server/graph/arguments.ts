import { ArgsType, Field, Int } from 'type-graphql'

@ArgsType()
export class ForwardPage {
  @Field(() => Int, {
    nullable: true,
    description: 'How many, 1 to 100; 20 where nothing is said.',
  })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'Those after this cursor.' })
  after?: string | null
}

@ArgsType()
export class BothWaysPage extends ForwardPage {
  @Field(() => Int, { nullable: true, description: 'How many from the end, 1 to 100.' })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Those before this cursor.' })
  before?: string | null
}

/** A day as it is asked for: a literal is a text, a variable a Date. */
export function dayOf(date: Date | string): string {
  return typeof date === 'string' ? date.slice(0, 10) : date.toISOString().slice(0, 10)
}
