import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Erasure, ErasureConnection } from '../../schema/types/erasure.ts'
import { Revision } from '../../schema/types/revision.ts'
import { asOf, type RowOf } from '../records/asof.ts'
import { ForwardPage } from './arguments.ts'
import { listOf } from './connection.ts'
import { type Context, type Root as RootValue, revisionAt } from './context.ts'
import { revisionOf } from './revision.ts'

const NEWEST_FIRST = [{ column: 'since', descending: true }, { column: 'id' }]

@Resolver(() => Erasure)
export class ErasureResolver {
  @Query(() => ErasureConnection, {
    description: 'What was erased for the sake of a person (删除), newest first.',
  })
  erasures(
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return listOf(asOf(context.db, 'erasure', revisionAt(root, context)), NEWEST_FIRST, page)
  }

  @FieldResolver(() => Revision, { description: 'In which revision (版次).' })
  revision(@Root() erasure: RowOf<'erasure'>, @Ctx() context: Context) {
    return revisionOf(context, erasure.since)
  }
}
