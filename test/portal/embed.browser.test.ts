import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { openBrowser } from '../helpers/browser.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

let hub: TestHub
let serving: Serving
let browser: Browser
let other: Server
let snippet = ''
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store)
  browser = await openBrowser()
  other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="zh"><title>区政府网站</title><main><h1>便民</h1>${snippet}</main></html>`,
    )
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  other.close()
  await browser.close()
  await serving.stop()
  await hub.close()
})

const elsewhere = () => `http://127.0.0.1:${(other.address() as AddressInfo).port}/`

describe('A list of stations in the page of others', () => {
  it('is copied from the finder with its conditions, works in a frame of another origin and leads out of it', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
    await page.goto(`${serving.url}/zh/stations?region=441202&amenities=WATER&text=`)
    await page.getByText('把这份列表放到您的网站').click()
    snippet = (await page.locator('#embed pre').textContent()) ?? ''
    expect(snippet).toContain('/zh/embed/stations?region=441202&amp;amenities=WATER"')

    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
    await page.goto(elsewhere())
    const frame = page.frameLocator('iframe')
    await frame.getByText('饮水机、端州区').waitFor()
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toContain('（演示）')
    const links = frame.locator('#stations h2 a')
    expect(await links.count()).toBeGreaterThan(3)
    await frame.locator('.map').scrollIntoViewIfNeeded()
    await frame.locator('[data-ready]').waitFor()
    expect(await frame.locator('.map path.station, .cluster').count()).toBeGreaterThan(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    expect(errors).toEqual([])

    const name = await links.first().textContent()
    await links.first().click()
    await page.waitForURL(`${serving.url}/zh/stations/*`)
    expect(await page.locator('h1').textContent()).toContain(name)
    await context.close()
  })

  it('has no position of anybody, in its address or in its snippet', async () => {
    const framed = await fetch(`${serving.url}/zh/embed/stations?lat=23.047&lon=112.466&text=站`, {
      redirect: 'manual',
    })
    expect([framed.status, framed.headers.get('cache-control')]).toEqual([303, 'no-store'])
    expect(framed.headers.get('location')).not.toMatch(/lat|lon/)
    const list = await fetch(`${serving.url}/zh/stations?lat=23.047&lon=112.466&amenities=WATER`)
    const shown = /<pre[^>]*>(.*?)<\/pre>/s.exec(await list.text())?.[1]
    expect(shown).toContain('embed/stations?amenities=WATER')
    expect(shown).not.toMatch(/lat=|lon=|23\.0/)
  })

  it('keeps a typed place, says that nothing fits, and is small', async () => {
    const near = await (await fetch(`${serving.url}/en/embed/stations?near=qixingyan`)).text()
    expect(near).toContain('Nearest to Star Lake / Seven Star Crags scenic area')
    expect(near).toMatch(/class="away">about [\d.]+ km/)
    const none = await fetch(`${serving.url}/zh/embed/stations?text=没有这样的地方`)
    expect(none.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(await none.text()).toContain('没有完全符合条件的站点')

    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(`${serving.url}/zh/embed/stations`)
    await page.locator('.map').scrollIntoViewIfNeeded()
    await page.waitForSelector('[data-ready]')
    await page.waitForLoadState('networkidle')
    expect(bytes).toBeLessThan(200_000)
    await context.close()
  })
})
