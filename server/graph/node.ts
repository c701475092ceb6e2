import { Arg, Ctx, ID, Query, Resolver, Root } from 'type-graphql'
import type { RecordType } from '../../schema/database.ts'
import { Node, TYPE_OF_ID } from '../../schema/types/node.ts'
import { BadInputError } from '../errors.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { figureById } from './figure.ts'
import { formOf } from './form.ts'

const MOST_NODES = 100
const NOT_KEPT = new Set(['dataset', 'demand'])

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null for an unknown one.',
  })
  node(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    const type = id.split(':', 1)[0] as string
    if (type === 'form') return formOf(id.slice('form:'.length), revisionAt(root, context))
    if (type === 'figure') return figureById(context, id, revisionAt(root, context))
    if (!Object.hasOwn(TYPE_OF_ID, type) || NOT_KEPT.has(type)) return null
    return recordOf(context, type as RecordType, id, revisionAt(root, context))
  }

  @Query(() => [Node], { nullable: 'items', description: 'Several of them, in the order asked.' })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Root() root: RootValue, @Ctx() context: Context) {
    if (ids.length > MOST_NODES) {
      throw new BadInputError(`'ids' may hold ${MOST_NODES} ids at the most, got ${ids.length}.`)
    }
    return Promise.all(ids.map((id) => this.node(id, root, context)))
  }
}
