import { Field } from 'type-graphql'
import { describe } from '../terms/fields.ts'
import type { Term } from '../terms/term.ts'

type FieldType = Parameters<typeof Field>[0]
interface Options {
  nullable?: boolean
  description?: string
}

/** A field that a term names: its description is the term's own words. */
export function Say(term: Term, type: FieldType, options: Options = {}): PropertyDecorator {
  return Field(type as never, { description: describe(term), ...options }) as PropertyDecorator
}
