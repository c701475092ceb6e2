import { type Remark, remark } from '../findings.ts'
import { isMissing, plain } from './plain.ts'

export interface TickReading {
  readonly value: boolean | null
  readonly remarks: readonly Remark[]
}

/** Reads yes or no, however it is ticked: √, 是, ☑是□否, 是（√）否（ ）, 已记录. Both or none ticked is no answer. */
export function readTick(text: string): TickReading {
  if (isMissing(text)) return { value: null, remarks: [] }
  const raw = plain(text)
  const { rest, note } = withoutNote(inMarks(raw))
  const value = answer(rest)
  if (value === null) {
    const want = { wantZh: '是或否，请只勾一项', wantEn: 'yes or no; tick one of them' }
    return { value, remarks: [remark('E_VAGUE', { raw, ...want })] }
  }
  const said = value ? '是' : '否'
  if (note !== '') return { value, remarks: [remark('I_IGNORED_PART', { part: note })] }
  return { value, remarks: text === said ? [] : [remark('I_NORMALISED', { raw, value: said })] }
}

/** Every tick as ☑, every empty box as □, every bare cross as ×. */
function inMarks(raw: string): string {
  return raw
    .toLowerCase()
    .replaceAll('不是', '否')
    .replaceAll('没有', '无')
    .replaceAll(/\[[x×√✓✔v]\]|\([√✓✔]\)/g, '☑')
    .replaceAll(/\[ ?\]|\( ?\)|\([x×]\)|_+/g, '□')
    .replaceAll(/[☒■▣✅●√✓✔]\uFE0F?/gu, '☑')
    .replaceAll(/[☐▢◻○◯]/g, '□')
    .replaceAll(/[✗✘╳❌]|^x$/g, '×')
    .replaceAll(/ *[/|,;、] */g, ' ')
}

/** 已发布（编号…）: what only adds to a plain answer is set aside. */
function withoutNote(text: string): { rest: string; note: string } {
  const [, rest, note] = /^(是|有|已[^\s未没不否无(:]{0,6})[\s(:。]+(.{2,}?)\)?$/.exec(text) ?? []
  const isNote = note !== undefined && !/[未没不否无×□☑]|部分|no/.test(note)
  return rest !== undefined && isNote ? { rest, note } : { rest: text, note: '' }
}

type Mark = '☑' | '□'
type Sign = { readonly is: 'word'; readonly yes: boolean } | { readonly is: 'gap' | Mark }

const WORD =
  /(?<no>否|无|(?:暂时?|尚|还)?未[^\s□☑×已是有]{0,6}|还没|no(?![a-z])|n(?![a-z/]))|(?<yes>(?:均|都|全部)?已[^\s□☑×未没不否无将待]{0,6}|是的?|有|yes|y(?![a-z]))|(?<mark>[☑□×])|(?<gap>\s+)/y

function signsIn(text: string): Sign[] | null {
  const signs: Sign[] = []
  WORD.lastIndex = 0
  while (WORD.lastIndex < text.length) {
    const found = WORD.exec(text)?.groups
    if (found === undefined) return null
    if (found.gap !== undefined) signs.push({ is: 'gap' })
    else if (found.mark !== undefined) signs.push({ is: found.mark === '☑' ? '☑' : '□' })
    else signs.push({ is: 'word', yes: found.yes !== undefined })
  }
  return signs
}

const WHOLE: Readonly<Record<string, boolean>> = {
  '☑': true,
  v: true,
  对: true,
  true: true,
  1: true,
  '×': false,
  不: false,
  没: false,
  false: false,
  0: false,
}

function answer(text: string): boolean | null {
  const bare = text.replace(/[。.!]+$/, '').trim()
  if (Object.hasOwn(WHOLE, bare)) return WHOLE[bare] as boolean
  const signs = signsIn(bare)
  if (signs === null) return null
  const words = signs.flatMap((one) => (one.is === 'word' ? [one.yes] : []))
  const marks = signs.flatMap((one) => (one.is === '☑' || one.is === '□' ? [one.is] : []))
  const [first, second, third] = words
  if (first === undefined || third !== undefined) return null
  if (second === undefined) return marks.every((one) => one === '☑') ? first : null
  if (first === second) return null
  const index = ticked(signs, marks)
  return index === null ? null : (words[index] as boolean)
}

/** Which of two choices is ticked; a tick that may belong to either, or to both, is none. */
function ticked(signs: readonly Sign[], marks: readonly Mark[]): 0 | 1 | null {
  const order = signs
    .map((one) => (one.is === 'word' ? 'w' : one.is === 'gap' ? ' ' : 'm'))
    .join('')
  const [first, second, more] = marks
  if (first === undefined || more !== undefined) return null
  if (second !== undefined) {
    if (!/^(?:m ?w ?m ?w|w ?m ?w ?m)$/.test(order) || first === second) return null
    return first === '☑' ? 0 : 1
  }
  if (first !== '☑') return null
  if (/^m ?w ?w$|^wm w$/.test(order)) return 0
  return /^w ?w ?m$|^w mw$/.test(order) ? 1 : null
}
