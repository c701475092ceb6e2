import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { declareHub, type HubKind } from '../../server/records/hub.ts'
import { backupSqlite } from '../../server/store/backup.ts'
import { migrate } from '../../server/store/migrate.ts'
import { type Engine, openStore, type Store, type Watch } from '../../server/store/open.ts'
import { NOW, onServer } from './moment.ts'

export { NOW } from './moment.ts'

export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

export interface TestHub {
  readonly store: Store
  readonly url: string
  close(): Promise<void>
}

/** A new, migrated, empty hub of its own on a real database. */
export async function newHub(engine: Engine, kind: HubKind = 'demo'): Promise<TestHub> {
  const { url, remove } = await newDatabase(engine)
  const store = await openStore(url)
  await migrate(store, NOW)
  await declareHub(store, kind)
  return {
    store,
    url,
    async close() {
      await store.close()
      await remove()
    },
  }
}

/** A copy of a demonstration hub that was fed from the pantry by the front door. */
export async function fedHub(engine: Engine, watch?: Watch): Promise<TestHub> {
  const { url, remove } = await newDatabase(engine, true)
  const store = await openStore(url, watch)
  return {
    store,
    url,
    async close() {
      await store.close()
      await remove()
    },
  }
}

/** The address of a database that nobody else uses; a fed one is a copy of the fed hub. */
export async function newDatabase(
  engine: Engine,
  fed = false,
): Promise<{ url: string; remove(): Promise<void> }> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'linzhan-test-'))
    const file = join(folder, 'hub.sqlite')
    if (fed) await backupSqlite(inject('fed'), file)
    return {
      url: `sqlite:${file}`,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const server = inject('postgres')
  const name = `hub_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}${fed ? ' template fed' : ''}`)
  return {
    url: `${server}/${name}`,
    remove: () => onServer(server, `drop database ${name} with (force)`),
  }
}
