import { measures as measureTerms, qualifiers } from '../../schema/terms/statistic.ts'
import { digestOf } from './digest.ts'
import type { FigureRow } from './figure.ts'

export type CitationStyle = 'GBT7714' | 'APA' | 'BIBTEX' | 'CSL_JSON'

/** What is cited: its title says what the number is, its address which revision it was read from. */
export interface Cited {
  readonly title: string
  readonly revision: number
  /** ISO days: when the revision was written, and when it is cited. */
  readonly issued: string
  readonly accessed: string
  readonly url: string
  readonly sample: boolean
}

/** A reference ready to paste; one to demonstration data begins with 〔演示数据〕, whatever the style. */
export function cite(cited: Cited, style: CitationStyle): string {
  return STYLES[style]({ ...cited, title: cited.sample ? `${SAMPLE}${cited.title}` : cited.title })
}

const SAMPLE = '〔演示数据〕'
const AUTHOR = '邻站'
const marked = (text: string, { sample }: Cited) => (sample ? `${SAMPLE}${text}` : text)

const STYLES: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  GBT7714: ({ title, revision, issued, accessed, url }) =>
    `${mark(title)}${AUTHOR}. ${bare(title)}[DS/OL]. 第${revision}版. (${issued})[${accessed}]. ${url}.`,
  APA: ({ title, revision, issued, url }) =>
    `${mark(title)}${AUTHOR}. (${issued.slice(0, 4)}). ${bare(title)} (Revision ${revision}) [Data set]. ${url}`,
  BIBTEX: (cited) => {
    const { title, revision, issued, accessed, url } = cited
    const fields = [
      ['author', AUTHOR],
      ['title', title],
      ['version', String(revision)],
      ['date', issued],
      ['urldate', accessed],
      ['url', url],
    ]
    const lines = fields.map(
      ([name, value]) => `  ${name} = {${(value as string).replaceAll(/[{}]/g, '')}}`,
    )
    const key = `linzhan-r${revision}-${digestOf(url).slice(0, 8)}`
    return `${marked('', cited)}${cited.sample ? '\n' : ''}@dataset{${key},\n${lines.join(',\n')}\n}`
  },
  CSL_JSON: ({ title, revision, issued, accessed, url }) =>
    JSON.stringify([
      {
        title,
        type: 'dataset',
        id: `linzhan-r${revision}-${digestOf(url).slice(0, 8)}`,
        author: [{ literal: AUTHOR }],
        version: String(revision),
        issued: { 'date-parts': [parts(issued)] },
        accessed: { 'date-parts': [parts(accessed)] },
        URL: url,
      },
    ]),
}

const mark = (title: string) => (title.startsWith(SAMPLE) ? SAMPLE : '')
const bare = (title: string) => title.replace(SAMPLE, '')
const parts = (day: string) => day.split('-').map(Number)

/** A figure as one says it: 志愿者人次：约62,826人次. */
export function sayFigure({ measure, value, qualifier, status, unit }: FigureRow): string {
  const terms = measureTerms[measure as keyof typeof measureTerms]
  if (value === null) return `${terms.zh}：${SAID[status] ?? status}`
  const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(value)
  const before =
    qualifier === 'EXACT' ? '' : (qualifiers[qualifier as keyof typeof qualifiers]?.zh ?? '')
  const word = qualifier === 'APPROX' ? '约' : before
  return `${terms.zh}：${word}${number}${(unit ?? terms.unit).zh}`
}

const SAID: Readonly<Record<string, string>> = {
  NOT_REPORTED: '未报',
  NOT_APPLICABLE: '不适用',
  SUPPRESSED: '不公布',
}

/** What an answer is known by: the same figure at the same revision has it for ever. */
export function hashOfFigure({
  id,
  value,
  status,
  qualifier,
  basis,
  cells,
  at,
}: FigureRow): string {
  return digestOf({ id, value, status, qualifier, basis, cells, at }).slice(0, 16)
}
