import { measures as measureTerms } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import campaignsQuery from '../queries/compare.graphql?raw'
import placesQuery from '../queries/compareplaces.graphql?raw'
import { type Answered, type Asker, ask } from './ask.ts'
import type { Drawn } from './charts.ts'
import { percent, quantity, span } from './format.ts'
import { pairChart } from './pairchart.ts'
import { tableQuestion } from './question.ts'
import type { View } from './view.ts'

/** Two campaigns, or two places of one, measure by measure. */
export interface Compared extends Drawn {
  readonly sides: readonly [Side, Side]
  readonly pairs: readonly Pair[]
  /** Measures that only one of the two was asked for. */
  readonly apart: readonly string[]
  /** Why they cannot be compared as they stand; nothing where they can. */
  readonly warnings: readonly string[]
}

export interface Side {
  readonly code: string
  readonly name: string
  readonly when: string
  readonly days: string
}

export interface Pair {
  readonly measure: string
  readonly name: string
  readonly figures: readonly [Answered, Answered]
}

/**
 * What the address of a page of a campaign asks to compare: `compare` names another campaign, or with `with` two
 * regions of this one. Null where nothing is asked; where what is asked is not known, `none`.
 */
export async function askCompared(
  astro: Asker,
  view: View,
  campaign: Answered,
): Promise<Compared | null | 'none'> {
  const [one, other] = [view.search.get('compare'), view.search.get('with')]
  if (!one) return null
  const measures: string[] = campaign.figures.map((figure: Answered) => figure.measure)
  if (measures.length === 0) return 'none'
  return other === null
    ? campaignsCompared(astro, view, campaign, measures, one)
    : placesCompared(astro, view, campaign, measures, [one, other])
}

/** What of an address says what is compared. */
export function comparison(search: URLSearchParams): Record<string, string> {
  const said = ['compare', 'with'].map((name) => [name, search.get(name) ?? ''])
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

async function campaignsCompared(
  astro: Asker,
  view: View,
  campaign: Answered,
  measures: readonly string[],
  asked: string,
): Promise<Compared | 'none'> {
  const other = asked.includes(':') ? asked : `campaign:${asked}`
  const variables = { other, measures, lang: view.asked }
  const answer = await ask(astro, campaignsQuery, variables)
  if (answer.campaign === null || other === campaign.id) return 'none'
  const known: string[] = answer.campaign.figures.map((one: Answered) => one.measure)
  const apart = [
    ...measures.filter((one) => !known.includes(one)),
    ...known.filter((one) => !measures.includes(one)),
  ]
  const sideOf = ({ id, name, startsOn, endsOn }: Answered): Side => ({
    ...{ code: id, name, when: span(startsOn, endsOn, view.lang) },
    days: `${startsOn}/${endsOn}`,
  })
  const sides = [sideOf(campaign), sideOf(answer.campaign)] as const
  const table = { by: ['CAMPAIGN'], measures: measures.filter((one) => known.includes(one)) }
  return compared(view, answer.table, sides, table, apart)
}

async function placesCompared(
  astro: Asker,
  view: View,
  { id, startsOn, endsOn }: Answered,
  measures: readonly string[],
  codes: readonly [string, string],
): Promise<Compared | 'none'> {
  const answer = await ask(astro, placesQuery, { id, measures, lang: view.asked })
  const { table } = answer.campaign
  const when = span(startsOn, endsOn, view.lang)
  const found = codes.map((code) => table.rows.find((row: Answered) => row.keys[0].code === code))
  if (found.includes(undefined) || codes[0] === codes[1]) return 'none'
  const sides = found.map((row): Side => {
    const { code, label: name } = row.keys[0]
    return { code, name, when, days: `${startsOn}/${endsOn}` }
  }) as unknown as [Side, Side]
  return compared(view, table, sides, { campaign: id, by: ['REGION'], measures }, [])
}

function compared(
  view: View,
  table: Answered,
  sides: readonly [Side, Side],
  asked: { campaign?: string; by: readonly string[]; measures: readonly string[] },
  apart: readonly string[],
): Compared {
  const { t, lang } = view
  const rows = sides.map(({ code }) =>
    table.rows.find((row: Answered) => row.keys[0].code === code),
  )
  const figuresOf = (measure: string) =>
    rows.map((row) => row?.figures.find((one: Answered) => one.measure === measure))
  const pairs = asked.measures.flatMap((measure): Pair[] => {
    const [a, b] = figuresOf(measure)
    if (a === undefined || b === undefined || a.unit !== b.unit) return []
    if (a.status === 'NOT_APPLICABLE' && b.status === 'NOT_APPLICABLE') return []
    return [{ measure, name: label(measureTerms, measure, lang), figures: [a, b] }]
  })
  const warnings = warningsOf(view, sides, pairs)
  const name = t('compare.name', { one: sides[0].name, other: sides[1].name })
  const why = warnings.join(lang === 'zh' ? '；' : '; ')
  const headline = why === '' ? told(view, sides, pairs) : t('compare.not', { why })
  const svg = pairChart(pairs, sides, `${name}: ${headline}`, view)
  const query = tableQuestion({ ...asked, revision: view.revision, lang: view.asked })
  const names = apart.map((one) => label(measureTerms, one, lang))
  const marks = pairs.flatMap((pair) =>
    pair.figures.map((figure, i) => ({
      ...figure,
      code: `${pair.measure} ${i}`,
      label: `${pair.name} · ${sides[i]?.name}`,
    })),
  )
  const [sample, csv] = [table.sample, String(table.csv)]
  const drawn: Drawn = { name, headline, svg, sample, csv, query, marks }
  return { ...drawn, sides, pairs, apart: names, warnings }
}

/** Rates that differ make the worse one look small; so does a shorter time. */
function warningsOf({ t, lang }: View, [a, b]: readonly [Side, Side], pairs: readonly Pair[]) {
  const share = ({ reporting: { expected, received } }: Answered) =>
    expected === 0 ? null : received / expected
  const uneven = pairs.find(({ figures: [one, other] }) => share(one) !== share(other))
  const said = (figure: Answered) => {
    const { expected, received } = figure.reporting
    return `${received}/${expected}${expected > 0 ? ` (${percent(received / expected, lang)})` : ''}`
  }
  return [
    ...(uneven === undefined
      ? []
      : [
          t('compare.rates', {
            ...{ one: a.name, rate: said(uneven.figures[0]) },
            ...{ other: b.name, otherRate: said(uneven.figures[1]) },
          }),
        ]),
    ...(a.days === b.days
      ? []
      : [
          t('compare.periods', {
            ...{ one: a.name, when: a.when || t('unknown') },
            ...{ other: b.name, otherWhen: b.when || t('unknown') },
          }),
        ]),
  ]
}

/** The first measure that both have told. */
function told({ t, lang }: View, [a, b]: readonly [Side, Side], pairs: readonly Pair[]): string {
  const pair = pairs.find(({ figures }) => figures.every((one: Answered) => one.value !== null))
  if (pair === undefined) return t('compare.nothing')
  const [one, other] = pair.figures.map((figure) => quantity(figure, lang)) as [string, string]
  return t('compare.told', {
    measure: pair.name,
    one: a.name,
    value: one,
    other: b.name,
    otherValue: other,
  })
}
