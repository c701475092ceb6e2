import type { RecordType } from '../../schema/database.ts'
import { countRows, type RowOf, type Rows } from '../records/asof.ts'
import { countChildren, type Kinship, readChildPages } from '../records/children.ts'
import { type OrderKey, type Page, type PageRequest, readPage } from '../records/page.ts'
import { batch, type Context } from './context.ts'

/** A Relay connection, its count asked for only when the question does. */
export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[]
  readonly nodes: Row[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  count(): Promise<number>
}

export function connect<Row, Node = Row>(
  page: Page<Row>,
  count: () => Promise<number>,
  nodeOf: (row: Row) => Node = (row) => row as unknown as Node,
): Connection<Node> {
  const nodes = page.rows.map(nodeOf)
  const cursorAt = (i: number) => page.cursor(page.rows.at(i) as Row)
  return {
    nodes,
    // cursors cost as much as the rows they name, and few questions ask for them
    get edges() {
      return nodes.map((node, i) => ({ cursor: cursorAt(i), node }))
    },
    get pageInfo() {
      return {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: page.hasPreviousPage,
        startCursor: nodes.length === 0 ? null : cursorAt(0),
        endCursor: nodes.length === 0 ? null : cursorAt(-1),
      }
    },
    count,
  }
}

/** A page of a whole list. */
export async function listOf<T extends RecordType>(
  query: Rows<T>,
  order: readonly OrderKey[],
  request: PageRequest,
): Promise<Connection<RowOf<T>>> {
  return connect(await readPage(query, order, request), () => countRows(query))
}

export interface Children<T extends RecordType> {
  /** What is asked, filters included: two questions of one name are one. */
  readonly name: string
  /** Made once for all parents, not for each. */
  query(): Rows<T>
  readonly kinship: Kinship
  readonly order: readonly OrderKey[]
  readonly request: PageRequest
  readonly at: number
}

/** A page of the children of one parent, read together with those of its neighbours. */
export async function childrenOf<T extends RecordType>(
  context: Context,
  parent: string,
  children: Children<T>,
): Promise<Connection<RowOf<T>>> {
  const { name, query, kinship, order, request, at } = children
  const asked = `${name} ${at} ${JSON.stringify(request)}`
  const pages = batch(context, asked, (parents) =>
    readChildPages(context.db, query(), kinship, parents, order, request, at),
  )
  const page = (await pages.load(parent)) as Page<RowOf<T>>
  return connect(page, async () => {
    const counts = batch(context, `count ${name} ${at}`, (parents) =>
      countChildren(query(), kinship, parents, at),
    )
    return (await counts.load(parent)) ?? 0
  })
}

export const BY_ID: readonly OrderKey[] = [{ column: 'id' }]
export const BY_NAME: readonly OrderKey[] = [{ column: 'nameZh' }, { column: 'id' }]
