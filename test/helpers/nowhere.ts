import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sql } from 'kysely'
import { fileOf, type Store } from '../../server/store/open.ts'

/** The tables that hold a text anywhere, read whole. */
export async function tablesWith(store: Store, text: string): Promise<string[]> {
  const tables = await store.write.introspection.getTables()
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(store.write)
    if (JSON.stringify(rows).includes(text)) found.push(name)
  }
  return found
}

/** The files of an SQLite hub that hold the bytes of a text, free pages and log included. */
export function filesWith({ url }: Store, text: string): string[] {
  const file = fileOf(url)
  if (file === null) return []
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))
  const files = names.map((name) => join(dirname(file), name))
  return files.filter((name) => !name.endsWith('.originals') && holds(name, text))
}

const holds = (name: string, text: string) => readFileSync(name).includes(Buffer.from(text))
