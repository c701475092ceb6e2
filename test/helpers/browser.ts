import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser: the one that `findBrowser` found before the tests began. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraries } = inject('browser')
  const env = { ...process.env, FONTCONFIG_FILE: chineseFonts(), LD_LIBRARY_PATH: libraries }
  return chromium.launch({ executablePath, args: FLAGS, env })
}

/**
 * The browser named by CHROME_PATH, the system's, else the one from the packages. That one is unpacked
 * here, once: it brings its system libraries too, but only where it believes to run in Lambda.
 */
export async function findBrowser(): Promise<{ executablePath: string; libraries: string }> {
  const found = [process.env.CHROME_PATH, ...SYSTEM].find((path) => path && existsSync(path))
  if (found !== undefined)
    return { executablePath: found, libraries: process.env.LD_LIBRARY_PATH ?? '' }
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  return { executablePath, libraries: process.env.LD_LIBRARY_PATH ?? '' }
}

/** Chinese glyphs from the packages, so that a machine without them shows no boxes. */
function chineseFonts(): string {
  const require = createRequire(import.meta.url)
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = join(tmpdir(), 'linzhan-fonts')
  const file = join(folder, 'fonts.conf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}/400Regular</dir><dir>${fonts}/700Bold</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  return file
}
