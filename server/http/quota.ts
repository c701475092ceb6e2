import { createHash, randomBytes } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { Request } from 'express'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Context } from '../graph/context.ts'
import { costOf, MOST_POINTS } from '../graph/cost.ts'
import { holderOf } from './bearer.ts'
import type { Hub } from './hub.ts'

const HOUR = 3_600_000
const MOST_CALLERS = 50_000

type Client = Context['client']

/**
 * Finds who asks and what is left of its points: the holder of a key, else everyone at one address. Kept in
 * the memory of this process for an hour from the first question, addresses as a salted hash.
 */
export function quotas(hub: Hub): (request: Request) => Promise<Client> {
  const secret = randomBytes(16)
  const hashed = (address: string) =>
    createHash('sha256').update(secret).update(address).digest('base64')
  const spent = new LRUCache<string, { points: number }>({ max: MOST_CALLERS, ttl: HOUR })
  return async (request) => {
    const holder = await holderOf(hub, request)
    const caller = holder === null ? hashed(request.ip ?? '') : `key ${holder.id}`
    const limit = holder === null ? hub.points.anonymous : hub.points.key
    const account = spent.get(caller) ?? { points: 0 }
    if (!spent.has(caller)) spent.set(caller, account)
    const left = spent.getRemainingTTL(caller)
    return {
      name: holder?.holder ?? 'anonymous',
      anonymous: holder === null,
      limit,
      get remaining() {
        return Math.max(0, limit - account.points)
      },
      resetAt: new Date(hub.clock().getTime() + left),
      spend(points) {
        if (account.points + points > limit) return Math.ceil(left / 1000)
        account.points += points
        return null
      },
    }
  }
}

/** Takes the points of a question before it runs, refuses it where they do not suffice, and says what is left. */
export function quotaPlugin(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request, operationName, contextValue }) {
          const cost = costOf(schema, document, request.variables ?? {}, operationName)
          if (cost > MOST_POINTS) {
            throw new GraphQLError(
              `The query costs ${cost} points; ${MOST_POINTS} are allowed. Ask for shorter lists.`,
              { extensions: { code: 'QUERY_TOO_COMPLEX' } },
            )
          }
          const { client } = contextValue
          const wait = client.spend(cost)
          if (wait === null) return
          throw new GraphQLError(
            `The query costs ${cost} points and ${client.remaining} of ${client.limit} an hour are left. Wait ${wait} seconds, ask for shorter lists, or ask the office for a key.`,
            {
              extensions: {
                code: 'RATE_LIMITED',
                http: { status: 429, headers: new Map([['retry-after', String(wait)]]) },
              },
            },
          )
        },
        async willSendResponse({ response, contextValue: { client } }) {
          response.http.headers.set('x-ratelimit-limit', String(client.limit))
          response.http.headers.set('x-ratelimit-remaining', String(client.remaining))
          const reset = Math.ceil(client.resetAt.getTime() / 1000)
          response.http.headers.set('x-ratelimit-reset', String(reset))
        },
      }
    },
  }
}
