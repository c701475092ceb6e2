// Makes a fresh clone ready with whatever Node (18 or later) started npm: installs what
// package-lock.json pins (a Node 24 runtime among it), then builds the portal where it is stale.
// npm puts node_modules/.bin first on PATH, so what is started after this runs on that runtime.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const INSTALLED = join(ROOT, 'node_modules', '.linzhan-installed')
const BUILT = join(ROOT, 'dist', 'portal', '.built')

process.chdir(ROOT)
const mode = process.argv[2] // run, test or tools
install(mode === 'test')
if (mode !== 'tools') build()

function install(withTests) {
  const lock = hashOf([join(ROOT, 'package-lock.json')])
  const installed = existsSync(INSTALLED) ? readFileSync(INSTALLED, 'utf8') : ''
  if (installed === `${lock} all` || (!withTests && installed === `${lock} run`)) return
  process.stderr.write('Installing what package-lock.json pins …\n')
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withTests ? [] : ['--omit=dev'])])
  writeFileSync(INSTALLED, `${lock} ${withTests ? 'all' : 'run'}`)
}

function build() {
  const sources = ['portal', 'schema/terms', 'astro.config.mjs', 'package-lock.json']
  const hash = hashOf(sources.flatMap((path) => filesBelow(join(ROOT, path))))
  if (existsSync(BUILT) && readFileSync(BUILT, 'utf8') === hash) return
  process.stderr.write('Building the portal …\n')
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(node(), [astro, 'build', '--silent'], {
    stdio: ['ignore', 2, 2],
    env,
  })
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync(join(ROOT, 'dist', 'portal'), { recursive: true })
  writeFileSync(BUILT, hash)
}

/** The runtime of the lock file where there is one for this platform, else the Node at hand. */
function node() {
  const pinned = join(
    ROOT,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  )
  return existsSync(pinned) ? pinned : process.execPath
}

function npm(args) {
  const own = process.env.npm_execpath // set by npm for its scripts
  const { status } = own
    ? spawnSync(process.execPath, [own, ...args], { stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: true })
  if (status !== 0) process.exit(status ?? 1)
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((one) =>
    one.isFile(),
  )
  return entries.map((one) => join(one.parentPath ?? one.path, one.name)).sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
}
