import { measures } from '../../schema/terms/statistic.ts'
import { type Lang, label } from '../../schema/terms/term.ts'
import type { Answered } from './ask.ts'
import { barChart } from './barchart.ts'
import { date, percent, quantity } from './format.ts'
import { lineChart } from './linechart.ts'
import { headline, type Mark } from './marks.ts'
import { tableQuestion } from './question.ts'
import { tileMap } from './tilemap.ts'
import type { View } from './view.ts'
import { type Key, say } from './words.ts'

/** The charts of a campaign, by the last part of their address. */
export const CHARTS = ['regions', 'map', 'groups', 'weeks'] as const

export type Chart = (typeof CHARTS)[number]

/** Measures that can be added up over counties and groups. */
export const CHARTED = [
  'VOLUNTEER_PERSON_TIMES',
  'VOLUNTEER_HEADCOUNT',
  'ACTIVITY_COUNT',
  'SERVICE_HOURS',
  'INVESTMENT_YUAN',
  'PRINT_REPORTS',
  'WEB_REPORTS',
  'READS',
]

const TABLES = { regions: 'byRegion', map: 'byRegion', groups: 'byGroup', weeks: 'byWeek' } as const
const DIMENSIONS = { regions: 'REGION', map: 'REGION', groups: 'GROUP', weeks: 'WEEK' } as const
/** What is counted where some of it is missing. */
const COUNTED = { regions: '处', map: '处', groups: '类', weeks: '周' } as const
const NAMES: Readonly<Record<Chart, Key>> = {
  regions: 'campaign.byRegion',
  map: 'chart.map',
  groups: 'campaign.byGroup',
  weeks: 'campaign.byWeek',
}

export interface Drawn {
  readonly name: string
  readonly headline: string
  readonly svg: string
  readonly sample: boolean
  readonly csv: string
  readonly marks: readonly Mark[]
  /** The question to the graph that gives its numbers. */
  readonly query: string
}

/** A chart of a campaign from the answer of its page; null where there is nothing to draw. */
export function draw(
  chart: Chart,
  campaign: Answered,
  measure: string,
  { lang, asked, revision, elder }: Pick<View, 'lang' | 'asked' | 'revision' | 'elder'>,
): Drawn | null {
  const table = campaign[TABLES[chart]]
  const marks = marksOf(table)
  const shown = chart === 'weeks' ? marks.filter((one) => one.code !== 'NONE') : marks
  if (shown.length === 0) return null
  if (chart === 'groups' && shown.every(isOfNoGroup)) return null
  const name = `${label(measures, measure, lang)} · ${say(lang, NAMES[chart])}`
  const day = (code: string) =>
    /^\d{4}-/.test(code) ? say(lang, 'chart.weekOf', { day: date(code, lang) }) : code
  const whole = chart === 'weeks' ? null : (table.totals[0]?.value ?? null) // weeks that a final form replaced are in no share
  const most = headline(shown, whole, lang, day, COUNTED[chart])
  const says = chart === 'weeks' ? ofWeeks(marks, most, lang) : most
  const title = says ? `${name}: ${says}` : name
  const query = tableQuestion({
    ...{ revision, campaign: campaign.id, lang: asked },
    ...{ by: [DIMENSIONS[chart]], measures: [measure] },
  })
  const base = { name, headline: says, marks, sample: table.sample, csv: String(table.csv), query }
  if (chart === 'weeks') return { ...base, svg: lineChart(shown, title, lang, elder) }
  if (chart !== 'map') return { ...base, svg: barChart(shown, title, lang) }
  const centres = new Map(
    campaign.region.children.map((one: Answered) => [one.code, one.centre] as const),
  )
  const places = shown.map((one) => ({ ...one, centre: (centres.get(one.code) ?? null) as never }))
  return { ...base, svg: tileMap(places, title, lang, elder) }
}

const isOfNoGroup = ({ value, code }: Mark) => value === null || code === 'NONE'

/** Where final forms took the place of weekly ones: how little of the whole the weeks still are. */
function ofWeeks(marks: readonly Mark[], most: string, lang: Lang): string {
  const rest = marks.find((one) => one.code === 'NONE')
  const weeks = marks.filter((one) => one !== rest && one.value !== null)
  if (!rest?.value || weeks.length === 0) return most
  const value = weeks.reduce((sum, one) => sum + (one.value ?? 0), 0)
  const rough = weeks.find((one) => one.qualifier !== 'EXACT')
  const qualifier = rough?.qualifier ?? 'EXACT'
  const told = quantity({ value, qualifier, status: 'OBSERVED', unit: rest.unit }, lang)
  const share = percent(value / (value + rest.value), lang)
  return say(lang, 'chart.weeksOnly', { value: told, share, most })
}

function marksOf(table: Answered): Mark[] {
  return table.rows.map(({ keys: [key], figures: [figure] }: Answered) => ({
    code: key.code,
    label: key.label,
    value: figure.value,
    status: figure.status,
    qualifier: figure.qualifier,
    unit: figure.unit,
  }))
}

/** Which measures of a campaign can be drawn: those that its forms ask for and that add up. */
export function charted(campaign: Answered): string[] {
  const known: string[] = campaign.figures.map((one: Answered) => one.measure)
  return CHARTED.filter((one) => known.includes(one))
}

/** Asks for a campaign by a measure; where its forms do not ask for that one, by the first that they do ask for. */
export async function askDrawn(
  asked: string | null,
  question: (measure: string) => Promise<Answered>,
): Promise<{ answer: Answered; measure: string }> {
  const wanted = CHARTED.find((one) => one === asked) ?? (CHARTED[0] as string)
  const answer = await question(wanted)
  if (answer.campaign === null) return { answer, measure: wanted }
  const known = charted(answer.campaign)
  if (known.length === 0 || known.includes(wanted)) return { answer, measure: wanted }
  const measure = known[0] as string
  return { answer: await question(measure), measure }
}
