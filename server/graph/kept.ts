import { LRUCache } from 'lru-cache'

/**
 * What was read of a revision never changes again (I1), so it need not be read a second time: records, and figures,
 * tables and lists that follow from records alone. Kept by the hash of the newest revision: a restored or otherwise
 * different database has another, and whatever is entered or erased raises it.
 */
export interface KeptRecords {
  at(hash: string, revision: number): RecordsAt
}

export interface RecordsAt {
  get(id: string): object | undefined
  /** `size` is how many records it is as large as. */
  set(id: string, value: object, size?: number): void
}

const REVISIONS = 4 // the newest, and a few that people are looking back at
const RECORDS = 40_000 // in each: some 40 MB
const LARGEST = 4_000 // what is larger is read again

export function keepRecords(): KeptRecords {
  const revisions = new LRUCache<string, RecordsAt>({ max: REVISIONS })
  return {
    at(hash, revision) {
      const key = `${hash} ${revision}`
      const known = revisions.get(key)
      if (known !== undefined) return known
      const made = keepOne()
      revisions.set(key, made)
      return made
    },
  }
}

function keepOne(): RecordsAt {
  const kept = new LRUCache<string, object>({ maxSize: RECORDS, maxEntrySize: LARGEST })
  return {
    get: (id) => kept.get(id),
    set: (id, value, size = 1) => void kept.set(id, value, { size: Math.max(1, size) }),
  }
}
