import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { BadInputError, HubError } from '../errors.ts'

/** Relay paging: `first`/`after` forwards or `last`/`before` backwards. */
export interface PageRequest {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** One key of an order; null sorts as the empty text. The last key must tell any two rows apart. */
export interface OrderKey {
  readonly column: string
  readonly descending?: boolean
}

export interface Page<Row> {
  readonly rows: Row[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  cursor(row: Row): string
}

/** A request in the words of SQL. */
export interface PagePlan {
  readonly size: number
  readonly backwards: boolean
  readonly orderBy: RawBuilder<unknown>
  /** True for rows after the cursor; null where the page is the first. */
  readonly beyond: RawBuilder<boolean> | null
}

export const PAGE_DEFAULT = 20
export const PAGE_MAXIMUM = 100

/** Reads one page by its keys (never by counting rows), so a page costs the same wherever it lies. */
export async function readPage<DB, TB extends keyof DB, Row extends object>(
  query: SelectQueryBuilder<DB, TB, Row>,
  order: readonly OrderKey[],
  request: PageRequest,
): Promise<Page<Row>> {
  const plan = understandPage(order, request)
  const rest = plan.beyond === null ? query : query.where(plan.beyond)
  const rows = await rest
    .orderBy(plan.orderBy)
    .limit(plan.size + 1)
    .execute()
  return pageOf(rows as Row[], order, plan)
}

/** Checks a request and says it in SQL; wrong sizes and foreign cursors are refused. */
export function understandPage(order: readonly OrderKey[], request: PageRequest): PagePlan {
  const { first, after, last, before } = request
  if ((first != null || after != null) && (last != null || before != null)) {
    throw new BadInputError('Give first/after or last/before, not both.')
  }
  const backwards = last != null || before != null
  const size = (backwards ? last : first) ?? PAGE_DEFAULT
  if (!Number.isInteger(size) || size < 1 || size > PAGE_MAXIMUM) {
    const name = backwards ? 'last' : 'first'
    throw new BadInputError(`'${name}' must be from 1 to ${PAGE_MAXIMUM}, got ${size}.`)
  }
  const cursor = (backwards ? before : after) ?? null
  const keys = order.map((key) => ({ ...key, descending: (key.descending ?? false) !== backwards }))
  const orderBy = keys.map((key) =>
    key.descending ? sql`${columnValue(key.column)} desc` : sql`${columnValue(key.column)}`,
  )
  return {
    size,
    backwards,
    orderBy: sql.join(orderBy),
    beyond: cursor === null ? null : beyond(keys, readCursor(cursor, order)),
  }
}

/** The page among rows that were read with one more than its size. */
export function pageOf<Row extends object>(
  found: readonly Row[],
  order: readonly OrderKey[],
  plan: PagePlan,
): Page<Row> {
  const more = found.length > plan.size
  const rows = found.slice(0, plan.size)
  if (plan.backwards) rows.reverse()
  const later = plan.beyond !== null
  return {
    rows,
    hasNextPage: plan.backwards ? later : more,
    hasPreviousPage: plan.backwards ? more : later,
    cursor: (row) => writeCursor(row, order),
  }
}

/** A page of a list that is at hand, already in its order: forwards only. */
export function pageOfList<Row extends object>(
  list: readonly Row[],
  order: readonly OrderKey[],
  request: PageRequest,
): Page<Row> {
  const plan = understandPage(order, request)
  const after = request.after ?? null
  const start = after === null ? 0 : list.findIndex((row) => writeCursor(row, order) === after) + 1
  return pageOf(list.slice(start, start + plan.size + 1), order, plan)
}

/** (a, b) beyond (x, y) means a beyond x, or a = x and b beyond y. */
function beyond(keys: readonly Required<OrderKey>[], values: readonly (string | number)[]) {
  const steps = keys.map((key, i) => {
    const same = keys.slice(0, i).map((one, j) => sql`${columnValue(one.column)} = ${values[j]}`)
    const further = key.descending
      ? sql`${columnValue(key.column)} < ${values[i]}`
      : sql`${columnValue(key.column)} > ${values[i]}`
    return sql`(${sql.join([...same, further], sql` and `)})`
  })
  return sql<boolean>`(${sql.join(steps, sql` or `)})`
}

const NULLABLE = new Set(['lastVerifiedOn'])

function columnValue(column: string) {
  return NULLABLE.has(column) ? sql`coalesce(${sql.ref(column)}, '')` : sql.ref(column)
}

function writeCursor(row: object, order: readonly OrderKey[]): string {
  const values = order.map(({ column }) => (row as Record<string, unknown>)[column] ?? '')
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function readCursor(cursor: string, order: readonly OrderKey[]): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits =
      Array.isArray(values) &&
      values.length === order.length &&
      values.every((value) => typeof value === 'string' || typeof value === 'number')
    if (fits && Buffer.from(JSON.stringify(values)).toString('base64url') === cursor) return values
  } catch {
    // told below, like every other cursor that is not one of ours
  }
  throw new HubError('INVALID_CURSOR', 'The cursor is not one that this list has given.')
}
