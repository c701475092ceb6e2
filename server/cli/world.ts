import type { Settings } from '../config.ts'
import { checkFile } from '../intake/check.ts'
import { EMPTY_WORLD, knownWorld, withClaims } from '../intake/known.ts'
import type { World } from '../intake/world.ts'
import { requireMigrated } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import { databaseExists } from './database.ts'
import { readManifest, readSeed } from './seeds.ts'

const NAMES = /^real\/(?:divisions|policies)|^demo\/(?:organizations|rosters)/

/**
 * Judges by the database where there is one, else by the words, the division register and the alias
 * lists of the pantry. Either way nothing is made or changed; the world asks its database while it judges.
 */
export async function inCheckingWorld<T>(
  settings: Settings,
  judge: (world: World) => Promise<T>,
): Promise<T> {
  if (!databaseExists(settings)) return judge(await pantryWorld())
  const store = await openStore(settings.DATABASE_URL)
  try {
    await requireMigrated(store)
    const world = await knownWorld(store.read)
    return await judge(world.regions.length > 0 ? world : await pantryWorld())
  } finally {
    await store.close()
  }
}

async function pantryWorld(): Promise<World> {
  let world = EMPTY_WORLD
  for (const seed of await readManifest()) {
    if (!NAMES.test(seed.file)) continue
    const judged = await checkFile(await readSeed(seed), seed.file, world)
    for (const [i, form] of judged.forms.entries()) {
      const submission = `submission:${judged.sha256.slice(0, 12)}-${i + 1}`
      const origin = { submission, sheet: form.judged.sheet, sample: !seed.real }
      world = withClaims(world, form.claims(origin))
    }
  }
  return world
}
