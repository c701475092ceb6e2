import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { ConflictError, EXIT, HubError } from '../errors.ts'
import { fillClusters } from '../records/cluster.ts'
import { EMPTY, getRevisions, newestRevision } from '../records/revision.ts'
import { fillSearch } from '../records/searched.ts'
import { verifyHub } from '../records/verify.ts'
import { backupSqlite } from '../store/backup.ts'
import { copyDatabase } from '../store/copy.ts'
import { migrate } from '../store/migrate.ts'
import { fileOf, openStore, type Store } from '../store/open.ts'
import { openHub } from './database.ts'

export function verifyCommand(program: Command, settings: () => Settings): void {
  program
    .command('verify')
    .description('read everything again: digests, the chain of revisions, references')
    .option('--json', 'the faults as JSON')
    .action(async (options: { json?: true }) => {
      const { store } = await openHub(settings())
      try {
        const faults = await verifyHub(store.read)
        const { number, hash } = await newestRevision(store.read)
        if (options.json) console.log(JSON.stringify({ revision: number, hash, faults }, null, 2))
        else {
          for (const { where, message } of faults) console.log(`${where}: ${message}`)
          console.log(
            faults.length === 0
              ? `whole up to revision ${number} (${hash})`
              : `${faults.length} faults`,
          )
        }
        process.exitCode = faults.length === 0 ? EXIT.OK : EXIT.FAILURE
      } finally {
        await store.close()
      }
    })
}

export function backupCommand(program: Command, settings: () => Settings): void {
  program
    .command('backup <file>')
    .description('write the whole hub to one SQLite file, whichever database it lives in')
    .action(async (file: string) => {
      const { store } = await openHub(settings())
      try {
        const { number } = await writeBackup(store, file, settings().HUB_NOW().toISOString())
        console.log(`revision ${number} written to ${file}`)
      } finally {
        await store.close()
      }
    })
}

export function restoreCommand(program: Command, settings: () => Settings): void {
  program
    .command('restore <file>')
    .description('make the hub what a backup holds; its numbers and hashes stay')
    .action(async (file: string) => {
      if (!existsSync(file)) throw new HubError('IO', `There is no backup '${file}'.`, EXIT.IO)
      const now = settings().HUB_NOW().toISOString()
      const backup = await openStore(`sqlite:${file}`)
      const store = await openStore(settings().DATABASE_URL)
      try {
        await migrate(backup, now)
        await migrate(store, now)
        await refuseNewer(store, backup)
        await copyDatabase(backup, store)
        await fillSearch(store)
        await fillClusters(store)
        const { number, hash } = await newestRevision(store.read)
        console.log(`restored revision ${number} (${hash.slice(0, 12)})`)
      } finally {
        await backup.close()
        await store.close()
      }
    })
}

async function writeBackup(store: Store, file: string, now: string) {
  const own = fileOf(store.url)
  if (own !== null) await backupSqlite(own, file)
  else {
    const copy = await openStore(`sqlite:${file}`)
    await migrate(copy, now)
    await copyDatabase(store, copy)
    await copy.close()
  }
  return newestRevision(store.read)
}

/** A restore may only go forwards: what the hub has published must be part of the backup. */
async function refuseNewer(store: Store, backup: Store): Promise<void> {
  const here = await newestRevision(store.write)
  const [there = EMPTY] = await getRevisions(backup.write, [here.number])
  const newest = await newestRevision(backup.write)
  if (here.number > newest.number) {
    throw new ConflictError(
      `The database is at revision ${here.number}, the backup only at ${newest.number}: numbers never go back. Restore into an empty database.`,
    )
  }
  if (here.number > 0 && here.hash !== there.hash) {
    throw new ConflictError(
      `Revision ${here.number} means something else here than in the backup. Restore into an empty database.`,
    )
  }
}
