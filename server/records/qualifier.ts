/** A number and how exact it is. */
export interface Qualified {
  readonly value: number
  readonly qualifier: string
}

/** 约 travels into sums: a total is only as exact as what it adds up. */
export function together(a: string, b: string): string {
  if (a === b || b === 'EXACT') return a
  if (a === 'EXACT') return b
  return a === 'UNKNOWN' || b === 'UNKNOWN' ? 'UNKNOWN' : 'APPROX'
}

/** Hours and yuan have two decimals; a sum of many has no more of them. */
export function exact(value: number): number {
  return Math.round(value * 100) / 100
}
