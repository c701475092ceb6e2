import type { Bilingual } from '../../schema/terms/term.ts'

/** What a name is held against in a city that has a standard. */
export interface StationNameRule {
  readonly city: string
  /** The counties and zones of the city on the day. */
  readonly counties: readonly string[]
  readonly setting: string | null
}

/** Why a name does not follow the rule: its pattern, 点 outside a compound, or a district that is none. */
export type NameBreach =
  | { readonly why: 'PATTERN' }
  | { readonly why: 'POINT' }
  | { readonly why: 'DISTRICT'; readonly district: string }

/** 滨河小区 and 城隍庙社区 are no districts. */
const NO_DISTRICT = /[小社景园校院厂矿库街片新港辖]区$|超市$|夜市$|菜市$/
const DISTRICT = /^[\u4e00-\u9fff]{1,3}[县区市]$/

/**
 * C21-N1: 长治市＋县（区）或单位＋新时代文明实践学雷锋志愿服务站. 点 stands only for the points of residential
 * compounds, and a county must be one of the day. Null where the name, written without spaces, follows it.
 */
export function nameBreach(name: string, rule: StationNameRule): NameBreach | null {
  const { city, counties, setting } = rule
  if (!name.startsWith(city)) return { why: 'PATTERN' }
  const found = /^(.+?)新时代文明实践学雷锋志愿服务([站点])$/.exec(name.slice(city.length))
  if (found === null) return { why: 'PATTERN' }
  const [, district = '', kind] = found
  if (kind === '点' && setting !== 'RESIDENTIAL') return { why: 'POINT' }
  const isDistrict = DISTRICT.test(district) && !NO_DISTRICT.test(district)
  const known = counties.some((one) => one.replaceAll(' ', '') === district)
  return isDistrict && !known ? { why: 'DISTRICT', district } : null
}

/** Why a name does not follow the rule, in words. */
export function breachInWords(breach: NameBreach, { city }: StationNameRule): Bilingual {
  if (breach.why === 'POINT') {
    return {
      zh: '“点”只用于小区，其他场所应称“站”。',
      en: '“点” (point) is for residential compounds only; elsewhere it is “站” (station).',
    }
  }
  if (breach.why === 'DISTRICT') {
    return {
      zh: `“${breach.district}”不是现行县（区）名。`,
      en: `“${breach.district}” is no county or district today.`,
    }
  }
  return {
    zh: `规范名称为“${city}＋县（区）或单位＋新时代文明实践学雷锋志愿服务站”，小区用“点”。`,
    en: `The standard name is “${city}”, the county or unit, then “新时代文明实践学雷锋志愿服务站” (“点” in residential compounds).`,
  }
}
