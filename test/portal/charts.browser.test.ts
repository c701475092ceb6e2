import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { portalInBrowser } from '../helpers/portal.ts'

const portal = portalInBrowser()

const MONTH = '/zh/campaigns/ZQ-2019-MONTH'
const PLACES = `${MONTH}?compare=441202&with=441200-COLLEGES`

describe('a chart', () => {
  it.each([
    ['regions', MONTH],
    ['map', `${MONTH}?measure=SERVICE_HOURS`],
    ['groups', MONTH],
    ['weeks', MONTH],
    ['compare', PLACES],
    ['compare', `${MONTH}?compare=HZ-2017-REVIEW`],
  ])('shows the question that gives exactly its numbers: %s of %s', async (chart, path) => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}${path}`)
    const figure = figureOf(page, chart)
    const query = (await figure.locator('.question code').textContent()) ?? ''
    const answer = await graph(query)
    const table = answer.data.at.campaign?.statistics ?? answer.data.at.statistics
    const shown = await figure.locator('tbody td.num:not(.share)').allTextContents()
    expect(shown.length).toBeGreaterThan(1)
    const told = chart === 'compare' ? bySide(table, path) : table.rows.map(firstOf)
    expect(shown.map((text) => text.trim().replace(/\s*已报.*$/, ''))).toEqual(told.map(saidOf))
    await page.close()
  })

  it('opens its question in the explorer, ready to run', async () => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}${MONTH}`)
    await figureOf(page, 'weeks').locator('.question summary').click()
    await figureOf(page, 'weeks').locator('.question a').click()
    await page.locator('button[type=submit]').click()
    await page.locator('#result', { hasText: '2019-03-11' }).waitFor()
    expect(await page.locator('#query').inputValue()).toContain('by: [WEEK]')
    await page.close()
  })

  it.each(['regions', 'map', 'groups', 'weeks', 'compare'])(
    'becomes a PNG in the browser, twice as large as its drawing and on white: %s',
    async (chart) => {
      const page = await portal.browser.newPage()
      const elsewhere: string[] = []
      page.on(
        'request',
        (one) => !one.url().startsWith(portal.serving.url) && elsewhere.push(one.url()),
      )
      await page.goto(`${portal.serving.url}${PLACES}`)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figureOf(page, chart).locator('button.png').click(),
      ])
      expect(download.suggestedFilename()).toBe(`ZQ-2019-MONTH-${chart}.png`)
      const bytes = await readFile(await download.path())
      const svg = await (await fetch(await addressOf(page, chart))).text()
      const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? []
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
        Number(width) * 2,
        Number(height) * 2,
      ])
      const { corners, inked } = await look(page, bytes)
      expect(corners).toEqual(Array(4).fill('255,255,255,255'))
      expect(inked).toBeGreaterThan(0.005)
      expect(svg).not.toMatch(/<style|<image|href=|url\(/)
      expect(elsewhere.filter((url) => !/^(blob|data):/.test(url))).toEqual([])
      await page.close()
    },
  )

  it('has no button where there is no script', async () => {
    const context = await portal.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.serving.url}${MONTH}`)
    expect(await page.locator('button.png').count()).toBe(4)
    expect(await page.locator('button.png:visible').count()).toBe(0)
    await context.close()
  })

  it('says its name once, and of weeks how little of the whole they are', async () => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}${MONTH}`)
    const regions = figureOf(page, 'regions')
    const clipped = (one: Element) => getComputedStyle(one).clipPath
    expect(await regions.locator('caption').evaluate(clipped)).toBe('inset(50%)')
    const headline = await figureOf(page, 'weeks').locator('.headline').textContent()
    expect(headline).toMatch(/^只有10\.3%（6,460人次）还按周计，其余在不分周的终报里；.*2,236人次$/)
    await page.close()
  })
})

const figureOf = (page: Page, chart: string) =>
  page.locator('figure.chart', { has: page.locator(`a[href*="/charts/${chart}.svg"]`) })

const addressOf = (page: Page, chart: string) =>
  figureOf(page, chart)
    .locator('a[href*=".svg"]')
    .evaluate((one) => (one as HTMLAnchorElement).href)

async function graph(query: string) {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query })
  const answer = await fetch(`${portal.serving.url}/graphql`, { method: 'POST', headers, body })
  return answer.json() as Promise<{ data: { at: Answered } }>
}

/** Where ink stands on the picture. */
function look(page: Page, bytes: Buffer) {
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    const { naturalWidth: width, naturalHeight: height } = image
    Object.assign(canvas, { width, height })
    const paper = canvas.getContext('2d') as CanvasRenderingContext2D
    paper.drawImage(image, 0, 0)
    const at = (x: number, y: number) => [...paper.getImageData(x, y, 1, 1).data].join()
    const corners = [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)]
    const { data: pixels } = paper.getImageData(0, 0, width, height)
    let inked = 0
    for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 200) inked += 1
    return { corners, inked: inked / (width * height) }
  }, bytes.toString('base64'))
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
type Answered = any

const firstOf = (row: Answered) => row.figures[0]

/** Of a comparison: both sides of each measure that can be told of them. */
function bySide(table: Answered, path: string) {
  const search = new URL(path, portal.serving.url).searchParams
  const codes = search.has('with')
    ? [search.get('compare'), search.get('with')]
    : ['campaign:ZQ-2019-MONTH', `campaign:${search.get('compare')}`]
  const rows = codes.map((code) => table.rows.find((row: Answered) => row.keys[0].code === code))
  return rows[0].figures
    .flatMap((_: unknown, i: number) => [rows.map((row) => row.figures[i])])
    .filter((pair: Answered[]) => pair.some((one) => one.status !== 'NOT_APPLICABLE'))
    .flat()
}

const STATUS: Record<string, string> = { NOT_REPORTED: '未报', SUPPRESSED: '不公布' }

function saidOf({ value, status, qualifier, unit }: Answered): string {
  if (value === null) return STATUS[status] ?? status
  const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(value)
  return `${qualifier === 'APPROX' ? '约' : ''}${number}${unit}`
}
