import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayTell } from '../../server/records/guard.ts'
import { type Batch, isIn } from '../../server/records/learned.ts'
import { learned, type Secret, type Telling } from '../helpers/attacker.ts'

// One count through many lives, without a hub: here the attacker sees far more of them than forms can be filed.

const PLACE = { line: '441202', audience: 'A08' } // k is 10
const LEAST = 10

interface Step {
  readonly add: readonly number[]
  readonly drop: readonly number[]
}

const step: fc.Arbitrary<Step> = fc.record({
  add: fc.array(fc.constantFrom(0, 1, 2, 3, 5, 7, 9, 10, 11, 12, 15, 20, 30), { maxLength: 2 }),
  drop: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
})

/** Rows come and go, and each revision is told or not. */
function live(steps: readonly Step[], may: typeof mayTell) {
  const batches: (Batch & { until: number | null })[] = []
  const told: number[] = []
  const tellings: Telling[] = []
  steps.forEach(({ add, drop }, i) => {
    const revision = i + 1
    const alive = batches.filter((one) => one.until === null)
    for (const one of drop.flatMap((n) => alive[n] ?? [])) one.until = revision
    for (const value of add) batches.push({ value, since: revision, until: null })
    const now = batches.filter((one) => isIn(one, revision))
    const last = tellings.at(-1)
    if (now.length === 0) return
    const isSame = batches.every((one) => one.since !== revision && one.until !== revision)
    const isTold = isSame ? (last?.value ?? null) !== null : may(batches, told, revision, LEAST)
    if (isTold) told.push(revision)
    const value = isTold ? now.reduce((sum, one) => sum + one.value, 0) : null
    tellings.push({ ...PLACE, revision, value })
  })
  const secrets = batches.map((one, i): Secret => ({ ...one, ...PLACE, name: `row ${i}` }))
  return { secrets, tellings }
}

const lives = fc.array(step, { minLength: 2, maxLength: 10 })

describe('whoever keeps every revision of a count', () => {
  it('is left an interval of k − 1 at least for whatever is withheld or small, and never below k alone', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { secrets, tellings } = live(steps, mayTell)
        expect(learned(secrets, tellings)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('is told most counts that reach k all the same', () => {
    let [reached, told] = [0, 0]
    for (const steps of fc.sample(lives, { numRuns: 500, seed: 7 })) {
      const { secrets, tellings } = live(steps, mayTell)
      for (const { revision, value } of tellings) {
        const now = secrets.filter((one) => isIn(one, revision))
        if (now.reduce((sum, one) => sum + one.value, 0) < LEAST) continue
        reached += 1
        if (value !== null) told += 1
      }
    }
    expect(told / reached).toBeGreaterThan(0.7)
  })

  it('would learn small groups were every count told that reaches k by itself', () => {
    const byItself: typeof mayTell = (batches, _told, revision, least) =>
      batches.filter((one) => isIn(one, revision)).reduce((sum, one) => sum + one.value, 0) >= least
    const found = fc.check(
      fc.property(lives, (steps) => {
        const { secrets, tellings } = live(steps, byItself)
        return learned(secrets, tellings).length === 0
      }),
    )
    expect(found.failed).toBe(true)
  })

  it.each<[string, Step[], (number | null)[]]>([
    ['a small group that was added', [grow(30), grow(4)], [30, null]],
    ['an added zero', [grow(15), grow(0)], [15, null]],
    [
      'what two additions come to, where they are enough together',
      [grow(30), grow(4), grow(6)],
      [30, null, 40],
    ],
    [
      'two small groups as the rest of two differences',
      [grow(5), grow(30), grow(20), lose(1), grow(1)],
      [null, 35, 55, null, null],
    ],
    [
      'a bound drawn from two sums and one silence',
      [grow(5), grow(20), lose(0), grow(1)],
      [null, 25, null, null],
    ],
    ['nothing where all rows are many', [grow(30), grow(12), lose(0)], [30, 42, 12]],
  ])('does not learn %s', (_what, steps, told) => {
    expect(live(steps, mayTell).tellings.map((one) => one.value)).toEqual(told)
  })
})

function grow(value: number): Step {
  return { add: [value], drop: [] }
}

function lose(which: number): Step {
  return { add: [], drop: [which] }
}
