import { type GraphQLResolveInfo, type GraphQLSchema, parse, validate } from 'graphql'
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql'
import { ApiClient, QueryCost } from '../../schema/types/client.ts'
import { JSONObjectScalar } from '../../schema/types/scalars.ts'
import { BadInputError } from '../errors.ts'
import type { Context } from './context.ts'
import { costOf, MOST_POINTS } from './cost.ts'

@Resolver()
export class ClientResolver {
  @Query(() => ApiClient, {
    description: 'The caller: its name, its quota and what is left after this query (调用方).',
  })
  client(@Ctx() { client }: Context): ApiClient {
    return client
  }

  @Query(() => QueryCost, {
    description: 'What a query would cost, without running it (查询费用).',
  })
  costOf(
    @Arg('query', () => String) query: string,
    @Arg('variables', () => JSONObjectScalar, { nullable: true })
    variables: Record<string, unknown> | null,
    @Info() { schema }: GraphQLResolveInfo,
  ): QueryCost {
    return { cost: costOfText(schema, query, variables ?? {}), maximum: MOST_POINTS }
  }
}

function costOfText(schema: GraphQLSchema, query: string, variables: Record<string, unknown>) {
  try {
    const document = parse(query, { maxTokens: 2000 })
    const [wrong] = validate(schema, document)
    if (wrong !== undefined) throw wrong
    return costOf(schema, document, variables)
  } catch (error) {
    throw new BadInputError(`'query' cannot be asked: ${(error as Error).message}`)
  }
}
