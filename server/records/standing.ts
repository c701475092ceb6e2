/** What the hub must know of a filed form to say whether it holds. */
export interface Filed {
  readonly submission: string
  readonly sequence: number
  readonly receivedAt: string
  readonly verdict: string
  readonly scope: string | null
  readonly period: string | null
  readonly final: boolean
  /** Received, and not yet released by the desk: it replaces nothing and counts for nothing. */
  readonly awaiting: boolean
}

/** Whether a form's rows count, and which form took its place. */
export interface Standing {
  readonly counts: boolean
  readonly status: 'RECEIVED' | 'ACCEPTED' | 'NEEDS_CORRECTION' | 'SUPERSEDED'
  readonly supersedes: string | null
  readonly supersededBy: string | null
  /** Older forms of the same period: where this one holds a row back, theirs stays. */
  readonly older: readonly string[]
  /** When the first readable form of the period came: lateness counts from it, not from a correction. */
  readonly firstReceivedAt: string
}

/**
 * Which forms hold. Forms without a scope (registers, policies) all do. Of the forms of one scope:
 * the newest of a period replaces the earlier ones of that period, and an accepted final form
 * replaces all the others; a final one that must be corrected counts only where nothing else does.
 * A form that awaits its release is as if it were not there, but its receipt counts for lateness.
 * The order of filing decides (received, then entered), never the order of this list.
 */
export function standings(filed: readonly Filed[]): Map<string, Standing> {
  const result = new Map<string, Standing>()
  const first = firstReceived(filed)
  for (const { awaiting, ...form } of filed) {
    if (awaiting) result.set(form.submission, { ...UNRELEASED, firstReceivedAt: first(form) })
  }
  const released = filed.filter(({ awaiting }) => !awaiting)
  for (const forms of groupBy(released, (form) => form.scope ?? form.submission)) {
    const periods = groupBy(forms, (form) => form.period ?? '').map((list) => list.sort(byArrival))
    const newest = periods.map((list) => list.at(-1) as Filed)
    const final = newest.find((form) => form.final)
    const others = newest.filter((form) => form !== final)
    const finalHolds = final !== undefined && (final.verdict === 'ACCEPTED' || others.length === 0)

    for (const list of periods) {
      list.forEach((form, i) => {
        const next = list[i + 1]
        const replacedByFinal = finalHolds && form !== final && final.verdict === 'ACCEPTED'
        const supersededBy = next ?? (replacedByFinal && !form.final ? final : undefined)
        result.set(form.submission, {
          counts: supersededBy === undefined && (form !== final || finalHolds),
          status: supersededBy === undefined ? verdictOf(form) : 'SUPERSEDED',
          supersedes: list[i - 1]?.submission ?? null,
          supersededBy: supersededBy?.submission ?? null,
          older: list.slice(0, i).map((one) => one.submission),
          firstReceivedAt: first(form),
        })
      })
    }
  }
  return result
}

const UNRELEASED = {
  counts: false,
  status: 'RECEIVED',
  supersedes: null,
  supersededBy: null,
  older: [],
} as const

type Placed = Pick<Filed, 'submission' | 'scope' | 'period' | 'receivedAt'>

/** When the first form of a scope and period came, released or not. */
function firstReceived(filed: readonly Filed[]): (form: Placed) => string {
  const keyOf = ({ submission, scope, period }: Placed) => `${scope ?? submission}|${period ?? ''}`
  const known = Map.groupBy(filed, keyOf)
  return (form) =>
    (known.get(keyOf(form)) ?? []).map((one) => one.receivedAt).sort()[0] ?? form.receivedAt
}

const verdictOf = (form: Filed) => form.verdict as Exclude<Standing['status'], 'SUPERSEDED'>

export const byArrival = (
  a: { receivedAt: string; sequence: number },
  b: { receivedAt: string; sequence: number },
) =>
  a.receivedAt === b.receivedAt ? a.sequence - b.sequence : a.receivedAt < b.receivedAt ? -1 : 1

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  return [...Map.groupBy(items, key).values()]
}
