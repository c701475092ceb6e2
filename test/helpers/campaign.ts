import { readFile } from 'node:fs/promises'
import { receive } from '../../server/intake/receive.ts'
import type { Store } from '../../server/store/open.ts'
import { type Filled, filledForm } from './forms.ts'
import { NOW } from './moment.ts'

/** Makes an empty hub know Zhaoqing, its divisions and its action month of 2019. */
export async function learnZhaoqing(store: Store): Promise<void> {
  for (const name of ['divisions.csv', 'policies/Z17.json', 'policies/Z19.json']) {
    const bytes = await readFile(new URL(`../../seeds/real/${name}`, import.meta.url))
    const options = { receivedAt: '2016-01-01T00:00:00Z', now: NOW, sample: false }
    await receive(store, { name, bytes }, options)
  }
}

/** Files a form on a day of March 2019; gives its submission, or null where it was not taken. */
export async function file(store: Store, form: Filled, day: number): Promise<string | null> {
  const bytes = await filledForm(form)
  const receivedAt = `2019-03-${String(day).padStart(2, '0')}T08:00:00.000Z`
  const options = { receivedAt, now: NOW, sample: true }
  const { receipts } = await receive(store, { name: 'form.xlsx', bytes }, options)
  return receipts[0]?.submission ?? null
}
