import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, it } from 'vitest'
import { graph } from '../helpers/ask.ts'

it('serves the schema that is committed', async () => {
  const sdl = printSchema(lexicographicSortSchema(await graph()))
  await expect(`${sdl}\n`).toMatchFileSnapshot('../../schema/schema.graphql')
})

it('describes every type, field and value, and says the Chinese word where there is one', async () => {
  const silent: string[] = []
  for (const type of Object.values((await graph()).getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)
    )
      continue
    if (!type.description) silent.push(type.name)
    if (isEnumType(type)) {
      for (const value of type.getValues()) {
        if (!value.description && type.name !== 'Lang' && type.name !== 'StationOrder') {
          silent.push(`${type.name}.${value.name}`)
        }
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (!field.description) silent.push(`${type.name}.${field.name}`)
    }
  }
  expect(silent).toEqual([])
})
