import type { Db } from '../store/open.ts'
import type { CampaignRow } from './campaign.ts'
import type { Where } from './facts.ts'
import { ALL_MEASURES, type FigureRow } from './figure.ts'
import { GUARDED } from './guard.ts'
import type { Dimension } from './slice.ts'
import { readTableVersions } from './version.ts'

/** A published figure that became another, or was taken back. */
export interface CorrectionRow {
  readonly figure: FigureRow
  readonly before: number
  readonly after: number | null
  readonly revision: number
}

export interface CorrectionQuery {
  readonly region?: string | null
  readonly figure?: string | null
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
  { region, figure: id }: CorrectionQuery = {},
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
  return parts
    .flat()
    .filter((versions) => !id || versions[0]?.id === id)
    .flatMap(correctionsIn)
    .sort((a, b) => b.revision - a.revision || (a.figure.id < b.figure.id ? -1 : 1))
}

function correctionsIn(versions: readonly FigureRow[]): CorrectionRow[] {
  return versions.flatMap((figure, i) => {
    const before = versions[i - 1]?.value ?? null
    if (before === null || before === figure.value) return []
    return [{ figure, before, after: figure.value, revision: figure.at }]
  })
}
