// The same server, begun anew when a source changes; the portal is built anew when it changes.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'

const prepare = 'server/setup/prepare.mjs'
const main = [
  '--import',
  './server/setup/runtime.mjs',
  '--import',
  'tsx',
  'server/main.ts',
  'serve',
  '--first-start',
]
let server = start()
let waiting

for (const folder of ['server', 'schema', 'portal']) {
  watch(folder, { recursive: true }, (_event, file) => {
    if (file === null || file.endsWith('schema.graphql')) return
    clearTimeout(waiting)
    waiting = setTimeout(restart, 200)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.once('exit', () => process.exit(0))
    server.kill('SIGTERM')
  })
}

function start() {
  return spawn(process.execPath, main, { stdio: 'inherit' })
}

function restart() {
  server.once('exit', () => {
    spawnSync(process.execPath, [prepare, 'run'], { stdio: 'inherit' })
    server = start()
  })
  server.kill('SIGTERM')
}
