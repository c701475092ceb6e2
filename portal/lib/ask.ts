/** What the hub hands to every page: its graph, and how it names itself. */
export interface Locals {
  graphql(query: string, variables?: object): Promise<Answer>
  readonly origin: string
  readonly hubKind: 'demo' | 'real'
  readonly revision: number
  /** The ground of the maps, where the office has chosen one. */
  readonly tiles: Tiles | null
  /** The moment, by the hub's clock. */
  readonly now: Date
  /** Says when the page will no longer be true. */
  expire(moment: string | Date | null): void
  /** Says that the page is for one person alone: it is kept nowhere. */
  private(): void
}

/** Tiles of others, as Leaflet asks for them. */
export interface Tiles {
  readonly layers: readonly string[]
  readonly subdomains: string
  readonly datum: string
  readonly attribution: string
}

/** What the graph answers: every query is held against the schema by a test, not by types. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Answered = any

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string }[]
}

export interface Asker {
  readonly locals: Locals
}

export class AskError extends Error {
  override readonly name = 'AskError'
}

/** Asks the graph; the only door from the portal to the hub. */
export async function ask<T = Answered>(
  astro: Asker,
  query: string,
  variables: object = {},
): Promise<T> {
  const { data, errors } = await astro.locals.graphql(query, variables)
  if (errors !== undefined && errors.length > 0) {
    throw new AskError(errors.map((error) => error.message).join(' '))
  }
  return data as T
}

/** Asks for a page of a list; a cursor that nobody gave out leads to the first page. */
export async function askPage<T = Answered>(
  astro: Asker,
  query: string,
  variables: Paged,
): Promise<T> {
  try {
    return await ask<T>(astro, query, variables)
  } catch (error) {
    const { after, before, last, ...rest } = variables
    if (!(error instanceof AskError) || (after ?? before) === undefined) throw error
    return ask<T>(astro, query, { ...rest, first: variables.first ?? last })
  }
}

interface Paged {
  readonly [variable: string]: unknown
  readonly first?: number
  readonly last?: number
  readonly after?: string
  readonly before?: string
}
