import type { Db } from '../store/open.ts'
import { THRESHOLDS, type Thresholds } from './guard.ts'

/** The thresholds that this hub is set to. */
export async function readThresholds(db: Db): Promise<Thresholds> {
  const row = await db
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'thresholds')
    .executeTakeFirst()
  const [general, sensitive] = (row?.value ?? '').split(' ').map(Number)
  return general && sensitive ? { general, sensitive } : THRESHOLDS
}

/** Sets the thresholds; they hold from the next revision on, and what was told stays told. */
export async function setThresholds(db: Db, { general, sensitive }: Thresholds): Promise<void> {
  const known = await readThresholds(db)
  if (known.general === general && known.sensitive === sensitive) return
  const value = `${general} ${sensitive}`
  await db
    .insertInto('hub')
    .values({ key: 'thresholds', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
