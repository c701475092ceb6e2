import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly version: string
  readonly hasInstallScript?: boolean
  readonly integrity?: string
  readonly resolved?: string
  readonly optional?: boolean
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
const packages = read('package-lock.json').packages as Record<string, Locked>
const manifest = read('package.json')

/** Versions below these have a known weakness, or break what they are used for. */
const FLOORS: Record<string, string> = {
  '@apollo/server': '5.5.0',
  graphql: '16.8.1',
  kysely: '0.29.9',
  'better-sqlite3': '13.2.0',
  astro: '7.3.2',
  '@astrojs/node': '10.0.5',
  yauzl: '3.2.1',
  'body-parser': '2.2.1',
  qs: '6.14.2',
  'path-to-regexp': '8.4.0',
}

/** Packages that hang or leak on hostile files, or that load code at install. */
const REFUSED = ['exceljs', 'xlsx', 'node', 'request']

const locked = (name: string) =>
  Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))

describe('the lock file', () => {
  it.each(Object.entries(FLOORS))('%s is at least %s', (name, floor) => {
    expect(locked(name).length).toBeGreaterThan(0)
    for (const [path, { version }] of locked(name)) {
      expect(
        version.localeCompare(floor, 'en', { numeric: true }),
        `${path} ${version}`,
      ).toBeGreaterThanOrEqual(0)
    }
  })

  it.each(REFUSED)('%s is not among the packages', (name) => {
    expect(locked(name)).toEqual([])
  })

  it('holds what package.json asks for, exactly', () => {
    const asked = {
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }
    for (const [name, version] of Object.entries(asked)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('every package that is needed everywhere has a checksum, and none names a place to fetch it from', () => {
    const open = Object.entries(packages).filter(
      ([path, one]) => path !== '' && !one.integrity && !one.optional,
    )
    expect(open.map(([path]) => path)).toEqual([])
    expect(Object.values(packages).filter((one) => one.resolved)).toEqual([])
  })

  it('install scripts are off', () => {
    expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toContain(
      'ignore-scripts=true',
    )
  })

  it('graphql-scalars lends no PhoneNumber (it can be made to hang)', () => {
    const scalars = readFileSync(new URL('../schema/types/scalars.ts', import.meta.url), 'utf8')
    expect(scalars).not.toContain('Phone')
  })
})
