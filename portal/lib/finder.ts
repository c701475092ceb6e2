import { NEED_SETTINGS, needUnregistered } from '../../schema/terms/everyday.ts'
import type { Bilingual } from '../../schema/terms/term.ts'
import { type Answered, type Asker, askPage } from './ask.ts'
import type { Condition } from './chosen.ts'
import type { Place } from './place.ts'
import type { View } from './view.ts'

/** One page of stations that fit, and those of which nobody knows whether they do. */
export interface Found {
  readonly nodes: readonly Answered[]
  readonly unsure: readonly Answered[]
  /** How many fit; null in a list by distance, which nobody counts. */
  readonly count: number | null
  readonly countUnsure: number | null
  readonly moreUnsure: boolean
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly regions: Answered
}

/** What every question of the finder shares; `query` is `queries/stations.graphql`. */
export interface Finder {
  readonly astro: Asker
  readonly view: View
  readonly query: string
  /** From where; null for a list by name. */
  readonly place: Place | null
  /** Metres in words. */
  inWords(metres: number): string
}

/** Asks for a page; what it shows of the present moment says when the page will no longer be true. */
export async function find(
  { astro, view, query, place, inWords }: Finder,
  filter: object,
  page: { first?: number; last?: number; after?: string; before?: string },
  withDoubt: boolean,
): Promise<Found> {
  const { now, expire } = astro.locals
  const answer = await askPage(astro, query, {
    lang: view.asked,
    filter,
    now,
    unsure: { ...filter, unconfirmed: true },
    doubt: withDoubt && place === null,
    doubtNear: withDoubt && place !== null,
    ...(place === null
      ? page
      : { first: page.first ?? page.last, after: page.after, near: true, point: place }),
  })
  const { stations, stationsNear, unconfirmed, unconfirmedNear, regions } = answer
  const nodesOf = (near: Answered): Answered[] =>
    (near?.edges ?? []).map(({ node, distanceMetres: metres }: Answered) => ({
      ...node,
      away: metres === null ? null : inWords(metres),
    }))
  const nodes: Answered[] = stations?.nodes ?? nodesOf(stationsNear)
  const unsure: Answered[] = unconfirmed?.nodes ?? nodesOf(unconfirmedNear)
  for (const one of [...nodes, ...unsure]) expire(one.openState.nextChange)
  const nowhereBack = { startCursor: null, hasPreviousPage: false }
  return {
    nodes,
    unsure,
    count: stations?.totalCount ?? null,
    countUnsure: unconfirmed?.totalCount ?? null,
    moreUnsure: unconfirmed
      ? unconfirmed.totalCount > unsure.length
      : (unconfirmedNear?.pageInfo.hasNextPage ?? false),
    pageInfo: stations?.pageInfo ?? { ...stationsNear.pageInfo, ...nowhereBack },
    regions,
  }
}

/** What to say and show where nothing fits. */
export type Instead =
  /** The first condition without which something would fit. */
  | {
      readonly condition: Condition
      readonly nodes: readonly Answered[]
      readonly count: number | null
    }
  /** What somebody needs and no register says: public places where one can ask. */
  | { readonly need: Bilingual; readonly open: boolean; readonly nodes: readonly Answered[] }

const FEW = { first: 6 }

export async function findInstead(
  finder: Finder,
  filter: Readonly<Record<string, unknown>>,
  conditions: readonly Condition[],
  unsure: readonly Answered[],
): Promise<Instead | null> {
  const need = needUnregistered(String(filter.text ?? ''))
  if (need !== undefined) {
    const { text: _, ...less } = filter
    const asked = { setting: NEED_SETTINGS, ...less }
    const open = await find(finder, { openAt: finder.astro.locals.now, ...asked }, FEW, false)
    if (open.nodes.length > 0) return { need, open: true, nodes: open.nodes }
    const { nodes } = await find(finder, asked, FEW, false)
    return { need, open: false, nodes }
  }
  for (const condition of conditions) {
    const { [condition.name]: _, ...less } = filter
    const { nodes, count } = await find(finder, less, FEW, false)
    if (nodes.length === 0) continue
    const apart = nodes.filter((one) => unsure.every(({ id }) => id !== one.id))
    return { condition, nodes: apart, count }
  }
  return null
}
