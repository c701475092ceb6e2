import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { decide } from '../../server/intake/decide.ts'
import { erase } from '../../server/intake/erasing.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive, withdraw } from '../../server/intake/receive.ts'
import { readCalendar } from '../../server/records/calendar.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { verifyHub } from '../../server/records/verify.ts'
import type { Store } from '../../server/store/open.ts'
import { type Originals, openOriginals } from '../../server/store/originals.ts'
import { ask } from '../helpers/ask.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, NOW, newHub } from '../helpers/hub.ts'
import { filesWith, tablesWith } from '../helpers/nowhere.ts'

// The office: whatever is filed, released, corrected, withdrawn and erased, in whatever order and whenever one
// looks, the calendar says what the log of filings says, a key touches its own office only, and what was
// erased is gone.

afterAll(closeReaders)

const OFFICES = ['共青团肇庆市端州区委员会', '共青团肇庆市鼎湖区委员会', '肇庆新区'] as const
type Code = 'W1' | 'W2' | 'FINAL'
const DUE: Readonly<Record<Code, { readonly due: string; readonly to: string }>> = {
  W1: { due: '2019-03-08T15:59:59.000Z', to: '2019-03-08' },
  W2: { due: '2019-03-15T15:59:59.000Z', to: '2019-03-15' },
  FINAL: { due: '2019-04-03T15:59:59.000Z', to: '2019-03-31' },
}

type Step =
  | {
      readonly do: 'file'
      readonly office: number
      readonly key: number | null
      readonly period: Code
      readonly good: boolean
      readonly awaiting: boolean
      readonly day: number
    }
  | { readonly do: 'withdraw'; readonly which: number }
  | { readonly do: 'release'; readonly which: number; readonly accepted: boolean }
  | { readonly do: 'erase'; readonly which: number; readonly what: 'file name' | 'activity' }

const which = fc.nat({ max: 9 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      office: fc.nat({ max: 2 }),
      key: fc.option(fc.nat({ max: 2 }), { freq: 2 }),
      period: fc.constantFrom<Code>('W1', 'W2', 'FINAL'),
      good: fc.boolean(),
      awaiting: fc.boolean(),
      day: fc.integer({ min: 1, max: 45 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('release' as const), which, accepted: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('erase' as const),
      which,
      what: fc.constantFrom('file name' as const, 'activity' as const),
    }),
  },
)

/** What the test itself remembers of a form. */
interface Logged {
  readonly submission: string
  readonly office: number
  readonly period: Code
  readonly good: boolean
  readonly receivedAt: string
  /** Filed under the key of another office: nobody's, until somebody says whose. */
  readonly foreign: boolean
  released: boolean
  withdrawn: boolean
  readonly secret: string
}

describe('The office, whatever happens', () => {
  it('has a calendar that the log gives, keys that stay at home, and erasures that hold', async () => {
    const looks = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 8 }),
        looks,
        async (steps, days) => {
          const [first, second] = await Promise.all(ENGINES.map((one) => live(one, steps, days)))
          expect(second).toEqual(first)
        },
      ),
      { numRuns: 12 },
    )
  }, 300_000)
})

async function live(
  engine: (typeof ENGINES)[number],
  steps: readonly Step[],
  days: readonly number[],
): Promise<unknown[]> {
  const { store, close } = await newHub(engine)
  const folder = mkdtempSync(join(tmpdir(), 'linzhan-office-'))
  const originals = openOriginals({
    url: `sqlite:${join(folder, 'hub.sqlite')}`,
    key: null,
    days: 9,
  })
  const log: Logged[] = []
  const gone: string[] = []
  try {
    for (const name of ['divisions.csv', 'policies/Z17.json', 'policies/Z19.json']) {
      const bytes = await readFile(new URL(`../../seeds/real/${name}`, import.meta.url))
      const options = { receivedAt: '2016-01-01T00:00:00Z', now: NOW, sample: false }
      await receive(store, { name, bytes }, options)
    }
    for (const [i, one] of steps.entries()) await take({ store, originals, log, gone }, one, i)
    const seen: unknown[] = []
    for (const day of days) {
      const on = new Date(Date.parse('2019-03-01T04:00:00Z') + day * 86_400_000)
      const calendar = await calendarOf(store, on)
      expect(calendar).toEqual(naive(log, on))
      seen.push(calendar)
    }
    for (const secret of gone) {
      expect(await tablesWith(store, secret)).toEqual([])
      expect(filesWith(store, secret)).toEqual([])
    }
    expect(await verifyHub(store.read)).toEqual([])
    return [...seen, await figures(store)]
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Office {
  readonly store: Store
  readonly originals: Originals
  readonly log: Logged[]
  readonly gone: string[]
}

async function take({ store, originals, log, gone }: Office, one: Step, i: number): Promise<void> {
  if (one.do === 'file') {
    const before = await figures(store)
    log.push(await file(store, originals, one, i))
    if (one.key === null) return
    const after = await figures(store)
    for (const [office, value] of Object.entries(before)) {
      if (office !== OFFICES[one.key]) expect(after[office]).toEqual(value)
    }
    return
  }
  const form = log[one.which % Math.max(1, log.length)]
  if (form === undefined) return
  if (one.do === 'withdraw') {
    if (form.withdrawn) return
    await withdraw(store, form.submission, NOW)
    form.withdrawn = true
  } else if (one.do === 'release') {
    if (form.withdrawn || form.released) return
    await decide(store, originals, `release-${form.submission.replace('submission:', '')}`, {
      outcome: one.accepted ? 'ACCEPT' : 'REJECT',
      reason: `第${i}次核对`,
      now: NOW,
      actor: '办',
    })
    form.released = one.accepted
  } else {
    const isName = one.what === 'file name'
    const secret = isName ? `表${form.secret}` : `做${form.secret}`
    if (gone.includes(secret)) return
    const row = await store.write
      .selectFrom('claim')
      .select('record')
      .where('submission', '=', form.submission)
      .where('content', 'like', `%${secret}%`)
      .executeTakeFirst()
    if (!isName && row === undefined) return // the form of a foreign key claims nothing
    await erase(store, originals, {
      record: isName ? form.submission : String(row?.record),
      field: isName ? 'fileName' : 'nameZh',
      reason: '当事人要求',
      now: NOW,
      actor: '办',
    })
    gone.push(secret)
  }
}

async function file(
  store: Store,
  originals: Originals,
  { office, key, period, good, awaiting, day }: Extract<Step, { do: 'file' }>,
  i: number,
): Promise<Logged> {
  const secret = `垚${'甲乙丙丁戊己庚辛壬癸'[i]}鑫`
  const reporter = OFFICES[office] as string
  const rows = [
    { name: `做${secret}护河（${reporter}）`, personTimes: 10 + i, hours: 20 },
    { name: '清洁家园', personTimes: good ? 5 : '五六', hours: 10 },
  ]
  const bytes = await filledForm({ reporter, period: PERIODS[period], rows })
  const minutes = String(i).padStart(2, '0')
  const moment = Date.parse(`2019-03-01T02:${minutes}:00Z`) + (day - 1) * 86_400_000
  const receivedAt = new Date(moment).toISOString()
  const offices = key === null ? [] : [await idOf(store, OFFICES[key] as string)]
  const holder = key === null ? null : { id: 'k', holder: '甲', scopes: ['submit'], offices }
  const options = { receivedAt, now: NOW, sample: true, originals, holder, awaiting }
  const { receipts } = await receive(store, { name: `表${secret}.xlsx`, bytes }, options)
  return {
    submission: receipts[0]?.submission ?? '',
    office,
    period,
    good,
    receivedAt,
    foreign: key !== null && key !== office,
    released: !awaiting,
    withdrawn: false,
    secret,
  }
}

async function idOf(store: Store, name: string): Promise<string> {
  const row = await store.read
    .selectFrom('organization')
    .select('id')
    .where('nameZh', '=', name)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

async function figures(store: Store): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const office of OFFICES) {
    const id = await idOf(store, office)
    const { organization } = await ask<{ organization: { figures: unknown } }>(
      store,
      `{ organization(id: "${id}") { figures(measures: [VOLUNTEER_PERSON_TIMES, SERVICE_HOURS, ACTIVITY_COUNT]) { value status sourceCount } } }`,
    )
    found[office] = organization.figures
  }
  return found
}

type Told = readonly [office: string, period: string, state: string, daysLate: number | null]

async function calendarOf(store: Store, on: Date): Promise<Told[]> {
  const { number } = await newestRevision(store.read)
  const told: Told[] = []
  for (const office of OFFICES) {
    const query = { campaign: 'campaign:ZQ-2019-MONTH', organization: await idOf(store, office) }
    for (const duty of await readCalendar(store.read, number, on, query)) {
      if (duty.obligation.template !== 'ZQ19-FORM' || !(duty.period.code in DUE)) continue
      told.push([office, duty.period.code, duty.state, duty.daysLate])
    }
  }
  return told
}

/** The calendar as a clerk with the log of filings would write it. */
function naive(log: readonly Logged[], on: Date): Told[] {
  return OFFICES.flatMap((office, i) => {
    const own = log.filter((one) => one.office === i && !one.foreign && !one.withdrawn)
    const newest = (period: Code, forms: readonly Logged[]) =>
      forms
        .filter((one) => one.period === period)
        .toSorted(byTime)
        .at(-1)
    const final = newest(
      'FINAL',
      own.filter((one) => one.released),
    )
    return (['W1', 'W2', 'FINAL'] as const).map((period): Told => {
      const { due, to } = DUE[period]
      const forms = own.filter((one) => one.period === period && one.receivedAt <= on.toISOString())
      const [first] = forms.toSorted(byTime)
      if (first === undefined) {
        const state =
          on.toISOString() > due ? 'OVERDUE' : dayOf(on.toISOString()) >= to ? 'DUE' : 'NOT_DUE'
        return [office, period, state, null]
      }
      const last = newest(period, forms) as Logged
      const late = lateness(due, first.receivedAt)
      // A newer form takes the place of an older one whenever one looks: the status is today's.
      const replaced =
        newest(
          period,
          own.filter((one) => one.released),
        ) !== last ||
        (period !== 'FINAL' && final?.good === true)
      const isHeld = last.released && !last.good && !replaced
      return [office, period, isHeld ? 'HELD' : late > 0 ? 'FILED_LATE' : 'FILED', late]
    })
  })
}

const byTime = (a: Logged, b: Logged) => (a.receivedAt < b.receivedAt ? -1 : 1)
const dayOf = (moment: string) =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

function lateness(due: string, receivedAt: string): number {
  if (receivedAt <= due) return 0
  return Math.max(1, (Date.parse(dayOf(receivedAt)) - Date.parse(dayOf(due))) / 86_400_000)
}
