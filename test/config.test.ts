import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings, SETTINGS } from '../server/config.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('settings', () => {
  it.each(Object.entries(SETTINGS))(
    '%s stands in the README with its meaning and initial value',
    (name, setting) => {
      const line = readme.split('\n').find((one) => one.startsWith(`| \`${name}\``))
      expect(line).toContain(setting.meaning)
      if (setting.initial !== '') expect(line).toContain(`\`${setting.initial}\``)
    },
  )

  it('are what the README says when nobody sets any', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'sqlite:var/hub.sqlite',
      HUB_SEED: 'demo',
    })
  })

  it('an unknown name stops the start and names the nearest one', () => {
    expect(() => readSettings({ HUB_SEEDS: 'demo' })).toThrow(
      'There is no setting HUB_SEEDS. Did you mean HUB_SEED?',
    )
  })

  it.each([
    [{ PORT: 'x' }, "PORT must be a port number from 0 to 65535, got 'x'."],
    [{ HUB_SEED: 'test' }, "HUB_SEED must be one of demo, real, none, got 'test'."],
    [
      { DATABASE_URL: 'mysql://x' },
      "DATABASE_URL must be sqlite:FILE or postgres://…, got 'mysql://x'.",
    ],
    [{ HUB_NOW: 'soon' }, "HUB_NOW must be a moment such as 2019-03-08T09:00+08:00, got 'soon'."],
    [
      { HUB_TILES: 'https://tiles.example/map.png' },
      "HUB_TILES must be none, tianditu:KEY or an address with {z}, {x} and {y}, got 'https://tiles.example/map.png'.",
    ],
    [{ HUB_PUBLIC_URL: 'hub' }, "HUB_PUBLIC_URL must begin with http:// or https://, got 'hub'."],
  ])('a wrong value says what was got: %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message)
  })
})
