import { fixedClock } from '../../server/clock.ts'
import { createContext } from '../../server/graph/context.ts'
import { valuesAt } from '../../server/graph/state.ts'
import { CHANGE_TYPES } from '../../server/records/change.ts'
import { canonical } from '../../server/records/digest.ts'
import type { Store } from '../../server/store/open.ts'
import { NOW } from './moment.ts'

/** Every record in force and its public values, read from the tables and not from the feed. */
export async function valuesOfAll(store: Store): Promise<Map<string, string>> {
  const context = await createContext(store.read, fixedClock(NOW))
  const found = new Map<string, string>()
  for (const type of Object.values(CHANGE_TYPES)) {
    const rows = await store.read.selectFrom(type).select('id').where('until', 'is', null).execute()
    for (const { id } of rows) {
      found.set(id, canonical(await valuesAt(context, type, id, context.newest)))
    }
  }
  return new Map([...found].sort())
}
