import { audiences } from '../../../schema/terms/campaign.ts'
import { type Remark, remark } from '../findings.ts'
import { tight } from './plain.ts'

/** Audiences as understood: codes, counts where the cell gives them, and the text of 其他. */
export interface AudienceReading {
  readonly codes: readonly string[]
  readonly counts: readonly (number | null)[]
  readonly text?: string
  readonly remarks: readonly Remark[]
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  残障人士: 'A01',
  残疾: 'A01',
  残疾青少年: 'A01',
  残障人: 'A01',
  务工人员子女: 'A02',
  外来务工人员子女: 'A02',
  流动儿童: 'A02',
  城市流动儿童: 'A02',
  随迁子女: 'A02',
  孤寡老人: 'A03',
  独居老人: 'A03',
  孤寡空巢老人: 'A03',
  空巢: 'A03',
  闲散青年: 'A04',
  不良青少年: 'A05',
  问题青少年: 'A05',
  留守儿童: 'A06',
  农村留守: 'A06',
  流浪儿童: 'A07',
  流浪未成年人: 'A07',
  服刑人员子女: 'A08',
  服刑人员未成年子女: 'A08',
}
const PUBLIC =
  /^(?:普通|广大|社会|全体|过往)?(?:群众|市民|居民|村民|公众|学生|师生|游客|旅客|老人|老年人|儿童|青少年|未成年人|妇女|党员|职工|司机|行人|乘客|读者|观众|患者|商户|环卫工人|不限|全体|所有人|大众)(?:等)?$/

/** Reads the audience types of one cell. Several types with one count are never split. */
export function readAudiences(raw: string): AudienceReading {
  const text = tight(raw)
  if (text === '') return { codes: [], counts: [], remarks: [] }
  const found = text
    .split(/[、,;；/\n和及]+/)
    .filter((part) => part !== '')
    .map(readOne)
  const remarks = found.flatMap((one) => one.remarks)
  const counts = found.map((one) => one.count)
  const counted = counts.some((count) => count !== null)
  if (counted && !remarks.some((one) => one.code === 'E_NOT_NUMBER')) {
    const value = found.map((one) => `${one.code} ${one.count ?? ''}`.trim()).join('; ')
    remarks.push(remark('I_NORMALISED', { raw, value }))
  }
  const other = found.find((one) => one.text !== undefined)
  return {
    codes: found.map((one) => one.code),
    counts,
    remarks,
    ...(other?.text ? { text: other.text } : {}),
  }
}

function readOne(part: string): {
  code: string
  count: number | null
  text?: string
  remarks: Remark[]
} {
  const [, name = part, digits] = /^(.*?)(\d+)(?:人次|人|名)?$/.exec(part) ?? []
  const count = digits === undefined ? null : Number(digits)
  const known = Object.entries(audiences).find(([, term]) => term.zh === name)
  if (known !== undefined && known[0] !== 'A99') return { code: known[0], count, remarks: [] }

  const other = /^其他(?:人群|类别|群体)?[((:：]?(.*?)[))]?$/.exec(name)
  if (other !== null) {
    const text = other[1] ?? ''
    if (text === '') return { code: 'A99', count, remarks: [remark('E_OTHER_TEXT')] }
    return { code: 'A99', count, text, remarks: [] }
  }
  const mapped = OTHER_WORDS[name.replace(/等$/, '')]
  if (mapped !== undefined) {
    const value = audiences[mapped as keyof typeof audiences].zh
    return { code: mapped, count, remarks: [remark('W_AUDIENCE_MAPPED', { raw: name, value })] }
  }
  const value = PUBLIC.test(name) ? '其他' : `其他（${name}）`
  return {
    code: 'A99',
    count,
    text: name,
    remarks: [remark('W_AUDIENCE_MAPPED', { raw: name, value })],
  }
}
