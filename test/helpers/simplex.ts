/** A sum of unknowns, by their names, and what it comes to at the least or at the most or exactly. */
export interface Constraint {
  readonly of: readonly string[]
  readonly is: '=' | '<='
  readonly value: number
}

/**
 * How small and how large a sum of unknowns can be, none of them below 0, given all that is known of them
 * (linear programming by the simplex method, Bland's rule). Null where what is known contradicts itself.
 */
export function bounds(
  constraints: readonly Constraint[],
  sum: readonly string[],
): { low: number; high: number } | null {
  const low = extreme(constraints, sum, 1)
  const high = extreme(constraints, sum, -1)
  return low === null || high === null ? null : { low, high: -high }
}

/** The least of `sign` times the sum; -Infinity where it has no end. */
function extreme(constraints: readonly Constraint[], sum: readonly string[], sign: 1 | -1) {
  const names = [...new Set([...constraints.flatMap((one) => one.of), ...sum])]
  const slacks = constraints.filter((one) => one.is === '<=').length
  const width = names.length + slacks + constraints.length
  let slack = names.length
  const rows = constraints.map((one, i) => {
    const row = new Array<number>(width + 1).fill(0)
    for (const name of one.of) row[names.indexOf(name)]! += 1
    if (one.is === '<=') row[slack++] = 1
    row[names.length + slacks + i] = 1
    row[width] = one.value
    return row
  })
  const basis = rows.map((_, i) => names.length + slacks + i)
  const artificial = new Array<number>(width)
    .fill(0)
    .map((_, i) => (i >= names.length + slacks ? 1 : 0))
  if (descend(rows, basis, artificial, width) > DUST) return null

  const wanted = new Array<number>(width).fill(0)
  for (const name of sum) wanted[names.indexOf(name)]! += sign
  // Unknowns that only held the rows up may not come back.
  return descend(rows, basis, wanted, names.length + slacks)
}

const DUST = 1e-7

/** Walks down to the least of `cost`, entering none but the first `free` columns; gives its value. */
function descend(rows: number[][], basis: number[], cost: readonly number[], free: number): number {
  const width = cost.length
  for (;;) {
    const reduced = (column: number) =>
      cost[column]! - rows.reduce((sum, row, i) => sum + cost[basis[i]!]! * row[column]!, 0)
    let entering = -1
    for (let column = 0; column < free && entering < 0; column += 1) {
      if (!basis.includes(column) && reduced(column) < -DUST) entering = column
    }
    if (entering < 0) return rows.reduce((sum, row, i) => sum + cost[basis[i]!]! * row[width]!, 0)
    let leaving = -1
    rows.forEach((row, i) => {
      if (row[entering]! <= DUST) return
      const ratio = row[width]! / row[entering]!
      const best = leaving < 0 ? Infinity : rows[leaving]![width]! / rows[leaving]![entering]!
      if (ratio < best - DUST || (ratio < best + DUST && basis[i]! < basis[leaving]!)) leaving = i
    })
    if (leaving < 0) return -Infinity
    pivot(rows, leaving, entering)
    basis[leaving] = entering
  }
}

function pivot(rows: number[][], at: number, column: number): void {
  const by = rows[at]![column]!
  const scaled = rows[at]!.map((one) => one / by)
  rows.forEach((row, i) => {
    const times = row[column]!
    rows[i] = i === at ? scaled : row.map((one, j) => one - times * scaled[j]!)
  })
}
