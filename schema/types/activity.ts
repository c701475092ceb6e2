import { Field, ObjectType } from 'type-graphql'

@ObjectType('Evidence', {
  simpleResolvers: true,
  description: 'What shows that an activity was prepared, held and concluded (佐证材料).',
})
export class Evidence {
  @Field(() => String, { description: 'BEFORE, DURING or AFTER the activity (阶段).' })
  phase!: string

  @Field(() => String, { description: 'A code of the vocabulary EvidenceType (材料类型).' })
  kind!: string

  @Field(() => Boolean, {
    description: 'Whether it came with the form; it is never published (是否提交).',
  })
  present!: boolean
}
