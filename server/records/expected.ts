import type { Question } from './facts.ts'
import { readLine } from './line.ts'
import type { ReportingState } from './reporting.ts'
import type { Dimension } from './slice.ts'

/** What is asked of a campaign to know which rows a table must have. */
interface Known {
  reporting(campaign: string): Promise<ReportingState>
  groups(campaign: string): Promise<readonly string[]>
}

const OF_REPORTERS: ReadonlySet<Dimension> = new Set<Dimension>([
  'REGION',
  'ORGANIZATION',
  'CAMPAIGN',
])

/**
 * The keys that keep their row although nothing was reported: every place, reporter and campaign that had to
 * report; every group of a campaign. Tables that are split by anything else beside have rows for what there is.
 */
export async function expectedKeys(
  { by, where, measures }: Question,
  campaigns: readonly string[],
  known: Known,
): Promise<string[][]> {
  if (by.length === 0 || measures.every((one) => one === 'STATION_COUNT')) return []
  if (by.length === 1 && by[0] === 'GROUP') {
    const groups = await Promise.all(campaigns.map(known.groups))
    return groups.flat().flatMap((code) => (where.group && where.group !== code ? [] : [[code]]))
  }
  if (!by.every((one) => OF_REPORTERS.has(one)) || where.group) return []
  const rows = await Promise.all(
    campaigns.map(async (campaign) => {
      const { reporters } = await known.reporting(campaign)
      return reporters.flatMap(({ organization, line, within }) => {
        const { region, organizations } = where
        if (organizations && !organizations.includes(organization)) return []
        if (region && region !== line && !within.includes(readLine(region).region)) return []
        if (region && readLine(region).whose !== 'all' && region !== line) return []
        const codes = { REGION: line, ORGANIZATION: organization, CAMPAIGN: campaign }
        return [by.map((one) => codes[one as keyof typeof codes])]
      })
    }),
  )
  return rows.flat()
}
