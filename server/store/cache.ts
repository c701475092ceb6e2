import { sql } from 'kysely'
import type { Store } from './open.ts'

/** Lets the writing connection of an SQLite hub keep at most so many megabytes of pages in memory. */
export async function limitCache({ engine, write }: Store, megabytes: number): Promise<void> {
  if (engine === 'sqlite') await sql.raw(`pragma cache_size = -${megabytes * 1024}`).execute(write)
}
