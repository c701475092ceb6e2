import type { dimensions } from '../../schema/terms/statistic.ts'

export type Dimension = keyof typeof dimensions

/** By what a figure is told from others: the dimensions, an indicator, and what a filter can say beside them. */
export type Aspect = Dimension | 'INDICATOR' | 'FROM' | 'TO' | 'SAMPLE' | 'BASIS'

/** What a figure speaks of, aspect by aspect; what is not named is all of it. */
export type Slice = Readonly<Partial<Record<Aspect, string>>>

/** The code that stands for "nothing says which". */
export const NONE = 'NONE'

/** In the order in which an id names them: whose figure it is, then what part of it. */
const ASPECTS: readonly Aspect[] = [
  'CAMPAIGN',
  'ORGANIZATION',
  'ACTIVITY',
  'INDICATOR',
  'REGION',
  'GROUP',
  'THEME',
  'AUDIENCE',
  'WEEK',
  'MONTH',
  'YEAR',
  'SETTING',
  'VENUE_TYPE',
  'FROM',
  'TO',
  'SAMPLE',
  'BASIS',
]

/** `figure:` with the measure and every aspect, each told by its own word; the same figure has one id. */
export function figureId(measure: string, slice: Slice): string {
  const said = ASPECTS.flatMap((aspect) => {
    const code = slice[aspect]
    return code === undefined ? [] : [aspect.toLowerCase(), shortened(aspect, code)]
  })
  return `figure:${[measure, ...said].join('~')}`
}

/** What the id of a figure says; undefined for any other text. */
export function readFigureId(id: string): { measure: string; slice: Slice } | undefined {
  const [measure = '', ...said] = id.replace(/^figure:/, '').split('~')
  if (!id.startsWith('figure:') || said.length % 2 !== 0) return undefined
  const slice: Partial<Record<Aspect, string>> = {}
  for (let i = 0; i < said.length; i += 2) {
    const aspect = ASPECTS.find((one) => one.toLowerCase() === said[i])
    if (aspect === undefined || said[i + 1] === '') return undefined
    slice[aspect] = lengthened(aspect, said[i + 1] as string)
  }
  return figureId(measure, slice) === id ? { measure, slice } : undefined
}

const RECORDS: Readonly<Record<string, string>> = {
  CAMPAIGN: 'campaign:',
  ORGANIZATION: 'organization:',
  ACTIVITY: 'activity:',
}

function shortened(aspect: Aspect, code: string): string {
  const prefix = RECORDS[aspect]
  return prefix !== undefined && code.startsWith(prefix) ? code.slice(prefix.length) : code
}

function lengthened(aspect: Aspect, code: string): string {
  const prefix = RECORDS[aspect]
  return prefix === undefined || code.includes(':') || code === NONE ? code : `${prefix}${code}`
}

/** Aspects that the platform of record does not tell apart: they are read from the rows of forms alone. */
const OF_ROWS: ReadonlySet<Aspect> = new Set<Aspect>([
  'ACTIVITY',
  'GROUP',
  'THEME',
  'WEEK',
  'MONTH',
  'YEAR',
  'FROM',
  'TO',
  'BASIS',
])

/** Whether a figure counts the rows of forms only, also where the platform of record gives another total. */
export function isOfRows(aspects: readonly Aspect[]): boolean {
  return aspects.some((one) => OF_ROWS.has(one))
}
