import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { generateFiles } from '../demonstration/files.ts'
import { ConflictError, EXIT, HubError } from '../errors.ts'
import { receive } from '../intake/receive.ts'
import { newestRevision } from '../records/revision.ts'
import { openHub } from './database.ts'
import { readManifest, readSeed } from './seeds.ts'

export function generateCommand(program: Command, settings: () => Settings): void {
  program
    .command('generate')
    .description('make a demonstration database of any size')
    .requiredOption('--stations <number>', 'how many stations')
    .requiredOption('--seed <text>', 'the same seed gives the same data')
    .action(async (options: { stations: string; seed: string }) => {
      const stations = Number(options.stations)
      if (!Number.isInteger(stations) || stations < 1) {
        throw new HubError(
          'USAGE',
          `--stations must be a whole number, got '${options.stations}'.`,
          EXIT.USAGE,
        )
      }
      const known = settings()
      const { store, kind } = await openHub(known)
      const folder = await mkdtemp(join(tmpdir(), 'linzhan-'))
      try {
        if (kind !== 'demo')
          throw new ConflictError('Demonstration data never enters a real database.')
        const now = () => known.HUB_NOW().toISOString()
        for (const seed of (await readManifest()).filter((one) => one.real)) {
          const { file: name, receivedAt } = seed
          await receive(
            store,
            { name, bytes: await readSeed(seed) },
            { receivedAt, now: now(), sample: false },
          )
        }
        const files = await generateFiles({ stations, seed: options.seed, directory: folder })
        for (const [i, { file, receivedAt }] of files.entries()) {
          const bytes = await readFile(join(folder, file))
          await receive(store, { name: file, bytes }, { receivedAt, now: now(), sample: true })
          process.stderr.write(`${i + 1} of ${files.length}: ${file}\n`)
        }
        const { number } = await newestRevision(store.read)
        console.log(`${stations} stations at revision ${number}`)
      } finally {
        await rm(folder, { recursive: true, force: true })
        await store.close()
      }
    })
}
