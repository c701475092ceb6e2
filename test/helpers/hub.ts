import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { feed } from '../../server/cli/seeds.ts'
import { declareHub, type HubKind } from '../../server/records/hub.ts'
import { migrate } from '../../server/store/migrate.ts'
import { type Engine, openStore, type Store } from '../../server/store/open.ts'

export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

/** The moment at which the tests live unless they say otherwise. */
export const NOW = '2019-04-10T01:00:00.000Z'

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

/** A hub fed from the pantry by the front door. */
export async function fedHub(engine: Engine, kind: HubKind = 'demo'): Promise<TestHub> {
  const hub = await newHub(engine, kind)
  await feed(hub.store, kind, () => NOW)
  return hub
}

/** The address of a database that nobody else uses. */
export async function newDatabase(
  engine: Engine,
): Promise<{ url: string; remove(): Promise<void> }> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'linzhan-test-'))
    return {
      url: `sqlite:${join(folder, 'hub.sqlite')}`,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const server = inject('postgres')
  const name = `hub_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  return {
    url: `${server}/${name}`,
    remove: () => onServer(server, `drop database ${name} with (force)`),
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await client.query(statement)
  await client.end()
}
