import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { HubError } from '../errors.ts'
import { receive } from '../intake/receive.ts'
import type { HubKind } from '../records/hub.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'

const PANTRY = new URL('../../seeds/', import.meta.url)

/** A file of the pantry, and when it came in. */
export interface Seed {
  readonly file: string
  readonly receivedAt: string
  /** Real content lies in seeds/real; everything else is demonstration data. */
  readonly real: boolean
}

/** What `seeds/manifest.csv` lists, in its order. */
export async function readManifest(): Promise<Seed[]> {
  const text = await readFile(new URL('manifest.csv', PANTRY), 'utf8')
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [file = '', receivedAt = ''] = line.split(',')
      return { file, receivedAt, real: file.startsWith('real/') }
    })
}

export async function readSeed(seed: Seed): Promise<Uint8Array> {
  return readFile(fileURLToPath(new URL(seed.file, PANTRY)))
}

/**
 * Feeds a new database through the front door: the real content, and for a demonstration the rest too.
 * A feeding that was cut off goes on where it stopped; a finished one is not done again.
 */
export async function feed(
  store: Store,
  kind: HubKind,
  now: () => string,
  tell: (line: string) => void = () => {},
  originals: Originals | null = null,
): Promise<number> {
  if (await isFed(store)) return 0
  const seeds = (await readManifest()).filter((seed) => seed.real || kind === 'demo')
  let entered = 0
  for (const [i, seed] of seeds.entries()) {
    const bytes = await readSeed(seed)
    const { receivedAt } = seed
    const options = { receivedAt, now: now(), sample: !seed.real, originals }
    const received = await receive(store, { name: seed.file, bytes }, options)
    if (received.verdict === 'REJECTED') {
      const code = received.findings.map((finding) => finding.code).join(', ')
      throw new HubError('SEED', `The seed '${seed.file}' was refused: ${code}.`)
    }
    if (!received.alreadyFiled) entered += 1
    if ((i + 1) % 25 === 0) tell(`  ${i + 1} of ${seeds.length} files`)
  }
  await store.write
    .insertInto('hub')
    .values({ key: 'fed', value: now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return entered
}

async function isFed(store: Store): Promise<boolean> {
  const row = await store.write
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'fed')
    .executeTakeFirst()
  return row !== undefined
}
