import { execute, type GraphQLSchema, parse, validate } from 'graphql'
import { fixedClock } from '../../server/clock.ts'
import { createContext } from '../../server/graph/context.ts'
import { buildGraph } from '../../server/graph/graph.ts'
import type { Store } from '../../server/store/open.ts'
import { NOW } from './hub.ts'

let built: Promise<GraphQLSchema> | undefined

/** The graph, built once for a test file. */
export function graph(): Promise<GraphQLSchema> {
  built ??= buildGraph()
  return built
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
type Answer = Record<string, any>

/** Asks the graph of a store; an error of any kind fails the test. */
export async function ask<T = Answer>(
  store: Store,
  query: string,
  variables: Record<string, unknown> = {},
  now = NOW,
): Promise<T> {
  const { data, errors } = await answer(store, query, variables, now)
  if (errors?.length) throw new Error(errors.map((error) => error.message).join('\n'))
  return data as T
}

/** The whole answer, errors included. */
export async function answer(
  store: Store,
  query: string,
  variables: Record<string, unknown> = {},
  now = NOW,
) {
  const schema = await graph()
  const document = parse(query)
  const invalid = validate(schema, document)
  if (invalid.length > 0) return { data: null, errors: invalid }
  const contextValue = await createContext(store.read, fixedClock(now), 'https://hub.example')
  return execute({ schema, document, variableValues: variables, contextValue, rootValue: {} })
}
