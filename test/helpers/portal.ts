import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { openBrowser } from './browser.ts'
import { fedHub, type TestHub } from './hub.ts'
import { serveStore } from './server.ts'

/** A fed hub, its portal, and a real browser before it. */
export interface Portal {
  readonly hub: TestHub
  readonly serving: Serving
  readonly browser: Browser
}

export const PHONE = { viewport: { width: 390, height: 844 } }

/** Opens all three before the tests of a file and closes them after; not to be looked at before the first test. */
export function portalInBrowser(): Portal {
  const portal = {} as { -readonly [K in keyof Portal]: Portal[K] }
  beforeAll(async () => {
    portal.hub = await fedHub('sqlite')
    portal.serving = await serveStore(portal.hub.store)
    portal.browser = await openBrowser()
  })
  afterAll(async () => {
    await portal.browser.close()
    await portal.serving.stop()
    await portal.hub.close()
  })
  return portal
}

/** Opens a page as a phone does; nothing may be wrong with it for axe, and nothing in its console. */
export async function visit(
  { browser, serving }: Portal,
  path: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = PHONE,
): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  await page.goto(`${serving.url}${path}`)
  await look(page)
  if (options.javaScriptEnabled !== false) {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
  }
  expect(errors).toEqual([])
  await context.close()
}
