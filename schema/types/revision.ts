import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ChangeKind, ChangeType } from './enums.ts'
import { connectionOf } from './page.ts'
import { DateTimeScalar, JSONObjectScalar } from './scalars.ts'

@ObjectType('Revision', {
  description:
    'One import, correction or withdrawal, whole or not at all (版次). Numbers rise by one.',
})
export class Revision {
  @Field(() => Int, { description: 'Its number (版次号).' })
  number!: number

  @Field(() => String, {
    description:
      'SHA-256, chained to the revision before it: two hubs, or a hub and its restored copy, never mean different things by one number.',
  })
  hash!: string

  @Field(() => DateTimeScalar, { description: 'When it was entered (入库时间).' })
  at!: Date

  @Field(() => Int, { description: 'Records added (新增).' })
  added!: number

  @Field(() => Int, { description: 'Records changed (修改).' })
  changed!: number

  @Field(() => Int, { description: 'Records removed (移除).' })
  removed!: number
}

@ObjectType('Change', {
  description:
    'What happened to one record in one revision (变更). `before` and `after` hold its stored fields under their GraphQL names, both languages, references as ids, nothing computed.',
})
export class Change {
  @Field(() => ID, { description: 'The record (记录编号).' })
  id!: string

  @Field(() => ChangeType, { description: 'Its kind of record (记录类型).' })
  type!: string

  @Field(() => ChangeKind, { description: 'What happened (变更方式).' })
  kind!: string
}

@ObjectType('RecordState', {
  description: 'One state of a record, from a revision until another (历史状态).',
})
export class RecordState {
  @Field(() => JSONObjectScalar, { description: 'Its stored fields in that state.' })
  values!: Record<string, unknown>
}

export const RevisionConnection = connectionOf('Revision', () => Revision)
export const ChangeConnection = connectionOf('Change', () => Change)
