import { type Batch, isIn, leftOpen } from './learned.ts'

/** Below what a count of people served is withheld: numbers of the hub, not of a document (W-32, I10). */
export interface Thresholds {
  readonly general: number
  /** For A01 to A08, and where a count does not say which audience it is. */
  readonly sensitive: number
}

export const THRESHOLDS: Thresholds = { general: 5, sensitive: 10 }

/** The measure that the guard watches over: people served, who never asked to be counted. */
export const GUARDED = 'BENEFICIARY_PERSON_TIMES'

/**
 * Whether a count of people served may be told at a revision, given the revisions at which it was told before.
 *
 * It must reach the threshold k, and whoever keeps all that was ever told of it, and knows how the guard decides, must
 * be left with this: of rows that came and went together and count fewer than k, that they may be k or more; and of
 * them and of every withheld count, an interval at least as wide as from 0 to k − 1, which is all that withholding
 * says by itself. So no sum or difference of what was told gives a group smaller than k. What was known before
 * is not held against a new count that adds nothing to it.
 */
export function mayTell(
  batches: readonly Batch[],
  told: readonly number[],
  revision: number,
  least: number,
): boolean {
  const known = merged(batches)
  const now = known.filter((one) => isIn(one, revision))
  if (now.reduce((sum, one) => sum + one.value, 0) < least) return false
  const after = leftOpen(known, [...told, revision], revision, least)
  const narrow = [...after].filter(([, { high, width }]) => high < least || width < least - 1)
  if (narrow.length === 0) return true
  const before = leftOpen(known, told, revision - 1, least)
  return narrow.every(([name, { high, width }]) => {
    const was = before.get(name)
    return was !== undefined && was.high === high && was.width === width
  })
}

/** Batches that came in one revision and went in one are one batch. */
function merged(batches: readonly Batch[]): Batch[] {
  const together = Map.groupBy(batches, ({ since, until }) => `${since} ${until}`)
  return [...together.values()].map((some) => ({
    ...(some[0] as Batch),
    value: some.reduce((sum, one) => sum + one.value, 0),
  }))
}

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
