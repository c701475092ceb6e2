import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
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

function measure(document: DocumentNode) {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  )
  const sizes = { depth: 0, aliases: 0, rootFields: 0 }
  const walk = (set: SelectionSetNode | undefined, depth: number, open: readonly string[]) => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) {
        if (node.name.value.startsWith('__')) continue // introspection has its own, fixed depth
        if (node.alias) sizes.aliases += 1
        if (depth === 1) sizes.rootFields += 1
        sizes.depth = Math.max(sizes.depth, depth)
        if (depth <= LIMITS.depth) walk(node.selectionSet, depth + 1, open)
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet, depth, open)
      } else if (!open.includes(node.name.value)) {
        walk(fragments.get(node.name.value), depth, [...open, node.name.value])
      }
    }
  }
  for (const node of document.definitions as readonly ASTNode[]) {
    if (node.kind === Kind.OPERATION_DEFINITION) walk(node.selectionSet, 1, [])
  }
  return sizes
}
