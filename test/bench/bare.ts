import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { answerForCpu } from './cpu.ts'
import { REGION } from './query.ts'

// The floor: the same answer by hand, with nothing but node:http and better-sqlite3.

const database = new Database(process.argv[2] as string, { readonly: true })
const live = 'since <= @at and ("until" is null or "until" > @at)'
const newest = database.prepare('select max(number) from revision').pluck()
const stations =
  database.prepare(`select id, nameZh, addressZh, openingHours, amenities, accessible,
  locationPrecision, lat, lon, region, operator from station where ${live} and region in (
    with recursive below(id) as (select @region union select r.id from region r join below on r.parent = below.id)
    select id from below) order by region, nameZh, id limit 100`)
const regionsOf = (count: number) =>
  database.prepare(
    `select id, code, nameZh, parent from region where since <= ? and ("until" is null or "until" > ?) and id in (${marks(count)})`,
  )
const operatorsOf = (count: number) =>
  database.prepare(
    `select id, nameZh, type from organization where since <= ? and ("until" is null or "until" > ?) and id in (${marks(count)})`,
  )
const marks = (count: number) => Array(count).fill('?').join()
const kept = new Map<string, Database.Statement>()

function ask(make: (count: number) => Database.Statement, name: string, at: number, ids: string[]) {
  const key = `${name} ${ids.length}`
  const statement = kept.get(key) ?? make(ids.length)
  kept.set(key, statement)
  const rows = statement.all(at, at, ...ids) as { id: string; [column: string]: unknown }[]
  return new Map(rows.map((row) => [row.id, row]))
}

function answer(): string {
  const at = newest.get() as number
  const rows = stations.all({ at, region: `region:${REGION}` }) as Record<
    string,
    string | number | null
  >[]
  const regions = ask(regionsOf, 'regions', at, [
    ...new Set(rows.map((row) => row.region as string)),
  ])
  const parents = ask(regionsOf, 'regions', at, [
    ...new Set([...regions.values()].map((row) => row.parent as string)),
  ])
  const bodies = ask(operatorsOf, 'operators', at, [
    ...new Set(rows.flatMap((row) => (row.operator as string) ?? [])),
  ])
  const nodes = rows.map((row) => {
    const region = regions.get(row.region as string)
    const parent = parents.get(region?.parent as string)
    const operator = bodies.get(row.operator as string)
    return {
      id: row.id,
      name: row.nameZh,
      address: row.addressZh,
      openingHours: row.openingHours,
      amenities: JSON.parse(row.amenities as string),
      accessible: row.accessible === null ? null : row.accessible === 1,
      locationPrecision: row.locationPrecision,
      location: row.lat === null ? null : { lat: row.lat, lon: row.lon },
      region: region && {
        code: region.code,
        name: region.nameZh,
        parent: parent && { code: parent.code, name: parent.nameZh },
      },
      operator: operator ? { id: operator.id, name: operator.nameZh, type: operator.type } : null,
    }
  })
  return JSON.stringify({ data: { stations: { nodes } } })
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    JSON.parse(Buffer.concat(parts).toString())
    response.setHeader('content-type', 'application/json')
    response.end(answer())
  })
})
answerForCpu(server)
