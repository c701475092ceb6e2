import { type Remark, remark } from '../findings.ts'
import { tight } from './plain.ts'

export interface StationNameReading {
  readonly conforms: boolean
  /** The name without spaces. */
  readonly normalised: string
  readonly remarks: readonly Remark[]
}

/** 滨河小区 and 城隍庙社区 are no districts. */
const NO_DISTRICT = /[小社景园校院厂矿库街片新港辖]区$|超市$|夜市$|菜市$/
const DISTRICT = /^[\u4e00-\u9fff]{1,3}[县区市]$/

/**
 * C21-N1: 长治市＋县（区）或单位＋新时代文明实践学雷锋志愿服务站. 点 stands only for the points of residential
 * compounds, and a county must be one of the day. Where the rule is broken the name is kept as typed.
 */
export function stationNameRule(
  name: string,
  rule: {
    readonly city: string
    /** The counties and zones of the city on the day. */
    readonly counties: readonly string[]
    readonly setting: string | null
  },
): StationNameReading {
  const normalised = tight(name)
  const { city, counties, setting } = rule
  const broken = (hintZh = '', hintEn = '') => ({
    conforms: false,
    normalised,
    remarks: [remark('W_NAME_RULE', { raw: name, hintZh, hintEn })],
  })
  if (!normalised.startsWith(city)) return broken()
  const found = /^(.+?)新时代文明实践学雷锋志愿服务([站点])$/.exec(normalised.slice(city.length))
  const [, body = '', kind] = found ?? []
  if (found === null) return broken()
  if (kind === '点' && setting !== 'RESIDENTIAL') {
    return broken('（“点”只用于小区）', ' (“点” is for residential compounds only)')
  }
  const isDistrict = DISTRICT.test(body) && !NO_DISTRICT.test(body)
  if (isDistrict && !counties.some((one) => tight(one) === body)) {
    return broken(`（“${body}”不是现行县区名）`, ` (“${body}” is no county or district today)`)
  }
  const told = name === normalised ? [] : [remark('I_NORMALISED', { raw: name, value: normalised })]
  return { conforms: true, normalised, remarks: told }
}
