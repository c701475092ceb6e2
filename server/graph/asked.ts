import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** Which columns of a record each of its fields needs. Fields that are not named need all of them. */
export type Reads = Readonly<Record<string, readonly string[]>>

/**
 * The columns that the records of a list are asked for (`nodes { … }`, `edges { node { … } }`); null means
 * all. A query text is looked through once: its parts are the same objects however often it is asked.
 */
export function columnsAsked(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  reads: Reads,
): readonly string[] | null {
  const [first] = info.fieldNodes
  if (first === undefined) return null
  const known = seen.get(first)
  if (known !== undefined) return known
  const fields = info.fieldNodes.flatMap((node) => recordFields(node, info.fragments))
  const columns = fields.every((name) => Object.hasOwn(reads, name))
    ? [...new Set(fields.flatMap((name) => reads[name] ?? []))]
    : null
  seen.set(first, columns)
  return columns
}

const seen = new WeakMap<FieldNode, readonly string[] | null>()

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>

function recordFields(list: FieldNode, fragments: Fragments): string[] {
  return fieldsIn(list.selectionSet, fragments).flatMap((field) => {
    if (field.name.value === 'nodes') return names(field.selectionSet, fragments)
    if (field.name.value !== 'edges') return []
    return fieldsIn(field.selectionSet, fragments)
      .filter((one) => one.name.value === 'node')
      .flatMap((one) => names(one.selectionSet, fragments))
  })
}

const names = (set: SelectionSetNode | undefined, fragments: Fragments): string[] =>
  fieldsIn(set, fragments).map((field) => field.name.value)

function fieldsIn(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one]
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value]
    return fieldsIn(inner?.selectionSet, fragments)
  })
}
