import { type Edge, networkOf, roomAbove, roomBelow } from './interval.ts'

/** Rows of forms that came and went together: seen from outside they are one number. */
export interface Batch {
  readonly value: number
  readonly since: number
  readonly until: number | null
}

export const isIn = ({ since, until }: Batch, revision: number) =>
  since <= revision && (until === null || until > revision)

/** What is left open of a small group of rows, or of a withheld count. */
export interface Left {
  /** No sum of what was told keeps it from being as large as this. */
  readonly high: number
  /** From the least to the most that it can be, for who also knows why counts are withheld. */
  readonly width: number
}

/**
 * What is left open to whoever keeps all that was told of a count up to a revision, by the name of what is watched:
 * each batch below `least`, and the count itself wherever it was withheld. Nothing is looked for beyond `least`.
 */
export function leftOpen(
  batches: readonly Batch[],
  told: readonly number[],
  upTo: number,
  least: number,
): Map<string, Left> {
  const states = statesOf(batches, upTo)
  const known = new Set(told.flatMap((one) => states.findLast((state) => state <= one) ?? []))
  const rows = batches.flatMap((batch): Row[] => {
    const from = states.findIndex((state) => isIn(batch, state))
    const to = states.findLastIndex((state) => isIn(batch, state)) + 1
    const name = `rows ${batch.since} ${batch.until}`
    return from < 0 ? [] : [{ name, from, to, value: batch.value }]
  })
  const covers = coversOf(batches, states, known, least)
  const all = networkOf([...rows, ...covers])
  const open = covers.map((one) => ({ ...one, value: Number.POSITIVE_INFINITY }))
  const sums = networkOf([...rows, ...open])
  const widthOf = (edge: number) =>
    roomAbove(all, edge, least - 1) + roomBelow(all, edge, least - 1)
  const left = new Map<string, Left>()
  rows.forEach(({ name, value }, i) => {
    if (value >= least) return
    left.set(name, { high: value + roomAbove(sums, i, least), width: widthOf(i) })
  })
  covers.forEach(({ name }, i) => {
    left.set(name, { high: least, width: widthOf(rows.length + i) })
  })
  return left
}

type Row = Edge & { readonly name: string }

/** The revisions that changed which rows are in force, where any are. */
function statesOf(batches: readonly Batch[], upTo: number): number[] {
  const turns = new Set(batches.flatMap(({ since, until }) => [since, until ?? since]))
  return [...turns]
    .filter((turn) => turn <= upTo && batches.some((batch) => isIn(batch, turn)))
    .sort((a, b) => a - b)
}

/**
 * Each withheld count, by how much it may be larger than it is for who knows why it is withheld: one that was never
 * told is below `least`, and so is what was added to the only sum that was ever told. Of others nothing is known.
 */
function coversOf(
  batches: readonly Batch[],
  states: readonly number[],
  told: ReadonlySet<number>,
  least: number,
): Row[] {
  const covers: Row[] = []
  let only: readonly Batch[] | null = [] // the one sum told so far; null after a second
  states.forEach((state, from) => {
    const now = batches.filter((batch) => isIn(batch, state))
    const isMore = only?.every((one) => now.includes(one)) ?? false
    if (told.has(state)) {
      only = only?.length === 0 || (isMore && now.length === only?.length) ? now : null
      return
    }
    const before = only ?? []
    const added = now.reduce((sum, one) => sum + (before.includes(one) ? 0 : one.value), 0)
    const value = isMore && added < least ? least - 1 - added : Number.POSITIVE_INFINITY
    covers.push({ name: `count ${state}`, from, to: from + 1, value })
  })
  return covers
}
