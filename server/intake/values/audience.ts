import { audiences } from '../../../schema/terms/campaign.ts'
import { type Remark, remark } from '../findings.ts'
import { type Certainty, takeQualifier } from './amount.ts'
import { QUALIFIED } from './number.ts'
import { isMissing, tight } from './plain.ts'

/** One audience type as understood, with its count where the cell gives one. */
export interface Audience {
  readonly code: string
  readonly count: number | null
  readonly qualifier: Certainty
  /** What 其他 stands for. */
  readonly text?: string
}

export interface AudienceReading {
  readonly list: readonly Audience[]
  readonly remarks: readonly Remark[]
}

/** Wordings that mean one of the form's own types; the clerk is asked to confirm. */
const MEANT: readonly (readonly [string, RegExp])[] = [
  ['A08', /服刑.*子女|在教.*子女/],
  ['A02', /务工.*子女|民工.*子女|随迁子女|流动儿童/],
  ['A07', /流浪.*(?:未成年|儿童|少年|孩子)/],
  ['A06', /留守.*(?:儿童|孩子|学生|少年|未成年|子女)|农村留守$/],
  ['A05', /(?:不良行为|不良|问题)(?:青少年|青年|少年)/],
  ['A04', /闲散.*(?:青年|青少年|少年)/],
  ['A01', /残疾|残障/],
  ['A03', /空巢|孤寡|独居(?:老|长)/],
]

/** Reads the audience types of one cell. Several types with one count are never split. */
export function readAudiences(raw: string): AudienceReading {
  if (isMissing(raw) || /^(?:无|没有|0)$/.test(tight(raw))) return { list: [], remarks: [] }
  const whole = readOne(tight(raw))
  const isOne = whole.remarks.length === 0 && whole.count === null && whole.code !== 'A99'
  const found = isOne ? [whole] : pieces(raw).map(readOne)
  const list = found.map(({ remarks: _remarks, ...one }) => one)
  const remarks = found.flatMap((one) => one.remarks)
  if (list.some((one) => one.count !== null)) {
    const value = list.map((one) => `${one.code} ${one.count ?? ''}`.trim()).join('; ')
    remarks.push(remark('I_NORMALISED', { raw, value }))
  }
  return { list, remarks }
}

/** What stands between commas, line breaks and 和, but not within brackets. */
function pieces(raw: string): string[] {
  const outside = '(?![^(]*\\))'
  const between = new RegExp(
    `[、,;/+\\s]+${outside}|(?<=[人女年民众童员生])(?:和|与|及(?!其))${outside}`,
  )
  return raw
    .normalize('NFKC')
    .split(between)
    .map(tight)
    .filter((piece) => piece !== '')
}

type Read = Audience & { readonly remarks: readonly Remark[] }

function readOne(piece: string): Read {
  const other = /^其[他它](?:人群|类别|群体|人员)?(?:[(:](.*?)\)?)?$/.exec(piece)
  if (other !== null) {
    const { name, count, qualifier, remarks } = counted(other[1] ?? '')
    const rest = { code: 'A99', count, qualifier }
    return name === ''
      ? { ...rest, remarks: [...remarks, remark('E_OTHER_TEXT')] }
      : { ...rest, text: name, remarks }
  }
  const { name, count, qualifier, remarks } = counted(piece)
  const rest = { count, qualifier }
  const own = Object.entries(audiences).find(([, term]) => term.zh === name)
  if (own !== undefined) {
    const [code] = own
    return code === 'A99'
      ? { ...rest, code, remarks: [...remarks, remark('E_OTHER_TEXT')] }
      : { ...rest, code, remarks }
  }
  const [meant] = MEANT.find(([, words]) => words.test(name)) ?? []
  const value =
    meant === undefined ? `其他（${name}）` : audiences[meant as keyof typeof audiences].zh
  const mapped = [...remarks, remark('W_AUDIENCE_MAPPED', { raw: name, value })]
  return meant === undefined
    ? { ...rest, code: 'A99', text: name, remarks: mapped }
    : { ...rest, code: meant, remarks: mapped }
}

/** 空巢老人约30人, 残疾人（20）, 30名空巢老人: the name and how many. */
function counted(piece: string) {
  const number = '(?:约|近|超|逾)?\\d+(?:余|多|\\+)?'
  const unit = '(?:人次|人|名|位)'
  const after = new RegExp(`^(.*?)[:(]?(${number})${unit}?(左右|以上)?\\)?$`).exec(piece)
  const before = new RegExp(`^(${number})()${unit}(.+)$`).exec(piece)
  const [, name = piece, said, more = ''] = after ?? []
  const [, first, , named] = before ?? []
  const text = first ?? said
  if (text === undefined) {
    return { name: piece, count: null, qualifier: 'EXACT', remarks: [] } as const
  }
  const { rest, qualifier } = takeQualifier(`${text}${first === undefined ? more : ''}`)
  const value = Number(rest)
  const remarks = qualifier === 'EXACT' ? [] : [remark(QUALIFIED[qualifier], { raw: piece, value })]
  return { name: named ?? name, count: value, qualifier, remarks }
}
