import { Field, ObjectType } from 'type-graphql'

@ObjectType('Source', {
  simpleResolvers: true,
  description:
    'Where a value was read: a cell of a filed form, or a clause of a policy document (来源).',
})
export class Source {
  @Field(() => String, { nullable: true, description: 'The clause of the document (条款).' })
  clause!: string | null

  @Field(() => String, { nullable: true, description: 'The sheet of the form (工作表).' })
  sheet!: string | null

  @Field(() => String, { nullable: true, description: 'The cell (单元格), such as C5.' })
  cell!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'What the cell says, as it was typed; null where it must not be published.',
  })
  raw!: string | null

  @Field(() => String, { nullable: true, description: 'Which field of the record was read there.' })
  field!: string | null
}
