import type { APIRoute } from 'astro'
import { ask } from '../../../../../lib/ask.ts'
import { askDrawn, CHARTS, draw } from '../../../../../lib/charts.ts'
import { alone } from '../../../../../lib/svg.ts'
import { look } from '../../../../../lib/view.ts'
import query from '../../../../../queries/chart.graphql?raw'

/** A chart alone, to be put into somebody else's page or article. */
export const GET: APIRoute = async ({ params, url, locals }) => {
  const view = look({ url, locals })
  const chart = CHARTS.find((one) => one === params.chart)
  if (chart === undefined) return new Response(null, { status: 404 })
  const { answer, measure } = await askDrawn(url.searchParams.get('measure'), (one) =>
    ask({ locals }, query, { id: `campaign:${params.id}`, lang: view.asked, measure: one }),
  )
  const drawn = answer.campaign && draw(chart, answer.campaign, measure, view.lang)
  if (!drawn) return new Response(null, { status: 404 })
  const mark = drawn.sample && view.demo ? view.t('demo.mark') : ''
  const said = {
    headline: `${drawn.headline}${mark}`,
    name: `${answer.campaign.name} · ${drawn.name}${mark}`,
    source: view.t('chart.source', { n: view.revision }),
  }
  return new Response(alone(drawn.svg, said), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
  })
}
