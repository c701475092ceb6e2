import { Field, Int, ObjectType } from 'type-graphql'
import { Distribution } from './document.ts'
import { Node } from './node.ts'

@ObjectType('FormField', {
  simpleResolvers: true,
  description: 'One column or box of a form, and what to write in it (表单栏目).',
})
export class FormField {
  @Field(() => String, { description: 'Its code in judgements and downloads (代码).' })
  code!: string

  @Field(() => String, {
    description: 'How it is read: number, text, when, code, audience … (类型).',
  })
  type!: string

  @Field(() => Boolean, { description: 'Whether a row without it is held (必填).' })
  required!: boolean

  @Field(() => Boolean, { description: 'False for what never leaves the office (是否公开).' })
  published!: boolean
}

@ObjectType('FormTemplate', {
  implements: [Node],
  simpleResolvers: true,
  description: 'An official table, or a form of the hub where the documents print none (表单).',
})
export class FormTemplate extends Node {
  @Field(() => Int, { description: 'Its version (版本).' })
  version!: number

  @Field(() => [Distribution], { description: 'Blank copies (空白表).' })
  blank!: Distribution[]

  @Field(() => [FormField], { description: 'What it asks for (栏目).' })
  fields!: FormField[]
}
