import type { Db } from '../store/open.ts'
import type { DatedAmount } from './amount.ts'
import type { Question } from './facts.ts'
import { GUARDED } from './guard.ts'
import { readLine } from './line.ts'
import { findRegionsBelow } from './region.ts'
import type { Aspect } from './slice.ts'

/** By what counts of people served are told: by place, campaign and audience, and by nothing else (W-33). */
const TOLD_BY: ReadonlySet<Aspect> = new Set<Aspect>([
  'REGION',
  'CAMPAIGN',
  'AUDIENCE',
  'SAMPLE',
  'BASIS',
])

/** Whether counts of people served are told by these aspects at all. */
export function isToldBy(aspects: readonly Aspect[]): boolean {
  return aspects.every((one) => TOLD_BY.has(one))
}

/**
 * What may be told of people served: for every place and audience a count, or that it is withheld; with what was
 * told in earlier revisions where `past` is asked for.
 */
export async function readTold(
  db: Db,
  at: number,
  { by, where }: Question,
  past = false,
): Promise<DatedAmount[]> {
  const { campaigns, region, sample } = where
  let query = db.selectFrom('served').selectAll().where('since', '<=', at)
  if (!past) query = query.where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
  if (campaigns) query = query.where('campaign', 'in', [...campaigns])
  if (sample !== undefined) query = query.where('sample', '=', sample ? 1 : 0)
  const cells = await query.orderBy('campaign').orderBy('line').orderBy('audience').execute()
  const isWanted = await linesWithin(db, region, at)
  return cells
    .filter((cell) => isWanted(cell.line))
    .map((cell) => ({
      key: by.map((one) =>
        one === 'REGION' ? cell.line : one === 'CAMPAIGN' ? cell.campaign : cell.audience,
      ),
      measure: GUARDED,
      qualifier: cell.qualifier,
      basis: 'SUM_OF_ROWS',
      value: cell.value ?? 0,
      cells: cell.rows,
      sample: Number(cell.sample) === 1,
      reporter: '',
      since: Number(cell.since),
      until: cell.until === null ? null : Number(cell.until),
      ...(cell.value === null ? { withheld: true as const } : {}),
    }))
}

/** Whether a line stands in a region: a division with everything below it, or that one line. */
async function linesWithin(db: Db, region: string | undefined, at: number) {
  if (region === undefined) return () => true
  if (readLine(region).whose !== 'all') return (line: string) => line === region
  const below = new Set(await findRegionsBelow(db, region, at))
  return (line: string) => below.has(`region:${readLine(line).region}`)
}
