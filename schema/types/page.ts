import { type ClassType, Field, Int, ObjectType } from 'type-graphql'

@ObjectType('PageInfo', {
  simpleResolvers: true,
  description: 'Where a page lies in its list (Relay).',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'More follow.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Some come before.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last item.' })
  endCursor!: string | null
}

/** The Relay connection of a type: `StationConnection` with its `StationEdge`. */
export function connectionOf<T extends object>(name: string, item: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One ${name} in a list, with its cursor.`,
  })
  class Edge {
    @Field(() => String, { description: 'Where it lies in the list; opaque.' })
    cursor!: string

    @Field(item, { description: 'The item itself.' })
    node!: T
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${name} (Relay).`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[]

    @Field(() => [item()], { description: 'The items alone.' })
    nodes!: T[]

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo

    @Field(() => Int, { description: 'How many there are in the whole list.' })
    totalCount!: number
  }
  return Connection
}
