import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** What one operation may be; beyond it a question is refused before anything is read. */
export const LIMITS = { tokens: 2000, depth: 15, aliases: 60, rootFields: 30 } as const

/** A validation rule: refuses operations that are too deep, or that ask the same thing too many times. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const sizes = measure(document)
      const tooMuch = [
        sizes.depth > LIMITS.depth && `is ${sizes.depth} levels deep; ${LIMITS.depth} are allowed`,
        sizes.aliases > LIMITS.aliases &&
          `has ${sizes.aliases} aliases; ${LIMITS.aliases} are allowed`,
        sizes.rootFields > LIMITS.rootFields &&
          `asks ${sizes.rootFields} questions at once; ${LIMITS.rootFields} are allowed`,
      ].find((text) => text !== false)
      if (tooMuch === undefined) return
      context.reportError(
        new GraphQLError(`The query ${tooMuch}. Ask in several smaller ones.`, {
          extensions: { code: 'QUERY_TOO_COMPLEX' },
        }),
      )
    },
  }
}

interface Sizes {
  readonly depth: number
  readonly aliases: number
  readonly fields: number
}

const NOTHING: Sizes = { depth: 0, aliases: 0, fields: 0 }

/** Measures each fragment once, however often it is spread: fragments can double themselves for ever. */
function measure(document: DocumentNode) {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  )
  const measured = new Map<string, Sizes>()
  const sizesOf = (set: SelectionSetNode | undefined): Sizes =>
    (set?.selections ?? []).map(sizesOfOne).reduce(together, NOTHING)
  const sizesOfOne = (node: SelectionNode): Sizes => {
    if (node.kind === Kind.INLINE_FRAGMENT) return sizesOf(node.selectionSet)
    if (node.kind === Kind.FRAGMENT_SPREAD) return sizesOfFragment(node.name.value)
    if (node.name.value.startsWith('__')) return NOTHING // introspection has its own, fixed depth
    const below = sizesOf(node.selectionSet)
    return { depth: below.depth + 1, aliases: below.aliases + (node.alias ? 1 : 0), fields: 1 }
  }
  const sizesOfFragment = (name: string): Sizes => {
    const known = measured.get(name)
    if (known !== undefined) return known
    measured.set(name, NOTHING) // a fragment within itself ends here; graphql-js refuses it besides
    const sizes = sizesOf(fragments.get(name))
    measured.set(name, sizes)
    return sizes
  }
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const { depth, aliases, fields } = operations
    .map((node) => sizesOf(node.selectionSet))
    .reduce(together, NOTHING)
  return { depth, aliases, rootFields: fields }
}

function together(a: Sizes, b: Sizes): Sizes {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
  }
}
