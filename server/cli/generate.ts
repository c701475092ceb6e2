import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { generateFiles } from '../demonstration/files.ts'
import { ConflictError, EXIT, HubError } from '../errors.ts'
import { receive } from '../intake/receive.ts'
import { newestRevision } from '../records/revision.ts'
import type { Store } from '../store/open.ts'
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
      try {
        if (kind !== 'demo')
          throw new ConflictError('Demonstration data never enters a real database.')
        const now = known.HUB_NOW().toISOString()
        await feedGenerated(store, { stations, seed: options.seed, now }, (line) =>
          process.stderr.write(`${line}\n`),
        )
        const { number } = await newestRevision(store.read)
        console.log(`${stations} stations at revision ${number}`)
      } finally {
        await store.close()
      }
    })
}

interface Generated {
  readonly stations: number
  readonly seed: string
  /** How many times as much each office did in the campaign of 2019. */
  readonly times?: number
  readonly now: string
}

/** The real content first, then demonstration data of any size, all through the front door. */
export async function feedGenerated(
  store: Store,
  { now, ...wanted }: Generated,
  tell: (line: string) => void = () => {},
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'linzhan-'))
  try {
    for (const seed of (await readManifest()).filter((one) => one.real)) {
      const { file: name, receivedAt } = seed
      const bytes = await readSeed(seed)
      await receive(store, { name, bytes }, { receivedAt, now, sample: false })
    }
    const files = await generateFiles({ ...wanted, directory })
    for (const [i, { file, receivedAt }] of files.entries()) {
      const bytes = await readFile(join(directory, file))
      await receive(store, { name: file, bytes }, { receivedAt, now, sample: true })
      tell(`${i + 1} of ${files.length}: ${file}`)
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
