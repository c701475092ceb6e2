import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { importAnswer } from '../intake/answer.ts'
import { closeReaders } from '../intake/readers/child.ts'
import { type Received, receive, withdraw } from '../intake/receive.ts'
import { reread } from '../intake/reread.ts'
import { openHub, originalsOf } from './database.ts'
import { readNamed } from './files.ts'
import { keepSmall } from './memory.ts'
import { progressOf } from './progress.ts'
import { exitOf, plainReport } from './report.ts'

interface Options {
  readonly json?: true
  readonly as?: string
  readonly receivedAt?: string
  readonly dryRun?: true
}

export function importCommand(program: Command, settings: () => Settings): void {
  program
    .command('import <file...>')
    .description('judge forms and enter what is good; one transaction for each file')
    .option('--received-at <time>', 'when the files were received (ISO 8601); by default now')
    .option('--as <organization>', 'who files, where the form does not say')
    .option('--dry-run', 'judge only')
    .option('--json', 'the judgement and the receipts as JSON')
    .action(async (names: string[], options: Options) => {
      const known = settings()
      const { store, kind } = await openHub(known)
      const originals = originalsOf(known)
      await keepSmall(store)
      try {
        const files: Received[] = []
        for (const [i, name] of names.entries()) {
          const bytes = await readNamed(name)
          const now = known.HUB_NOW().toISOString()
          const sample = kind === 'demo'
          const tell = progressOf(basename(name))
          const awaiting = known.HUB_PUBLISH === 'approval'
          const dryRun = options.dryRun ?? false
          const how = { ...options, now, sample, awaiting, dryRun, originals, tell }
          files.push(forReport(await receive(store, { name, bytes }, how)))
          if (names.length > 1) process.stderr.write(`${i + 1} of ${names.length}: ${name}\n`)
        }
        console.log(
          options.json ? JSON.stringify(importAnswer(files), null, 2) : plainReport(files),
        )
        process.exitCode = exitOf(files)
      } finally {
        await store.close()
      }
    })
}

/** What a form claims goes with its file: the next one must not find the memory full of the last. */
function forReport(received: Received): Received {
  const forms = received.forms.map(({ flow: _flow, ...form }) => ({ ...form, claims: () => [] }))
  return { ...received, forms }
}

export function withdrawCommand(program: Command, settings: () => Settings): void {
  program
    .command('withdraw <submission>')
    .description('take a filed form back; what it replaced holds again')
    .option('--json', 'the revision as JSON')
    .action(async (submission: string, options: { json?: true }) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const revision = await withdraw(store, submission, known.HUB_NOW().toISOString())
        const { number, hash, summaryEn } = revision
        console.log(
          options.json
            ? JSON.stringify(revision)
            : `revision ${number} (${hash.slice(0, 12)}): ${summaryEn}`,
        )
      } finally {
        await store.close()
      }
    })
}

export function rereadCommand(program: Command, settings: () => Settings): void {
  program
    .command('reread')
    .description(
      'judge every kept file again with the readers of today; differences are one correction',
    )
    .option('--json', 'what changed as JSON')
    .action(async (options: { json?: true }) => {
      const known = settings()
      const { store } = await openHub(known)
      try {
        const now = known.HUB_NOW().toISOString()
        const done = await reread(store, originalsOf(known), now)
        const { files, missing, changed, revision } = done
        console.log(
          options.json
            ? JSON.stringify(done)
            : `${files} files, ${missing} not kept, ${changed.length} forms corrected` +
                (revision === null ? '' : ` in revision ${revision}`),
        )
      } finally {
        await store.close()
        await closeReaders()
      }
    })
}
