import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../server/store/open.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

// I11: the number of SQL statements depends on the shape of a question, never on how many rows it returns.

const QUESTIONS = {
  'stations with region, operator and projects': `query ($first: Int!) { stations(first: $first) { totalCount nodes {
    name region { name parent { name } } operator { name } projects(first: 2) { totalCount nodes { name } } sources { submission { id } } history { revision { number } } } } }`,
  'stations held against the standard': `query ($first: Int!) { stations(first: $first, filter: { region: "140400" }) { nodes {
    nameCheck { conforms source { document { title } } } assessment { met assessor { name } criteria { checks { result source { cell submission { id } } } } }
    inspections { findings by { name } } demonstrations { status responsible { name } } } } }`,
  'regions with stations, organizations and projects': `query ($first: Int!) { regions(first: $first) { nodes {
    name path { name } stations(first: 2) { totalCount nodes { name } } organizations(first: 2) { nodes { name } } projects { totalCount } centre { lat } } } }`,
  'organizations with what they reported': `query ($first: Int!) { organizations(first: $first) { nodes {
    name children { name } figures { value reporting { expected } sources(first: 2) { cell } } activities(first: 2) { totalCount nodes { name } } submissions { totalCount } } } }`,
  'stations with what was done there': `query ($first: Int!) { stations(first: $first, filter: { region: "441300" }) { nodes {
    activities(first: 2) { totalCount nodes { name evidence { kind } } } } } }`,
  'activities with figures and cells': `query ($first: Int!) { activities(first: $first) { nodes {
    name group { name } campaign { name } figures { value sources { cell submission { id } } } } } }`,
  'regions with figures and their cells': `query ($first: Int!) { regions(first: $first, parent: "441200") { nodes {
    name figures(measures: [SERVICE_HOURS, STATION_COUNT, BENEFICIARY_PERSON_TIMES]) { value sources(first: 2) { cell } reporting { expected missing { name } } } } } }`,
  'campaigns with tables': `query ($first: Int!) { campaigns(first: $first) { nodes {
    id figures { value } statistics(measures: [ACTIVITY_COUNT], by: [REGION, WEEK]) { totals { value } rows { keys { label } figures { value reporting { received } sources(first: 1) { cell } } } } } } }`,
  'regions with who reported and what indicators come to': `query ($first: Int!) { regions(first: $first) { nodes {
    reporting { expected missing { name } } march: reporting(period: { from: "2019-03-01", to: "2019-03-31" }) { received missing { name } }
    indicators { met indicator { name } region { name } figure { value sources { cell } } } } } }`,
  'campaigns with who reported': `query ($first: Int!) { campaigns(first: $first) { nodes {
    reporting(on: "2019-03-10") { received } reporters { state receivedAt organization { name } submission { receivedAt } } } } }`,
  'forms with what was read from them': `query ($first: Int!) { submissions(first: $first) { nodes {
    cells(first: 20) { cell raw withheld activity { name } } } } }`,
  'what fits a text': `query ($first: Int!) { search(text: "图书馆 端州", first: $first) { totalCount nodes {
    ... on Station { name region { name } } ... on Organization { name } ... on Project { name organization { name } } } } }`,
  'campaigns and what does not close': `query ($first: Int!) { campaigns(first: $first) { nodes {
    reconciliation { checks open { message organization { name } sources(first: 2) { cell submission { id } } } } } } }`,
  'changes with before and after': `query ($first: Int!) { changes(since: 0, first: $first, types: [STATION]) { nodes {
    id before after fields revision { number } node { id } } } }`,
}

/** Where there are few records of a kind. */
const LESS: Readonly<Record<string, number>> = {
  'campaigns with tables': 1,
  'campaigns with who reported': 1,
  'regions with who reported and what indicators come to': 25,
  'campaigns and what does not close': 2,
}

/** As the answers of a server come, two ways to the same records meet in one batch or miss each other. */
const TIMES: Readonly<Record<Engine, number>> = { sqlite: 1, postgres: 4 }

describe.each(ENGINES)('statements on %s', (engine) => {
  let hub: TestHub
  const statements: string[] = []
  beforeAll(async () => {
    hub = await fedHub(engine, (statement) => statements.push(statement))
  })
  afterAll(() => hub.close())

  it.each(Object.entries(QUESTIONS))('%s', async (name, query) => {
    const count = async (first: number) => {
      statements.length = 0
      await ask(hub.store, query, { first }, '2021-12-01T10:00:00+08:00')
      return statements.length
    }
    const counts = async (first: number) => {
      const found: number[] = []
      for (let i = 0; i < TIMES[engine]; i++) found.push(await count(first))
      return found
    }
    const [many, few] = [await counts(50), await counts(LESS[name] ?? 5)]
    expect(Math.min(...many)).toBeLessThanOrEqual(Math.max(...few))
  })
})
