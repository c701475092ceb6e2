import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from './page.ts'

@ObjectType('Erasure', {
  description:
    'A value that was taken out of every revision (删除): whose field it was and why, never what it was.',
})
export class Erasure {
  @Field(() => ID, { description: 'The record that it belonged to (记录编号).' })
  record!: string

  @Field(() => String, { description: 'Its stored field (字段).' })
  field!: string

  @Field(() => String, { description: 'Why, as the office wrote it (理由).' })
  reason!: string
}

export const ErasureConnection = connectionOf('Erasure', () => Erasure)
