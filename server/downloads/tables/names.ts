import { parse } from '../../../schema/tables/row.ts'
import { audiences } from '../../../schema/terms/campaign.ts'
import { lines } from '../../../schema/terms/region.ts'
import { stationSettings, venueTypes } from '../../../schema/terms/station.ts'
import { keys } from '../../../schema/terms/statistic.ts'
import { type Lang, label } from '../../../schema/terms/term.ts'
import { getByIds } from '../../records/asof.ts'
import type { CampaignRow } from '../../records/campaign.ts'
import type { FigureRow } from '../../records/figure.ts'
import { readLine } from '../../records/line.ts'
import { type Dimension, NONE } from '../../records/slice.ts'
import type { Db } from '../../store/open.ts'

/** The name of what a figure speaks of by a dimension. */
export type Names = (dimension: Dimension, figure: FigureRow) => string

const NAMED = { REGION: 'region', ORGANIZATION: 'organization', ACTIVITY: 'activity' } as const

/** Reads the names that the rows of a table need, each kind of record once. */
export async function readNames(
  db: Db,
  at: number,
  lang: Lang,
  by: readonly Dimension[],
  figures: readonly FigureRow[],
  campaigns: readonly CampaignRow[],
): Promise<Names> {
  const names = new Map<string, string>()
  for (const [dimension, type] of Object.entries(NAMED)) {
    if (!by.includes(dimension as Dimension)) continue
    const codes = figures.map((one) => one.slice[dimension as Dimension] as string)
    const ids = type === 'region' ? codes.map(regionOf) : codes
    for (const row of await getByIds(db, type, [...new Set(ids)], at)) {
      const english = 'nameEn' in row ? row.nameEn : null
      names.set(row.id, lang === 'en' ? (english ?? row.nameZh) : row.nameZh)
    }
  }
  for (const one of campaigns) names.set(one.id, lang === 'en' ? one.nameEn : one.nameZh)
  return (dimension, { slice }) => {
    const code = slice[dimension] as string
    if (code === NONE) return label(keys, `${dimension}_${NONE}`, lang)
    if (dimension === 'GROUP') return groupName(campaigns, slice.CAMPAIGN, code, lang)
    if (dimension === 'AUDIENCE') return label(audiences, code, lang)
    if (dimension === 'SETTING') return label(stationSettings, code, lang)
    if (dimension === 'VENUE_TYPE') return label(venueTypes, code, lang)
    if (dimension !== 'REGION') return names.get(code) ?? code
    const { region, whose } = readLine(code)
    const name = names.get(regionOf(code)) ?? region
    return whose === 'all' ? name : `${name} · ${label(lines, whose.toUpperCase(), lang)}`
  }
}

const regionOf = (code: string) => `region:${readLine(code).region}`

function groupName(
  campaigns: readonly CampaignRow[],
  id: string | undefined,
  code: string,
  lang: Lang,
): string {
  const campaign = campaigns.find((one) => one.id === id)
  const group = campaign && parse(campaign.groups).find((one) => one.code === code)
  return group?.name[lang] ?? code
}
