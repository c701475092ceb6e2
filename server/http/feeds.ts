import { type Request, Router } from 'express'
import { correctionKinds, figureStatuses, measures } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import type { GraphDoor } from './graphql.ts'
import type { Hub } from './hub.ts'

const MOST = 100

const CORRECTIONS = `query ($campaign: ID, $region: String, $figure: ID, $kind: CorrectionKind) {
  corrections(campaign: $campaign, region: $region, figure: $figure, kind: $kind, first: ${MOST}) { nodes {
    before after at reason revision { number }
    figure { id measure about unit status sample permalink } } } }`

interface Correction {
  readonly before: number
  readonly after: number | null
  readonly at: string | Date
  readonly reason: string
  readonly revision: { readonly number: number }
  readonly figure: {
    readonly id: string
    readonly measure: string
    readonly status: string
    readonly about: string
    readonly unit: string
    readonly sample: boolean
    readonly permalink: string | URL
  }
}

/** /feeds/corrections.atom: the newest corrections (RFC 4287), of one campaign, region, figure or kind where asked. */
export function feeds(hub: Hub, graph: GraphDoor): Router {
  const router = Router()
  router.get('/feeds/corrections.atom', async (request, response) => {
    const origin = hub.originOf(request)
    const asked = { campaign: said(request, 'campaign'), region: said(request, 'region') }
    const kind = said(request, 'kind')
    const isKind = kind !== null && Object.hasOwn(correctionKinds, kind)
    const variables = { ...asked, figure: said(request, 'figure'), kind: isKind ? kind : null }
    const { data, errors } = await graph.ask(CORRECTIONS, variables, origin)
    if (!data || errors?.length) throw new Error(errors?.map((one) => one.message).join(' '))
    const { nodes } = data.corrections as { nodes: Correction[] }
    response.type('application/atom+xml; charset=utf-8')
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
    response.send(atom(nodes, `${origin}${request.originalUrl}`, `${origin}/zh/corrections`, hub))
  })
  return router
}

function said(request: Request, name: string): string | null {
  const value = request.query[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function atom(nodes: readonly Correction[], self: string, page: string, { kind }: Hub): string {
  const updated = nodes[0]?.at ?? '1970-01-01T00:00:00.000Z'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>邻站更正记录${kind === 'demo' ? '（演示数据）' : ''}</title>`,
    `<id>${escaped(self)}</id>`,
    `<updated>${moment(updated)}</updated>`,
    '<author><name>邻站 Linzhan</name></author>',
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...nodes.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ figure, before, after, at, reason, revision }: Correction): string {
  const became =
    after === null ? label(figureStatuses, figure.status, 'zh') : `${after}${figure.unit}`
  const title = `${figure.sample ? '〔演示数据〕' : ''}${label(measures, figure.measure, 'zh')}（${figure.about}）：${before}${figure.unit} → ${became}`
  const link = escaped(String(figure.permalink))
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${link}</id>`,
    `<updated>${moment(at)}</updated>`,
    `<link rel="alternate" type="text/html" href="${link}"/>`,
    `<summary>${escaped(`第${revision.number}版。${reason}`)}</summary>`,
    '</entry>',
  ].join('\n')
}

const moment = (at: string | Date) => new Date(at).toISOString()

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] as string)
