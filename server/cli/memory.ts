import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { limitCache } from '../store/cache.ts'
import type { Store } from '../store/open.ts'

const CACHE = 8 // megabytes of pages, where a hub that serves keeps 64

const PAUSE = 200 // milliseconds from one cleaning to the next, which takes some twelve

/**
 * A long import makes much that lives shortly. Left alone, the engine would let its heap grow to half a
 * gigabyte before it cleans; so it is told to clean five times a second and stays below 300 MB, for a tenth
 * more of time.
 */
export async function keepSmall(store: Store): Promise<void> {
  setFlagsFromString('--semi-space-growth-factor=1') // the young generation stays as it is
  setFlagsFromString('--heap-growing-percent=20')
  setFlagsFromString('--expose-gc')
  const clean = runInNewContext('gc') as () => void
  setInterval(clean, PAUSE).unref()
  await limitCache(store, CACHE)
}
