import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { withdraw } from '../../server/intake/receive.ts'
import type { Store } from '../../server/store/open.ts'
import { ask } from '../helpers/ask.ts'
import { learned, readSecrets, readTellings, withoutSecondary } from '../helpers/attacker.ts'
import { file, learnZhaoqing } from '../helpers/campaign.ts'
import { PERIODS } from '../helpers/forms.ts'
import { ENGINES, NOW, newHub } from '../helpers/hub.ts'
import { bounds } from '../helpers/simplex.ts'

// I7: no withheld count leaves by any door, nor by any sum of what does.

afterAll(closeReaders)

const REPORTERS = ['端州区团委', '鼎湖区团委']
const AUDIENCES = ['服刑在教人员未成年子女', '空巢老人', '市民']
const NAMES = ['文明交通劝导（团委）', '河小青护河（团委）', '清洁家园（团委）']

interface Step {
  readonly reporter: number
  readonly period: keyof typeof PERIODS
  readonly rows: readonly { audience: number; served: number }[]
  /** Takes an earlier form back instead. */
  readonly withdraws: boolean
}

interface Told {
  readonly at: {
    readonly statistics: {
      readonly rows: readonly {
        readonly keys: readonly { readonly code: string }[]
        readonly figures: readonly { readonly sources: unknown }[]
      }[]
    }
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  reporter: fc.nat({ max: 1 }),
  period: fc.constantFrom<keyof typeof PERIODS>('W1', 'W2', 'FINAL'),
  rows: fc.array(
    fc.record({
      audience: fc.nat({ max: 2 }),
      served: fc.constantFrom(0, 1, 3, 7, 9, 10, 12, 20, 30),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  withdraws: fc.boolean(),
})

async function live(store: Store, steps: readonly Step[]): Promise<void> {
  await learnZhaoqing(store)
  const filed: string[] = []
  for (const [i, one] of steps.entries()) {
    if (one.withdraws && i % 3 === 2 && filed.length > 0) {
      await withdraw(store, filed.pop() as string, NOW)
      continue
    }
    const rows = one.rows.map(({ audience, served }, n) => ({
      name: NAMES[n] as string,
      personTimes: 20 + i,
      audience: AUDIENCES[audience] as string,
      served,
    }))
    const form = { reporter: REPORTERS[one.reporter] as string, period: PERIODS[one.period], rows }
    const submission = await file(store, form, i + 1)
    if (submission !== null) filed.push(submission)
  }
}

describe('an attacker who keeps every revision', () => {
  it.each(ENGINES)(
    'is left a wide interval for every withheld count and every small group of rows, whatever is filed, on %s',
    async (engine) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
          const { store, close } = await newHub(engine)
          try {
            await live(store, steps)
            const secrets = await readSecrets(store)
            expect(learned(secrets, await readTellings(store))).toEqual([])
          } finally {
            await close()
          }
        }),
        { numRuns: 10 },
      )
    },
    240_000,
  )

  it('would pin one were totals told that hold it: the secondary suppression is what stops it', async () => {
    const { store, close } = await newHub('sqlite')
    try {
      const row = (audience: number, served: number) => ({ audience, served })
      await live(store, [
        { reporter: 0, period: 'W1', rows: [row(0, 30), row(1, 40)], withdraws: false },
        { reporter: 1, period: 'W1', rows: [row(0, 6), row(1, 25)], withdraws: false },
      ])
      const secrets = await readSecrets(store)
      const tellings = await readTellings(store)
      expect(learned(secrets, tellings)).toEqual([])
      expect(learned(secrets, withoutSecondary(secrets, tellings))).toEqual([
        expect.stringMatching(/ is 6 to 6$/),
      ])
    } finally {
      await close()
    }
  })

  it('learns nothing from a small count that comes between two revisions', async () => {
    const { store, close } = await newHub('sqlite')
    try {
      const row = (served: number) => ({ audience: 0, served })
      await live(store, [
        { reporter: 0, period: 'W1', rows: [row(30)], withdraws: false },
        { reporter: 0, period: 'W2', rows: [row(4)], withdraws: false },
      ])
      const query = `query ($r: Int!) { at(revision: $r) { statistics(measures: [BENEFICIARY_PERSON_TIMES], by: [REGION, AUDIENCE]) {
        rows { keys { code } figures { value status sources { sheet cell raw withheld } } } } } }`
      const [before, after] = await Promise.all([4, 5].map((r) => ask<Told>(store, query, { r })))
      const figureIn = (answer: Told | undefined) =>
        answer?.at.statistics.rows.find((one) => one.keys[1]?.code === 'A08')?.figures[0]
      expect(figureIn(before)).toMatchObject({ value: 30, status: 'OBSERVED' })
      expect(figureIn(after)).toMatchObject({ value: null, status: 'SUPPRESSED' })
      expect(figureIn(after)?.sources).toEqual([
        { sheet: '统计表', cell: 'F5', raw: null, withheld: expect.stringContaining('不公布') },
        { sheet: '统计表', cell: 'F5', raw: null, withheld: expect.stringContaining('不公布') },
      ])
    } finally {
      await close()
    }
  })
})

describe('the attacker of these tests', () => {
  it('finds how small and how large a sum can be', () => {
    const known = [
      { of: ['a', 'b'], is: '=' as const, value: 10 },
      { of: ['b', 'c'], is: '=' as const, value: 12 },
      { of: ['c'], is: '<=' as const, value: 9 },
    ]
    expect(bounds(known, ['a'])).toEqual({ low: 0, high: 7 })
    expect(bounds(known, ['b'])).toEqual({ low: 3, high: 10 })
    expect(bounds(known, ['d'])).toEqual({ low: 0, high: Infinity })
    expect(bounds([...known, { of: ['a'], is: '=', value: 7 }], ['c'])).toEqual({ low: 9, high: 9 })
    expect(bounds([...known, { of: ['a'], is: '=', value: 8 }], ['c'])).toBeNull()
  })
})
