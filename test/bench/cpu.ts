import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens, tells its parent the port, and how much CPU (ms) this process has used whenever asked. */
export function answerForCpu(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port })
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1000 })
  })
}
