import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { datasets } from '../schema/terms/datasets.ts'
import * as fields from '../schema/terms/fields.ts'
import type { TermRecord } from '../schema/terms/term.ts'
import { vocabularies } from '../schema/terms/vocabularies.ts'

const root = new URL('../', import.meta.url)
const list = (path: string) =>
  readdirSync(new URL(path, root), { withFileTypes: true, recursive: true })

describe('the house', () => {
  const rooms = ['schema', 'server', 'portal', 'seeds', 'test']
  const inner = list('server/').filter(
    (one) => one.isDirectory() && one.parentPath.endsWith('/server/'),
  )
  it.each([...rooms, ...inner.map((one) => `server/${one.name}`)])(
    '%s has a README that says what it does and what to read first',
    (room) => {
      const text = readFileSync(new URL(`${room}/README.md`, root), 'utf8')
      expect(text.length).toBeGreaterThan(100)
    },
  )

  it('has no room for what has no room', () => {
    const names = ['utils', 'helpers', 'common', 'shared', 'lib']
    const found = list('server/').filter((one) => names.includes(one.name.replace(/[.]ts$/, '')))
    expect(found.map((one) => one.name)).toEqual([])
    expect(list('server/').filter((one) => one.name === 'index.ts')).toEqual([])
  })

  it('has nothing at its top but what the owner fixed and quiet files', () => {
    const loud = [
      'server',
      'portal',
      'schema',
      'seeds',
      'test',
      'package.json',
      'tsconfig.json',
      'astro.config.mjs',
      'README.md',
    ]
    const quiet = [
      'README.zh-CN.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'LICENSE',
      'NOTICE',
      'package-lock.json',
      'biome.jsonc',
      'knip.json',
      'vitest.config.ts',
    ]
    const made = ['node_modules', 'dist', 'var', 'coverage']
    const here = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name))
    expect(here.filter((name) => !loud.includes(name) && !quiet.includes(name))).toEqual([])
    for (const name of loud) expect(existsSync(new URL(name, root))).toBe(true)
  })
})

describe('the words', () => {
  const lists: Record<string, TermRecord> = {
    ...vocabularies,
    ...(fields as unknown as Record<string, TermRecord>),
  }
  const records = Object.entries(lists).filter(([, value]) => typeof value === 'object')

  it.each(records)('%s has every word in Chinese and in English', (_name, words) => {
    for (const [code, { zh, en }] of Object.entries(words)) {
      expect(zh, code).toMatch(/\S/)
      expect(en, code).toMatch(/[A-Za-z]/)
      expect(en, code).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('every column of a download has a title in both languages', () => {
    for (const { columns } of Object.values(datasets)) {
      for (const { term } of columns) {
        expect(term.zh).toMatch(/\S/)
        expect(term.en).toMatch(/[A-Za-z]/)
      }
    }
  })

  it('no list says the same Chinese word for two codes', () => {
    const twice = Object.entries(vocabularies).flatMap(([name, words]) => {
      const labels = Object.values(words).map((word) => word.zh)
      return labels
        .filter((label, i) => labels.indexOf(label) !== i)
        .map((label) => `${name}: ${label}`)
    })
    expect(twice).toEqual([])
  })
})

describe('the commands', () => {
  it('all stand in the README', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    const commands = readdirSync(new URL('server/cli/', root))
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(new URL(`server/cli/${name}`, root), 'utf8').matchAll(/\.command\('(\w+)/g),
      ])
      .map(([, name]) => name as string)
    expect(commands.length).toBeGreaterThan(8)
    for (const name of commands) expect(readme).toContain(`\`${name}`)
  })
})
