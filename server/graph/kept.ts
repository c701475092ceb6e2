import { LRUCache } from 'lru-cache'

/**
 * Records as they stood at a revision never change again (I1), so what was read once need not be read a
 * second time. Kept by the hash of the newest revision: a restored or otherwise different database has
 * another, and whatever is entered or erased raises it.
 */
export interface KeptRecords {
  at(hash: string, revision: number): RecordsAt
}

export interface RecordsAt {
  get(id: string): object | undefined
  set(id: string, row: object): void
}

const REVISIONS = 4 // the newest, and a few that people are looking back at
const RECORDS = 20_000 // in each: some 20 MB

export function keepRecords(): KeptRecords {
  const revisions = new LRUCache<string, LRUCache<string, object>>({ max: REVISIONS })
  return {
    at(hash, revision) {
      const key = `${hash} ${revision}`
      const known = revisions.get(key)
      if (known !== undefined) return known
      const made = new LRUCache<string, object>({ max: RECORDS })
      revisions.set(key, made)
      return made
    },
  }
}
