import type { Command } from 'commander'
import { deskKinds } from '../../schema/terms/submission.ts'
import { label } from '../../schema/terms/term.ts'
import type { Settings } from '../config.ts'
import { EXIT, HubError } from '../errors.ts'
import { decide, type Outcome } from '../intake/decide.ts'
import { closeReaders } from '../intake/readers/child.ts'
import { readDesk } from '../records/desk.ts'
import { newestRevision } from '../records/revision.ts'
import { openHub, originalsOf } from './database.ts'

export function deskCommand(program: Command, settings: () => Settings): void {
  program
    .command('desk')
    .description('everything that waits for a person, oldest first')
    .option('--all', 'what was decided too')
    .option('--json', 'as JSON')
    .action(async (options: { all?: true; json?: true }) => {
      const { store } = await openHub(settings())
      try {
        const { number: at } = await newestRevision(store.read)
        const desk = await readDesk(store.read, at)
        const items = desk.filter((item) => options.all || item.decision === null)
        const lines = items.map(({ id, kind, sheet, cell, message, decision }) => {
          const place = [sheet, cell].filter(Boolean).join('!')
          const done = decision === null ? '' : `  [${decision.outcome}: ${decision.reason}]`
          return `${id}\n  ${label(deskKinds, kind, 'zh')} ${place} ${message.zh}${done}`
        })
        console.log(options.json ? JSON.stringify(items, null, 2) : lines.join('\n'))
      } finally {
        await store.close()
      }
    })
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  accept: 'ACCEPT',
  reject: 'REJECT',
  'same-as': 'SAME_AS',
}

export function decideCommand(program: Command, settings: () => Settings): void {
  program
    .command('decide <item> <outcome> [id]')
    .description('settle an item of the desk: accept, reject, or same-as ID')
    .requiredOption('--reason <text>', 'why; it is public and names nobody')
    .action(
      async (
        item: string,
        said: string,
        target: string | undefined,
        options: { reason: string },
      ) => {
        const outcome = OUTCOMES[said]
        if (outcome === undefined) {
          const choices = Object.keys(OUTCOMES).join(', ')
          throw new HubError('USAGE', `Decide ${choices}, got '${said}'.`, EXIT.USAGE)
        }
        const known = settings()
        const { store } = await openHub(known)
        try {
          const now = known.HUB_NOW().toISOString()
          const verdict = {
            outcome,
            target: target ?? null,
            reason: options.reason,
            now,
            actor: 'hub',
          }
          const revision = await decide(store, originalsOf(known), item, verdict)
          console.log(`revision ${revision.number}: ${revision.summaryZh}`)
        } finally {
          await store.close()
          await closeReaders()
        }
      },
    )
}
