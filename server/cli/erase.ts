import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { compactNow, erase } from '../intake/erasing.ts'
import { openHub, originalsOf } from './database.ts'

export function eraseCommand(program: Command, settings: () => Settings): void {
  program
    .command('erase <record> <field>')
    .description(
      'take a value out of every revision, form and kept file; a tombstone with the reason stays',
    )
    .requiredOption('--reason <text>', 'why; it is public and names nobody')
    .option('--json', 'what was erased, as JSON')
    .action(async (record: string, field: string, options: { reason: string; json?: true }) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const now = known.HUB_NOW().toISOString()
        const { reason } = options
        const request = { record, field, reason, now, actor: 'hub' }
        const erased = await erase(store, originalsOf(known), request)
        const { revision, states, files, elsewhere } = erased
        const others =
          elsewhere.length > 0 ? [`the same text stands in ${elsewhere.join(', ')}`] : []
        const lines = [
          `revision ${revision.number}: ${revision.summaryZh}`,
          `${states} states emptied, ${files.length} kept files removed`,
          ...others,
          'Backups that you made yourself still hold it: remove them too.',
        ]
        console.log(options.json ? JSON.stringify(erased, null, 2) : lines.join('\n'))
      } finally {
        await store.close()
      }
    })
}

export function compactCommand(program: Command, settings: () => Settings): void {
  program
    .command('compact')
    .description('write the database anew, so that nothing erased stays in its free pages')
    .action(async () => {
      const { store } = await openHub(settings())
      try {
        await compactNow(store)
        console.log('The database is written anew.')
      } finally {
        await store.close()
      }
    })
}
