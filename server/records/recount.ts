import type { Db } from '../store/open.ts'
import type { CorrectionRow } from './correction.ts'
import { findIndicators } from './document.ts'
import { type IndicatorValueRow, indicatorVersions } from './indicator.ts'
import { findRegionsBelow } from './region.ts'

/** Every number of an indicator that an office corrected or took back, newest first; two statements, or three for a region. */
export async function findRecounts(
  db: Db,
  at: number,
  { region, figure }: { region?: string | null; figure?: string | null } = {},
): Promise<CorrectionRow[]> {
  const [changed, indicators] = await Promise.all([
    findChanged(db, at, region ?? null),
    findIndicators(db, at),
  ])
  const known = new Map(indicators.map((one) => [one.id, one]))
  return [...Map.groupBy(changed, (row) => row.id).values()]
    .flatMap((rows) => {
      const indicator = known.get(rows[0]?.indicator ?? '')
      return indicator === undefined ? [] : recountsIn(indicatorVersions(rows, indicator, at))
    })
    .filter((one) => !figure || one.figure.id === figure)
}

type Versions = ReturnType<typeof indicatorVersions>

function recountsIn(versions: Versions): CorrectionRow[] {
  return versions.flatMap((figure, i): CorrectionRow[] => {
    const before = versions[i - 1]?.value ?? null
    if (before === null || before === figure.value) return []
    return [{ figure, before, after: figure.value, revision: figure.at, kind: 'CORRECTION' }]
  })
}

/** All states of the numbers that have ended at least once. */
async function findChanged(db: Db, at: number, region: string | null) {
  let query = db
    .selectFrom('indicatorValue')
    .selectAll()
    .where('since', '<=', at)
    .where('id', 'in', (ended) =>
      ended.selectFrom('indicatorValue as other').select('other.id').where('other.until', '<=', at),
    )
  if (region !== null) {
    const below = await findRegionsBelow(db, region, at)
    query = query.where('region', 'in', [...below, `region:${region}`])
  }
  return (await query.orderBy('id').execute()) as unknown as IndicatorValueRow[]
}
