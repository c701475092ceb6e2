import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'

export function migrateCommand(program: Command, settings: () => Settings): void {
  program
    .command('migrate')
    .description('bring the database to the newest shape, after a backup')
    .action(async () => {
      const store = await openStore(settings().DATABASE_URL)
      try {
        const applied = await migrate(store, settings().HUB_NOW().toISOString())
        console.log(applied.length === 0 ? 'nothing to do' : applied.join('\n'))
      } finally {
        await store.close()
      }
    })
}
