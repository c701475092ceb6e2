/** Below what a count of people served is withheld: numbers of the hub, not of a document (W-32, I10). */
export interface Thresholds {
  readonly general: number
  /** For A01 to A08, and where a count does not say which audience it is. */
  readonly sensitive: number
}

export const THRESHOLDS: Thresholds = { general: 5, sensitive: 10 }

/** The measure that the guard watches over: people served, who never asked to be counted. */
export const GUARDED = 'BENEFICIARY_PERSON_TIMES'

/** Rows of forms that came and went together: seen from outside they are one number. */
export interface Batch {
  readonly value: number
  readonly since: number
  readonly until: number | null
}

const isIn = ({ since, until }: Batch, revision: number) =>
  since <= revision && (until === null || until > revision)

/**
 * Whether a count of people served may be told at a revision, given the revisions at which it was told before.
 *
 * It must reach the threshold, and with all that was told of it nobody may learn of fewer people than that: not
 * by holding two revisions against each other, nor by any sum of such differences.
 */
export function mayTell(
  batches: readonly Batch[],
  told: readonly number[],
  revision: number,
  least: number,
): boolean {
  const known = merged(batches).filter((one) => one.value !== 0) // a row that counts none is known to nobody
  const now = known.filter((one) => isIn(one, revision))
  if (sumOf(now) < least) return false

  const earlier = told.map((one) => known.filter((batch) => isIn(batch, one)))
  const steps = earlier.flatMap((before) => stepBetween(before, now))
  if (steps.some((step) => step.length > 0 && sumOf(step) < least)) return false

  const sums = [...earlier, now]
  const unknown = known.filter((one) => sums.some((some) => some.includes(one)))
  const follows = solvable(sums.map((some) => unknown.map((one) => (some.includes(one) ? 1 : 0))))
  return unknown.every((one, i) => one.value >= least || !follows.has(i))
}

const sumOf = (some: readonly Batch[]) => some.reduce((sum, one) => sum + one.value, 0)

/** Batches that came in one revision and went in one are one batch. */
function merged(batches: readonly Batch[]): Batch[] {
  const together = Map.groupBy(batches, ({ since, until }) => `${since} ${until}`)
  return [...together.values()].map((some) => ({ ...(some[0] as Batch), value: sumOf(some) }))
}

/** What one sum has beyond another, where the one holds all of the other. */
function stepBetween(a: readonly Batch[], b: readonly Batch[]): Batch[][] {
  const more = b.filter((one) => !a.includes(one))
  const less = a.filter((one) => !b.includes(one))
  return more.length === 0 || less.length === 0 ? [[...more, ...less]] : []
}

/** Which unknowns a system of sums gives away exactly (Gauss and Jordan): alone in a row, once it is reduced. */
function solvable(matrix: number[][]): Set<number> {
  const width = matrix[0]?.length ?? 0
  let top = 0
  for (let column = 0; column < width && top < matrix.length; column += 1) {
    const pivot = matrix.findIndex((row, i) => i >= top && Math.abs(row[column]!) > DUST)
    if (pivot < 0) continue
    const found = matrix[pivot]!
    matrix[pivot] = matrix[top]!
    const scaled = found.map((one) => one / found[column]!)
    matrix[top] = scaled
    matrix.forEach((row, i) => {
      const times = row[column]!
      if (i === top || Math.abs(times) <= DUST) return
      matrix[i] = row.map((one, j) => one - times * scaled[j]!)
    })
    top += 1
  }
  const alone = matrix.map((row) => row.flatMap((one, i) => (Math.abs(one) > DUST ? i : [])))
  return new Set(alone.flatMap((columns) => (columns.length === 1 ? columns : [])))
}

const DUST = 1e-9

/** What a count of this audience must reach. */
export function leastFor(audience: string, { general, sensitive }: Thresholds): number {
  return audience === 'A99' ? general : sensitive
}

/**
 * Whether a total may be told: only where every count under it is. A count once told cannot be withheld from
 * those who keep the earlier revision, so no other cell could cover for a small one; what is never told is
 * the sum that holds it. Thus no number that leaves the hub has a withheld one in it.
 */
export function mayTotal(counts: readonly { value: number | null }[]): boolean {
  return counts.every((one) => one.value !== null)
}

/** Fields of a form whose cells may not be quoted in public. */
export function isFieldPublished(field: string): boolean {
  return field !== 'beneficiaryPersonTimes' && field !== 'audience' && field !== 'coverage'
}

/** Whether the facts of a single record may be shown: of people served, none is (W-33). */
export function isPublished(measure: string): boolean {
  return measure !== GUARDED
}
