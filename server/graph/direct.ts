import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { typeOf } from '../../schema/types/node.ts'

/**
 * Lets fields call their resolver methods directly. type-graphql prepares every call with a list of
 * promises, which costs more than most answers here (`name` of a hundred stations: 400 promises). The
 * methods, their parameters and their order stay those of the decorators, as its register holds them.
 */
export function callDirectly(schema: GraphQLSchema): void {
  const { fieldResolvers, queries, objectTypes, interfaceTypes } = register()
  const names = new Map([...objectTypes, ...interfaceTypes].map((type) => [type.target, type.name]))
  const instances = new Map<ResolverClass, Methods>()
  const direct = (method: Method) => {
    const instance = instances.get(method.target) ?? new method.target()
    instances.set(method.target, instance)
    return resolverOf(instance, method)
  }
  for (const method of queries) set(schema, 'Query', method.schemaName, direct(method))
  for (const method of fieldResolvers) {
    const name = names.get(method.getObjectType?.() as ResolverClass)
    if (name !== undefined) set(schema, name, method.schemaName, direct(method))
  }
}

/**
 * Lets an interface or a union tell the type of a value at once. type-graphql tells it by a promise, which
 * compiled queries cannot wait for.
 */
export function tellTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { id: string }) => typeOf(value)
  }
}

type Methods = Record<string, (...values: unknown[]) => unknown>
type ResolverClass = new () => Methods

interface Parameter {
  readonly kind: 'root' | 'context' | 'info' | 'arg' | 'args'
  readonly index: number
  readonly name?: string
}

interface Method {
  readonly methodName: string
  readonly schemaName: string
  readonly target: ResolverClass
  readonly params: readonly Parameter[]
  getObjectType?(): ResolverClass
}

interface Register {
  readonly fieldResolvers: readonly Method[]
  readonly queries: readonly Method[]
  readonly objectTypes: readonly { readonly target: ResolverClass; readonly name: string }[]
  readonly interfaceTypes: readonly { readonly target: ResolverClass; readonly name: string }[]
}

/** Where type-graphql (pinned exactly) keeps what its decorators said; a test sees that it is there. */
function register(): Register {
  const kept = globalThis as unknown as { TypeGraphQLMetadataStorage?: Register }
  const found = kept.TypeGraphQLMetadataStorage
  if (found === undefined) throw new Error('type-graphql keeps its register elsewhere than it did.')
  return found
}

function set(
  schema: GraphQLSchema,
  typeName: string,
  field: string,
  resolve: GraphQLFieldResolver<unknown, unknown>,
): void {
  const type = schema.getType(typeName)
  if (isInterfaceType(type)) {
    for (const one of schema.getPossibleTypes(type)) set(schema, one.name, field, resolve)
  }
  if (!isObjectType(type)) return
  const found = type.getFields()[field]
  if (found !== undefined) found.resolve = resolve
}

function resolverOf(instance: Methods, method: Method): GraphQLFieldResolver<unknown, unknown> {
  const call = (instance[method.methodName] as Methods[string]).bind(instance)
  const params = [...method.params].sort((a, b) => a.index - b.index)
  const asked = params.map((one) => one.kind).join(' ')
  // those that nearly all fields ask for, without a list of values for each call
  if (asked === 'root') return (root) => call(root)
  if (asked === 'root context') return (root, _args, context) => call(root, context)
  if (asked === 'root arg') {
    const name = params[1]?.name as string
    return (root, args) => call(root, args[name] ?? null)
  }
  const values = params.map(valueOfParameter)
  return (root, args, context, info) => call(...values.map((one) => one(root, args, context, info)))
}

type Value = (
  root: unknown,
  args: Record<string, unknown>,
  context: unknown,
  info: unknown,
) => unknown

function valueOfParameter({ kind, name }: Parameter): Value {
  if (kind === 'root') return (root) => root
  if (kind === 'context') return (_root, _args, context) => context
  if (kind === 'info') return (_root, _args, _context, info) => info
  if (kind === 'args') return (_root, args) => args
  if (kind === 'arg') return (_root, args) => args[name as string] ?? null
  throw new Error(`A resolver asks for '${kind}', which is not given directly.`)
}
