import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { audiences } from '../../schema/terms/campaign.ts'
import { lines as lineTerms } from '../../schema/terms/region.ts'
import { stationSettings, venueTypes } from '../../schema/terms/station.ts'
import { keys as keyTerms } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import { StatisticKey } from '../../schema/types/statistic.ts'
import { readLine } from '../records/line.ts'
import { type Dimension, NONE } from '../records/slice.ts'
import { type Context, recordOf } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

/** One value of a dimension; of a group it must be known of which campaign. */
export interface KeyRow {
  readonly dimension: Dimension
  readonly key: string
  readonly campaign: string | null
  readonly at: number
}

@Resolver(() => StatisticKey)
export class StatisticKeyResolver {
  @FieldResolver(() => String, { description: 'What the filter takes (代码).' })
  code(@Root() { key }: KeyRow): string {
    return key
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  label(@Root() row: KeyRow, @LangArg() lang: 'zh' | 'en', @Ctx() context: Context) {
    return labelOf(context, row, lang)
  }
}

/** The name of a value of a dimension. */
export async function labelOf(context: Context, row: KeyRow, lang: 'zh' | 'en'): Promise<string> {
  const { dimension, key, at } = row
  if (key === NONE) return label(keyTerms, `${dimension}_${NONE}`, lang)
  if (dimension === 'GROUP') return groupName(context, row, lang)
  if (dimension === 'REGION') return lineName(context, key, at, lang)
  if (dimension === 'AUDIENCE') return label(audiences, key, lang)
  if (dimension === 'SETTING') return label(stationSettings, key, lang)
  if (dimension === 'VENUE_TYPE') return label(venueTypes, key, lang)
  const type = key.split(':', 1)[0] as 'organization' | 'activity' | 'campaign'
  const record = key.includes(':') ? await recordOf(context, type, key, at) : null
  return record === null ? key : nameOf({ nameEn: null, ...record }, lang)
}

async function groupName(context: Context, { key, campaign, at }: KeyRow, lang: 'zh' | 'en') {
  const found = await recordOf(context, 'campaign', campaign, at)
  const group = found && parse(found.groups).find((one) => one.code === key)
  return group?.name[lang] ?? key
}

/** 端州区; 肇庆市 · 市直单位. */
async function lineName(context: Context, code: string, at: number, lang: 'zh' | 'en') {
  const { region, whose } = readLine(code)
  const found = await recordOf(context, 'region', `region:${region}`, at)
  const name = found === null ? region : nameOf(found, lang)
  return whose === 'all' ? name : `${name} · ${label(lineTerms, whose.toUpperCase(), lang)}`
}
