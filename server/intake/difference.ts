import { findClaimsOf } from '../records/claim.ts'
import type { Content } from '../records/content.ts'
import { findFilingsIn } from '../records/filing.ts'
import type { Db } from '../store/open.ts'
import { scopeOf } from './entry.ts'
import type { FormInHand } from './hand.ts'
import { comparable } from './values/plain.ts'

/** One figure of a form beside what was filed for the same period before. */
export interface Difference {
  readonly activity: string
  readonly measure: string
  readonly before: number | null
  readonly after: number | null
}

/** What a form would change, figure by figure; nothing where it is the first of its period. */
export async function differenceTo(db: Db, form: FormInHand): Promise<Difference[]> {
  const scope = scopeOf(form)
  const period = form.assigned?.period.code
  if (scope === null || period === undefined) return []
  const earlier = (await findFilingsIn(db, scope)).filter((one) => one.period === period)
  const last = earlier.at(-1)
  if (last === undefined) return []
  const before = figuresOf((await findClaimsOf(db, last.submission)).map((one) => one.content))
  const origin = { submission: '', sheet: form.judged.sheet, sample: false }
  const after = figuresOf(form.claims(origin).map((one) => one.content))
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const { activity, measure } = (is ?? was) as Figure
    const pair = { before: was?.value ?? null, after: is?.value ?? null }
    return pair.before === pair.after ? [] : [{ activity, measure, ...pair }]
  })
}

interface Figure {
  readonly activity: string
  readonly measure: string
  readonly value: number | null
}

const SHOWN = new Set([
  'VOLUNTEER_PERSON_TIMES',
  'VOLUNTEER_HEADCOUNT',
  'SERVICE_HOURS',
  'ORGANIZATION_COUNT',
  'INVESTMENT_YUAN',
])

function figuresOf(contents: readonly (Content | null)[]): Map<string, Figure> {
  const figures = new Map<string, Figure>()
  for (const content of contents) {
    const activity = String(content?.values.nameZh ?? '')
    for (const { measure, value } of content?.observations ?? []) {
      if (SHOWN.has(measure))
        figures.set(`${comparable(activity)}|${measure}`, { activity, measure, value })
    }
  }
  return figures
}
