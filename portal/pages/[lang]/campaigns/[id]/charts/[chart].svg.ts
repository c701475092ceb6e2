import type { APIRoute } from 'astro'
import { askChart } from '../../../../../lib/onechart.ts'
import { alone } from '../../../../../lib/svg.ts'
import { look } from '../../../../../lib/view.ts'

/** A chart alone, to be put into somebody else's page or article. */
export const GET: APIRoute = async ({ params, url, locals }) => {
  const view = look({ url, locals })
  const found = await askChart({ locals }, view, params.id, params.chart)
  if (found === null) return new Response(null, { status: 404 })
  const { drawn, campaign } = found
  const mark = drawn.sample && view.demo ? view.t('demo.mark') : ''
  const said = {
    headline: `${drawn.headline}${mark}`,
    name: `${campaign.name} · ${drawn.name}${mark}`,
    source: view.t('chart.source', { n: view.revision }),
  }
  return new Response(alone(drawn.svg, said), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
  })
}
