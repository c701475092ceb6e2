import type { Tell } from '../intake/hand.ts'

const EVERY = 10_000 // rows

/** Tells on stderr how far a long register has come, every ten thousand rows. */
export function progressOf(name: string): Tell {
  const told = new Map<string, number>()
  return (step, rows) => {
    if (rows - (told.get(step) ?? 0) < EVERY) return
    told.set(step, rows - (rows % EVERY))
    process.stderr.write(`${name}: ${told.get(step)} rows ${step}\n`)
  }
}
