import { plain } from './plain.ts'

/** The name of an activity, and who held it, where the brackets at its end say so. */
export interface NameReading {
  readonly name: string
  readonly organizers: readonly string[]
}

const BODY =
  /(?:委|局|会|办|院|校|学|队|中心|公司|社区|街道|镇|乡|村|馆|站|团|部|处|所|政府|大学|医院|银行|联|集团|企业|厂|店|组|工委|志协|义工|单位|机关)$/
const ROLE = /(?:主办|承办|协办|主办单位|承办单位)[:：]?/

/** 文明交通劝导（端州区团委） → the activity and its organiser; （第二期） stays part of the name. */
export function readActivityName(raw: string): NameReading {
  const text = plain(raw).replace(/^\d+[、.]\s*/, '')
  const found = /^(.*\S)\s*[([【]([^()[\]【】]+)[)\]】]$/.exec(text)
  if (found === null) return { name: text, organizers: [] }
  const [, name = '', inside = ''] = found
  const organizers = inside
    .replace(ROLE, '')
    .split(/[、,，;；/和与及]+/)
    .map((one) => one.replace(ROLE, '').trim())
    .filter((one) => one !== '')
  const areBodies = ROLE.test(inside) || organizers.every((one) => BODY.test(one))
  return areBodies && organizers.length > 0 ? { name, organizers } : { name: text, organizers: [] }
}
