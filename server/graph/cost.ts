import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** What one operation may cost at the most, in points. */
export const MOST_POINTS = 1000
const A_POINT = 100 // records that may have to be read
const PAGE = 20 // of a list whose page nobody said
const MOST_IN_A_PAGE = 1000
const SHORT_LIST = 5 // of a list that has no pages

/**
 * What a question costs before it is run, in points: one, and one more for every hundred records that its
 * lists may give, those within lists multiplied. It depends on the question and its variables alone.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string | null,
): number {
  const operation = getOperationAST(document, operationName)
  if (operation == null) throw new GraphQLError('Name one operation of the query.')
  const given = { ...defaultsOf(operation), ...variables }
  const parts = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  )
  const known = new Map<string, number>()
  const recordsIn = (set: SelectionSetNode | undefined, typeName: string): number =>
    (set?.selections ?? []).reduce((sum, one) => {
      if (one.kind === Kind.FIELD) return sum + recordsOf(one, typeName)
      if (one.kind === Kind.INLINE_FRAGMENT) {
        return sum + recordsIn(one.selectionSet, one.typeCondition?.name.value ?? typeName)
      }
      const name = one.name.value
      if (!known.has(name)) {
        known.set(name, 0) // a fragment within itself ends here
        const part = parts.get(name)
        if (part) known.set(name, recordsIn(part.selectionSet, part.typeCondition.name.value))
      }
      return sum + (known.get(name) ?? 0)
    }, 0)
  const recordsOf = (node: FieldNode, typeName: string): number => {
    const type = schema.getType(typeName)
    const fields = type && 'getFields' in type ? type.getFields() : {}
    const field = fields[node.name.value] as GraphQLField<unknown, unknown> | undefined
    if (field === undefined || node.selectionSet === undefined) return 0
    const below = recordsIn(node.selectionSet, getNamedType(field.type).name)
    if (/(Connection|Edge)$/.test(typeName)) return below // the page has counted them
    return sizeOf(field, node, given) * (1 + below)
  }
  const root = schema.getRootType(operation.operation)?.name ?? 'Query'
  return 1 + Math.floor(recordsIn(operation.selectionSet, root) / A_POINT)
}

/** How many records a field may give: its page, the short list, or one. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const paged = field.args.some(({ name }) => name === 'first' || name === 'limit')
  if (paged) {
    const said = ['first', 'last', 'limit'].flatMap((name) => numberOf(node, name, variables))
    const initial = field.args.find(({ name }) => name === 'limit')?.defaultValue
    const size = said[0] ?? (typeof initial === 'number' ? initial : PAGE)
    return Math.min(Math.max(0, size), MOST_IN_A_PAGE) // what goes beyond is refused for itself
  }
  return isListType(getNullableType(field.type)) ? SHORT_LIST : 1
}

function numberOf(
  node: FieldNode,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): number[] {
  const value = node.arguments?.find((one) => one.name.value === name)?.value
  if (value?.kind === Kind.INT) return [Number(value.value)]
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : null
  return typeof given === 'number' ? [given] : []
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  )
}
