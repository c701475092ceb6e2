import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive, withdraw } from '../../server/intake/receive.ts'
import { canonical } from '../../server/records/digest.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { verifyHub } from '../../server/records/verify.ts'
import type { Store } from '../../server/store/open.ts'
import { ask } from '../helpers/ask.ts'
import { valuesOfAll } from '../helpers/everything.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, NOW, newHub } from '../helpers/hub.ts'

// I1, I2, I9: whatever is filed, corrected and taken back, in whatever order.

type Step =
  | {
      readonly do: 'file'
      reporter: number
      period: keyof typeof PERIODS
      rows: readonly number[]
      day: number
    }
  | { readonly do: 'again'; which: number }
  | { readonly do: 'withdraw'; which: number }

const REPORTERS = ['端州区团委', '鼎湖区团委']
const NAMES = ['文明交通劝导（端州区团委）', '河小青护河（鼎湖区团委）', '清洁家园（端州区团委）']

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      reporter: fc.nat({ max: REPORTERS.length - 1 }),
      period: fc.constantFrom<keyof typeof PERIODS>('W1', 'W2', 'FINAL'),
      rows: fc.array(fc.integer({ min: -1, max: 500 }), { minLength: 0, maxLength: 3 }),
      day: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat({ max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat({ max: 9 }) }),
  },
)

const PICTURE = `{
  submissions(first: 100) { nodes { id status supersedes { id } supersededBy { id } } }
  activities(first: 100) { totalCount nodes { id name group { code } sources { cell raw } figures(measures: [VOLUNTEER_PERSON_TIMES]) { value status } } }
  campaign(id: "campaign:ZQ-2019-MONTH") {
    figures(measures: [VOLUNTEER_PERSON_TIMES, SERVICE_HOURS, ACTIVITY_COUNT]) { value status qualifier sourceCount reporting { received missing { id } } }
    weeks: statistics(measures: [SERVICE_HOURS, ACTIVITY_COUNT], by: [REGION, WEEK]) { totals { id value } rows { keys { code label } figures { value status reporting { received } } } }
    statistics(measures: [VOLUNTEER_PERSON_TIMES], by: [REGION]) { rows { keys { code } figures { value status } } }
  }
}`
const PAST = `query ($r: Int!) { at(revision: $r) ${PICTURE} }`

afterAll(closeReaders)

describe('whatever is filed, corrected and withdrawn', () => {
  it('the past stays, the same file changes nothing, and both databases say the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
        const [first, second] = await Promise.all(ENGINES.map((engine) => live(engine, steps)))
        expect(second).toEqual(first)
      }),
      { numRuns: 12 },
    )
  }, 240_000)
})

/** Lives through the steps on one engine and gives everything that was seen on the way. */
async function live(engine: (typeof ENGINES)[number], steps: readonly Step[]): Promise<unknown[]> {
  const { store, close } = await newHub(engine)
  try {
    for (const file of ['divisions.csv', 'policies/Z17.json', 'policies/Z19.json']) {
      await fileSeed(store, file)
    }
    const seen: { revision: number; picture: string }[] = []
    const filed: { bytes: Buffer; receivedAt: string; submission: string | null }[] = []
    for (const [i, one] of steps.entries()) {
      const before = await newestRevision(store.read)
      await take(store, one, filed, i)
      const after = await newestRevision(store.read)
      expect(after.number - before.number).toBeLessThanOrEqual(1)
      if (one.do === 'again') expect(after).toEqual(before)
      seen.push({ revision: after.number, picture: canonical(await ask(store, PICTURE)) })
    }
    for (const { revision, picture } of seen) {
      const { at } = await ask(store, PAST, { r: revision })
      expect(canonical(at)).toBe(picture)
    }
    expect(await replayed(store)).toEqual(await valuesOfAll(store))
    expect(await verifyHub(store.read)).toEqual([])
    return seen.map((one) => one.picture)
  } finally {
    await close()
  }
}

async function fileSeed(store: Store, name: string): Promise<void> {
  const bytes = await readFile(new URL(`../../seeds/real/${name}`, import.meta.url))
  await receive(
    store,
    { name, bytes },
    { receivedAt: '2016-01-01T00:00:00Z', now: NOW, sample: false },
  )
}

async function take(
  store: Store,
  one: Step,
  filed: { bytes: Buffer; receivedAt: string; submission: string | null }[],
  salt: number,
): Promise<void> {
  if (one.do === 'file') {
    const rows = one.rows.map((value, i) => ({
      name: NAMES[i] as string,
      personTimes: value < 0 ? '1O0' : value,
      hours: value < 0 ? 10 : value * 2,
    }))
    const reporter = REPORTERS[one.reporter] as string
    const bytes = await filledForm({ reporter, period: PERIODS[one.period], rows, total: [salt] })
    const receivedAt = `2019-03-${String(one.day).padStart(2, '0')}T08:00:00.000Z`
    const { receipts } = await receive(
      store,
      { name: 'form.xlsx', bytes },
      { receivedAt, now: NOW, sample: true },
    )
    filed.push({ bytes, receivedAt, submission: receipts[0]?.submission ?? null })
    return
  }
  const known = filed[one.which % Math.max(1, filed.length)]
  if (known === undefined || known.submission === null) return
  if (one.do === 'again') {
    const options = { receivedAt: known.receivedAt, now: NOW, sample: true }
    const { alreadyFiled } = await receive(
      store,
      { name: 'other name.xlsx', bytes: known.bytes },
      options,
    )
    expect(alreadyFiled).toBe(true)
    return
  }
  await withdraw(store, known.submission, NOW)
  filed.splice(filed.indexOf(known), 1)
}

/** The feed from revision 0, applied one change after the other. */
async function replayed(store: Store): Promise<Map<string, string>> {
  const state = new Map<string, string>()
  let after: string | null = null
  do {
    const query = `query ($after: String) { changes(since: 0, first: 100, after: $after) {
      nodes { id kind after } pageInfo { hasNextPage endCursor } } }`
    const { changes }: { changes: Feed } = await ask(store, query, { after })
    for (const change of changes.nodes) {
      if (change.kind === 'REMOVED') state.delete(change.id)
      else state.set(change.id, canonical(change.after))
    }
    after = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null
  } while (after !== null)
  return new Map([...state].sort())
}

interface Feed {
  readonly nodes: readonly { id: string; kind: string; after: unknown }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}
