import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sql } from 'kysely'
import { fileOf, type Store } from './open.ts'

/**
 * Writes the database anew, so that nothing of what was taken out stays in its free pages, its log or the
 * copies that were made before a migration. Needs as much free room as the database is large.
 */
export async function compact({ engine, url, write }: Store): Promise<void> {
  if (engine === 'postgres') {
    await sql`vacuum full`.execute(write)
    return
  }
  await sql`insert into word(word) values ('optimize')`.execute(write) // drops the words of rows that are gone
  await sql`vacuum`.execute(write)
  await emptyLog(write)
  await removeCopies(url)
}

/** The log is emptied only where no reader is in the middle of it; SQLite tells that and does not fail. */
async function emptyLog(write: Store['write']): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(write)
  if (rows[0]?.busy === 1) {
    throw Object.assign(new Error('A reader holds the log.'), { code: 'SQLITE_BUSY' })
  }
}

async function removeCopies(url: string): Promise<void> {
  const file = fileOf(url)
  if (file === null) return
  const names = await readdir(dirname(file))
  const copies = names.filter((name) => name.startsWith(`${basename(file)}.before-`))
  for (const name of copies) await rm(join(dirname(file), name), { force: true })
}
