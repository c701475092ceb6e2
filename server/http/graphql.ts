import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type RequestHandler, Router } from 'express'
import type { GraphQLSchema } from 'graphql'
import { type Client, type Context, createContext } from '../graph/context.ts'
import { maskError } from '../graph/errors.ts'
import { keepRecords } from '../graph/kept.ts'
import { LIMITS, limitsRule } from '../graph/limits.ts'
import { compiledGateway } from './compiled.ts'
import { explorer } from './explorer.ts'
import type { Hub } from './hub.ts'
import { quotaPlugin, quotas } from './quota.ts'

const BODY_LIMIT = '256kb'

export interface GraphDoor {
  readonly router: Router
  /** Asks the graph inside this process, as the portal does. */
  ask(query: string, variables?: object, origin?: string): Promise<AskResult>
  stop(): Promise<void>
}

interface AskResult {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly message: string }[]
}

/** The graph at /graphql: GET and POST, compiled execution, masked errors, limits; a browser gets the explorer. */
export async function graphDoor(hub: Hub, schema: GraphQLSchema): Promise<GraphDoor> {
  const apollo = new ApolloServer<Context>({
    gateway: compiledGateway(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    formatError: (formatted, error) => maskError(formatted, error, hub.report),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      quotaPlugin(schema),
    ],
    stopOnTerminationSignals: false,
    logger: QUIET,
  })
  await apollo.start()
  const kept = keepRecords()
  const contextOf = (origin: string, client?: Client) =>
    createContext(hub.store.read, hub.clock, origin, kept, client)
  const clientOf = quotas(hub)

  const router = Router()
  router.use('/graphql', explorer())
  router.use(
    '/graphql',
    express.json({ limit: BODY_LIMIT }),
    expressMiddleware(apollo, {
      context: async ({ req }) => contextOf(hub.originOf(req), await clientOf(req)),
    }) as RequestHandler,
  )
  return {
    router,
    async ask(query, variables, origin = '') {
      const contextValue = await contextOf(origin)
      const answer = await apollo.executeOperation(
        { query, variables: variables as Record<string, unknown> },
        { contextValue },
      )
      return answer.body.kind === 'single' ? (answer.body.singleResult as AskResult) : {}
    },
    stop: () => apollo.stop(),
  }
}

const QUIET = { debug() {}, info() {}, warn() {}, error: console.error }
