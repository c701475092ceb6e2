import { setImmediate } from 'node:timers/promises'

/** Things in lists of at most so many, made as they are asked for. */
export function* batchesOf<T>(things: Iterable<T>, size: number): Iterable<readonly T[]> {
  let batch: T[] = []
  for (const thing of things) {
    batch.push(thing)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/**
 * Works through things batch by batch. Between two full ones the process turns to what else waits: others
 * are served, and statements that have run give their memory back, which they do at no other time.
 */
export async function inBatches<T>(
  things: Iterable<T>,
  size: number,
  work: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (const batch of batchesOf(things, size)) {
    await work(batch)
    if (batch.length === size) await setImmediate()
  }
}
