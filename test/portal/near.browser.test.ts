import AxeBuilder from '@axe-core/playwright'
import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { about, placeOf } from '../../portal/lib/place.ts'
import { portalInBrowser } from '../helpers/portal.ts'

const portal = portalInBrowser()

const HERE = { latitude: 23.047_123, longitude: 112.465_987 }
const open = async (options: BrowserContextOptions, path = '/zh/stations') => {
  const context = await portal.browser.newContext(options)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  await page.goto(`${portal.serving.url}${path}`)
  return { context, page, errors }
}

describe('A citizen who wants the nearest station', () => {
  it('taps the button, allows it, and reads stations nearest first with their distances', async () => {
    const { context, page, errors } = await open({
      geolocation: HERE,
      permissions: ['geolocation'],
      viewport: { width: 390, height: 844 },
    })
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.waitForURL(/lat=23\.047&lon=112\.466/)
    const away = await page.locator('#stations .away').allTextContents()
    const metres = away.map(metresOf)
    expect(away[0]).toMatch(/^约 \d/)
    expect(metres.length).toBeGreaterThan(5)
    expect(metres).toEqual([...metres].sort((a, b) => a - b))
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('is told what to do when the permission is not given', async () => {
    const { context, page } = await open({ permissions: [] })
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.getByText('没有得到位置权限').waitFor()
    expect(page.url()).not.toContain('lat=')
    await context.close()
  })

  it('is told what to do when the device knows no position', async () => {
    const { context, page } = await open({ permissions: ['geolocation'] })
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setGeolocationOverride', {}) // position unavailable
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.getByText('设备现在给不出位置').waitFor()
    await context.close()
  })

  it('is told what to do when the device takes too long', async () => {
    const context = await portal.browser.newContext({ permissions: ['geolocation'] })
    const page = await context.newPage()
    await page.addInitScript(() => {
      // a device that gives up, as GeolocationPositionError says it (TIMEOUT is 3)
      navigator.geolocation.getCurrentPosition = (_found, failed) =>
        failed?.({ code: 3 } as GeolocationPositionError)
    })
    await page.goto(`${portal.serving.url}/zh/stations`)
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.getByText('没能及时得到位置').waitFor()
    expect(await page.getByRole('button', { name: '离我最近' }).isEnabled()).toBe(true)
    await context.close()
  })

  it('is told on a page without https that the browser gives no position, and types a place instead', async () => {
    const context = await portal.browser.newContext({ permissions: ['geolocation'] })
    const page = await context.newPage()
    await page.route('http://hub.example/**', async (route) => {
      const { pathname, search } = new URL(route.request().url())
      const response = await route.fetch({ url: `${portal.serving.url}${pathname}${search}` })
      return route.fulfill({ response })
    })
    await page.goto('http://hub.example/zh/')
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.getByText('本页不是安全连接').waitFor()
    await page.getByLabel('从哪里找').fill('端州区')
    await page.keyboard.press('Enter')
    await page.waitForURL(/near=/)
    expect(await page.locator('#stations .away').count()).toBeGreaterThan(5)
    await context.close()
  })

  it('is told inside WeChat to open a browser', async () => {
    const userAgent = 'Mozilla/5.0 (Linux; Android 9) MicroMessenger/8.0'
    const { context, page } = await open({ permissions: [], userAgent })
    await page.getByRole('button', { name: '离我最近' }).click()
    await page.getByText('在浏览器打开').waitFor()
    await context.close()
  })

  it('sees no button without script, and still reads the list by distance and filters it', async () => {
    const { context, page } = await open(
      { javaScriptEnabled: false },
      '/zh/stations?lat=23.047&lon=112.466',
    )
    expect(await page.locator('#locate').isVisible()).toBe(false)
    expect(await page.locator('#stations .away').first().textContent()).toMatch(/^约 /)
    await page.selectOption('select[name=region]', '440802')
    await page.locator('form.filters .ask button').click()
    const search = new URL(page.url()).searchParams
    expect([search.get('lat'), search.get('region')]).toEqual(['23.047', '440802'])
    expect(await page.locator('#stations a[href*="/440802-"]').count()).toBeGreaterThan(5)
    await context.close()
  })

  it('goes on page after page to those whose position is not verified, which have no distance', async () => {
    const { context, page } = await open(
      { javaScriptEnabled: false },
      '/zh/stations?lat=23.047&lon=112.466&region=441202',
    )
    while ((await page.locator('.farther').count()) === 0) await page.locator('a[rel=next]').click()
    expect(await page.locator('.farther').textContent()).toBe('更多站点，位置待核实')
    expect(await page.locator('.farther + ul .away').count()).toBe(0)
    await context.close()
  })
})

describe('The place of a citizen', () => {
  const address = '/zh/stations?region=441202&lat=23.04712345&lon=112.46598765'
  const fetched = (path: string) => fetch(`${portal.serving.url}${path}`)

  it('is kept nowhere: not by the hub, not on the way, not in what a page tells others of itself', async () => {
    const response = await fetched(address)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
    const html = await response.text()
    const told = [...html.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>/g)].map(
      ([tag]) => tag,
    )
    const tools = /<div class="tools">.*?<\/div>/s.exec(html)?.[0] ?? ''
    expect(told).toHaveLength(3)
    for (const text of [...told, tools]) {
      expect(text).toContain('region=441202')
      expect(text).not.toMatch(/lat=|lon=|23\.04/)
    }
    expect((await fetched('/zh/stations')).headers.get('cache-control')).toContain('public')
  })

  it('is cut to about a hundred metres before anything is done with it', async () => {
    expect(placeOf(new URL(address, portal.serving.url).searchParams)).toEqual({
      lat: 23.047,
      lon: 112.466,
    })
    const distances = (html: string) =>
      [...html.matchAll(/class="away">([^<]+)/g)].map(([, text]) => text)
    const [exact, cut] = await Promise.all([
      fetched(address).then((answer) => answer.text()),
      fetched('/zh/stations?region=441202&lat=23.047&lon=112.466').then((answer) => answer.text()),
    ])
    expect(distances(exact)).toEqual(distances(cut))
  })

  it.each(['lat=91&lon=112', 'lat=&lon=', 'lat=x&lon=112', 'lat=23', 'lat=1e999&lon=0'])(
    'is no place, and the page the plain list: %s',
    async (query) => {
      const response = await fetched(`/zh/stations?${query}`)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(await response.text()).toMatch(/共 [\d,]+ 个站点/)
    },
  )

  it('is told in round distances', () => {
    expect([4, 347, 994, 996, 1234, 12_345].map((metres) => about(metres, 'zh'))).toEqual([
      '约 10 米',
      '约 350 米',
      '约 990 米',
      '约 1 公里',
      '约 1.2 公里',
      '约 12.3 公里',
    ])
    expect(about(347, 'en')).toBe('about 350 m')
  })
})

describe('The page of a station', () => {
  it('shows the way there where the position is exact, and only there', async () => {
    const of = (precision: string) =>
      portal.hub.store.read
        .selectFrom('station')
        .select('id')
        .where('locationPrecision', '=', precision)
        .where('until', 'is', null)
        .executeTakeFirstOrThrow()
    const page = async ({ id }: { id: string }) => {
      const response = await fetch(
        `${portal.serving.url}/zh/stations/${id.slice('station:'.length)}`,
      )
      return response.text()
    }
    const exact = await page(await of('STREET'))
    expect(exact).toMatch(/怎么去.*href="https:\/\/uri\.amap\.com\/[^"]+"[^>]*>带我去/s)
    expect(exact).toMatch(/href="geo:/)
    expect(await page(await of('TOWNSHIP'))).not.toContain('怎么去')
  })
})

function metresOf(words: string): number {
  const [, number = '', unit] = /([\d.]+) (米|公里)/.exec(words) ?? []
  return Number(number) * (unit === '米' ? 1 : 1000)
}
