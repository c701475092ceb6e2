/** The name of an activity, and who held it, where the brackets at its end say so. */
export interface NameReading {
  readonly name: string
  readonly organizers: readonly string[]
  /** How many activities the cell lists; their figures cannot be told apart. */
  readonly activities: number
}

const BODY =
  /(?:委|局|会|办|院|校|学|队|中心|公司|社区|街道|镇|乡|村|馆|站|团|部|处|所|政府|大学|医院|银行|联|集团|企业|厂|店|组|工委|志协|义工|单位|机关)$/
const ROLE = /(?:主办单位|承办单位|协办单位|主办方|承办方|主办|承办|协办)[:：]?/
const BRACKETS = '[(（[【]([^()（）[\\]【】]+)[)）\\]】]'
const NUMBERED =
  /(?:^|[\s;；。，,])(?:\d{1,2}[.．、)）](?!\d)|[①-⑳]|[一二三四五六七八九十]、|[(（]\d{1,2}[)）])/g

/** 文明交通劝导（端州区团委） → the activity and its organiser; （第二期） stays part of the name. */
export function readActivityName(raw: string): NameReading {
  const typed = raw.replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').trim()
  const activities = countActivities(typed)
  const spaced = typed.replaceAll(/[\s\u00a0\u3000]+/g, ' ')
  const text = activities > 1 ? spaced : spaced.replace(/^\d{1,2}[、.．]\s*(?!\d)/, '')
  const [, name = text, inside = ''] = new RegExp(`^(.*\\S)\\s*${BRACKETS}$`).exec(text) ?? []
  const organizers = bodiesIn(inside)
  return organizers.length > 0
    ? { name, organizers, activities }
    : { name: text, organizers: [], activities }
}

function bodiesIn(inside: string): string[] {
  const bodies = inside
    .split(/[、,，;；/\s]+|(?<=[委局会办院校学队心司区道镇乡村馆站团部处所府联])[和与及]/)
    .map((one) => one.replace(ROLE, '').trim())
    .filter((one) => one !== '')
  return ROLE.test(inside) || bodies.every((one) => BODY.test(one)) ? bodies : []
}

/** 1.清洁家园 2.植树, or names with a semicolon between them. */
function countActivities(text: string): number {
  const numbered = [...text.matchAll(NUMBERED)].length
  const listed = text.replaceAll(new RegExp(BRACKETS, 'g'), '').split(/[;；]/)
  return Math.max(1, numbered, listed.filter((one) => one.trim() !== '').length)
}
