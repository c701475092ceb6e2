import type { Db } from '../store/open.ts'
import type { CampaignRow } from './campaign.ts'
import type { Where } from './facts.ts'
import { ALL_MEASURES, type FigureRow } from './figure.ts'
import { GUARDED } from './guard.ts'
import type { Dimension } from './slice.ts'
import { readTableVersions, type Version } from './version.ts'

/** A published figure that became another, or was taken back. */
export interface CorrectionRow {
  readonly figure: FigureRow
  readonly before: number
  readonly after: number | null
  readonly revision: number
  /** A form was corrected, replaced or withdrawn, or another one came in. */
  readonly kind: 'CORRECTION' | 'GROWTH'
}

export interface CorrectionQuery {
  readonly region?: string | null
  readonly figure?: string | null
  readonly kind?: string | null
}

const CUTS: readonly (readonly [measures: readonly string[], by: readonly Dimension[]])[] = [
  [ALL_MEASURES, ['CAMPAIGN']],
  [ALL_MEASURES, ['CAMPAIGN', 'REGION']],
  [[GUARDED], ['CAMPAIGN', 'AUDIENCE']],
  [[GUARDED], ['CAMPAIGN', 'REGION', 'AUDIENCE']],
]

/**
 * Every change of a figure that had been published, newest first: of campaigns as a whole, of their places, and
 * of whom they served. A figure reported for the first time corrects nothing.
 */
export async function findCorrections(
  db: Db,
  at: number,
  campaigns: readonly CampaignRow[],
  { region, figure: id, kind }: CorrectionQuery = {},
): Promise<CorrectionRow[]> {
  if (campaigns.length === 0) return []
  const parts = await Promise.all(
    CUTS.map(async ([measures, by]) => {
      const isWhole = !by.includes('REGION')
      const asked = campaigns.filter(
        (one) => !isWhole || !region || one.region === `region:${region}`,
      )
      if (asked.length === 0) return []
      const where: Where = {
        campaigns: asked.map((one) => one.id),
        ...(region && !isWhole ? { region } : {}),
      }
      return readTableVersions(db, at, { measures, by, where: where })
    }),
  )
  const endings = await findEndings(
    db,
    at,
    campaigns.map((one) => one.id),
  )
  return parts
    .flat()
    .filter((versions) => !id || versions[0]?.id === id)
    .flatMap((versions) => correctionsIn(versions, endings))
    .filter((one) => !kind || one.kind === kind)
    .sort((a, b) => b.revision - a.revision || (a.figure.id < b.figure.id ? -1 : 1))
}

/** In which revisions rows of which campaigns ceased to count: `campaign revision`. */
async function findEndings(
  db: Db,
  at: number,
  campaigns: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('tally')
    .where('campaign', 'in', [...campaigns])
    .where('until', '<=', at)
    .select(['campaign', 'until'])
    .groupBy(['campaign', 'until'])
    .execute()
  return new Set(rows.map(({ campaign, until }) => `${campaign} ${until}`))
}

/** Counts of people served are kept as sums, so that of them it is known by their campaign whether rows went. */
function correctionsIn(
  versions: readonly Version[],
  endings: ReadonlySet<string>,
): CorrectionRow[] {
  return versions.flatMap((figure, i) => {
    const before = versions[i - 1]?.value ?? null
    if (before === null || before === figure.value) return []
    const { measure, slice, at, grown } = figure
    const isGrown = measure === GUARDED ? !endings.has(`${slice.CAMPAIGN} ${at}`) : grown
    const kind = isGrown ? 'GROWTH' : 'CORRECTION'
    return [{ figure, before, after: figure.value, revision: at, kind }]
  })
}
