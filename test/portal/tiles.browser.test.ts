import fc from 'fast-check'
import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gcj02, wgs84 } from '../../portal/scripts/gcj02.ts'
import { type Tiles, tilesOf } from '../../server/http/tiles.ts'
import { fromWgs84, toWgs84 } from '../../server/records/datum.ts'
import { openBrowser } from '../helpers/browser.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const SETTINGS = {
  HUB_TILES: 'https://tiles.example/{z}/{x}/{y}.png',
  HUB_TILES_DATUM: 'WGS84',
  HUB_TILES_ATTRIBUTION: '示例地图 <b>审图号</b>',
} as const

let hub: TestHub
let browser: Browser
beforeAll(async () => {
  hub = await fedHub('sqlite')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await hub.close()
})

/** Opens a station's map on these tiles; gives what was asked of their owner, and the policy of the page. */
async function onTiles(tiles: Tiles | null, answer: (route: Route) => Promise<void>) {
  const serving = await serveStore(hub.store, 'demo', [], tiles)
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const asked: string[] = []
  await page.route('https://tiles.example/**', (route) => {
    asked.push(new URL(route.request().url()).pathname)
    return answer(route)
  })
  const response = await page.goto(`${serving.url}/zh/stations/441202-0001`)
  await page.evaluate(() => document.querySelector('.map')?.scrollIntoView())
  await page.waitForSelector('[data-ready]')
  const policy = response?.headers()['content-security-policy'] ?? ''
  return {
    page,
    asked,
    policy,
    close: async () => {
      await page.close()
      await serving.stop()
    },
  }
}

const picture = (route: Route) => route.fulfill({ contentType: 'image/png', body: PICTURE })
const tileAt = ({ lat, lon }: { lat: number; lon: number }, zoom: number) => {
  const radians = (lat * Math.PI) / 180
  const y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2
  return `/${zoom}/${Math.floor(((lon + 180) / 360) * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}.png`
}

describe('The ground of the maps', () => {
  it('is drawn from the hub itself where nothing else is set', async () => {
    const { page, asked, policy, close } = await onTiles(null, picture)
    expect(asked).toEqual([])
    expect(policy).toContain("img-src 'self' data:;")
    expect(await page.locator('.map .county').count()).toBeGreaterThan(3)
    await close()
  })

  it('comes from where the office has chosen, under its name, and the policy lets nothing else in', async () => {
    const { page, asked, policy, close } = await onTiles(tilesOf(SETTINGS), picture)
    expect(asked.length).toBeGreaterThan(0)
    expect(policy).toContain("img-src 'self' data: https://tiles.example;")
    expect(await page.locator('.leaflet-control-attribution').textContent()).toContain(
      '示例地图 <b>审图号</b>',
    )
    expect(await page.locator('.map .county').count()).toBe(0)
    await close()
  })

  it('is the hub’s own again where no tile comes', async () => {
    const { page, close } = await onTiles(tilesOf(SETTINGS), (route) => route.abort())
    await page.waitForSelector('.map[data-ground=schematic] .county')
    expect(await page.locator('.leaflet-control-attribution').textContent()).not.toContain('示例')
    await close()
  })

  it('stands under the marks in its own datum: nothing is off by half a kilometre', async () => {
    const { page, asked, close } = await onTiles(
      tilesOf({ ...SETTINGS, HUB_TILES_DATUM: 'GCJ02' }),
      picture,
    )
    const { lat, lon } = await page.locator('#here li').evaluate((item) => ({
      lat: Number((item as HTMLElement).dataset.lat),
      lon: Number((item as HTMLElement).dataset.lon),
    }))
    const zoom = Number(/^\/(\d+)/.exec(asked[0] ?? '')?.[1])
    const shown = tileAt(fromWgs84({ lat, lon }, 'GCJ02'), zoom)
    expect(asked).toContain(shown)
    const mark = (await page.locator('path.station').boundingBox())!
    const tile = (await page.locator(`img[src$="${shown}"]`).boundingBox())!
    const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 }
    const worldX = ((fromWgs84({ lat, lon }, 'GCJ02').lon + 180) / 360) * 2 ** zoom
    expect(Math.abs(middle.x - tile.x - (worldX % 1) * 256)).toBeLessThan(2)
    expect(middle.y).toBeGreaterThan(tile.y - 2)
    await close()
  })

  it('reckons the offset of Chinese maps as the hub does', () => {
    const places = fc.record({
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
      lon: fc.double({ min: 74, max: 134, noNaN: true }),
    })
    fc.assert(
      fc.property(places, (place) => {
        const [own, hubs] = [gcj02(place), fromWgs84(place, 'GCJ02')]
        expect(Math.abs(own.lat - hubs.lat)).toBeLessThan(1e-6)
        expect(Math.abs(own.lon - hubs.lon)).toBeLessThan(1e-6)
        const [back, theirs] = [wgs84(place), toWgs84(place, 'GCJ02')]
        expect(Math.abs(back.lat - theirs.lat)).toBeLessThan(2e-6)
        expect(Math.abs(back.lon - theirs.lon)).toBeLessThan(2e-6)
      }),
    )
  })

  it('is 天地图 with a key, in CGCS2000, named as its own', () => {
    const tiles = tilesOf({
      HUB_TILES: 'tianditu:abc123',
      HUB_TILES_DATUM: 'WGS84',
      HUB_TILES_ATTRIBUTION: '',
    })
    expect(tiles?.datum).toBe('CGCS2000')
    expect(tiles?.attribution).toBe('天地图 · 国家地理信息公共服务平台')
    expect(tiles?.layers.every((one) => one.endsWith('&tk=abc123'))).toBe(true)
    expect(tiles?.origins).toEqual(['https://*.tianditu.gov.cn'])
  })

  it('of others must be named', () => {
    expect(() => tilesOf({ ...SETTINGS, HUB_TILES_ATTRIBUTION: '' })).toThrow(
      'HUB_TILES names a map of others: say whose it is in HUB_TILES_ATTRIBUTION, with its 审图号.',
    )
  })
})
