import query from '../queries/chart.graphql?raw'
import { type Answered, type Asker, ask } from './ask.ts'
import { askDrawn, CHARTS, type Drawn, draw } from './charts.ts'
import { askCompared, comparison } from './compare.ts'
import type { View } from './view.ts'

/** One chart of a campaign, for those who take it elsewhere, and what the page that it stands in is asked. */
interface OneChart {
  readonly campaign: Answered
  readonly drawn: Drawn
  readonly asked: Readonly<Record<string, string>>
}

/** A chart by the last part of its address; null where there is none, or nothing to draw. */
export async function askChart(
  astro: Asker,
  view: View,
  id: string | undefined,
  name: string | undefined,
): Promise<OneChart | null> {
  const chart = CHARTS.find((one) => one === name)
  if (chart === undefined && name !== 'compare') return null
  const { answer, measure } = await askDrawn(view.search.get('measure'), (one) =>
    ask(astro, query, { id: `campaign:${id}`, lang: view.asked, measure: one }),
  )
  const { campaign } = answer
  if (campaign === null) return null
  if (chart !== undefined) {
    const drawn = draw(chart, campaign, measure, view)
    return drawn && { campaign, drawn, asked: { measure } }
  }
  const compared = await askCompared(astro, view, campaign)
  if (compared === null || compared === 'none' || compared.pairs.length === 0) return null
  return { campaign, drawn: compared, asked: comparison(view.search) }
}
