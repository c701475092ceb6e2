import { existsSync } from 'node:fs'
import type { Settings } from '../config.ts'
import { ConfigurationError } from '../errors.ts'
import { fillClusters } from '../records/cluster.ts'
import { declareHub, type HubKind, hubKind } from '../records/hub.ts'
import { fillSearch } from '../records/searched.ts'
import { setThresholds } from '../records/threshold.ts'
import { migrate } from '../store/migrate.ts'
import { fileOf, openStore, type Store } from '../store/open.ts'
import { type Originals, openOriginals } from '../store/originals.ts'

export interface OpenHub {
  readonly store: Store
  readonly kind: HubKind
}

/** Opens the database of the settings, brought to the newest shape; a new one is declared demo or real. */
export async function openHub(settings: Settings): Promise<OpenHub> {
  const store = await openStore(settings.DATABASE_URL)
  await migrate(store, settings.HUB_NOW().toISOString())
  await fillSearch(store)
  await fillClusters(store)
  const made = await hubKind(store.write)
  const wanted: HubKind = settings.HUB_SEED === 'demo' ? 'demo' : 'real'
  if (made === undefined) await declareHub(store, wanted)
  const { HUB_K: general, HUB_K_SENSITIVE: sensitive } = settings
  await setThresholds(store.write, { general, sensitive })
  if (made === 'demo' && settings.HUB_SEED === 'real') {
    throw new ConfigurationError(
      'HUB_SEED=real, but this database was made as a demonstration and stays one. Name another in DATABASE_URL.',
    )
  }
  return { store, kind: made ?? wanted }
}

/** Whether there is a database at all: `check` and `template` make none. */
export function databaseExists(settings: Settings): boolean {
  const file = fileOf(settings.DATABASE_URL)
  return file === null || existsSync(file)
}

/** Where this hub keeps files as they were sent. */
export function originalsOf({
  DATABASE_URL: url,
  HUB_PRIVATE_KEY: key,
  HUB_KEEP_ORIGINALS: days,
}: Settings): Originals {
  return openOriginals({ url, key, days })
}
