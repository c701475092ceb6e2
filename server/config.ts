import { type Clock, fixedClock, systemClock } from './clock.ts'
import { ConfigurationError } from './errors.ts'

/** Every setting of the hub: what it means, what it is when nobody says, how it is read. */
export const SETTINGS = {
  PORT: { meaning: 'Port of the server.', initial: '4000', read: port },
  HOST: { meaning: 'Address to listen on.', initial: '127.0.0.1', read: text },
  DATABASE_URL: {
    meaning: 'Where the data is kept: `sqlite:FILE` or `postgres://…`.',
    initial: 'sqlite:var/hub.sqlite',
    read: database,
  },
  HUB_PUBLIC_URL: {
    meaning: 'The address people see, for citations, feeds and downloads; else the one asked for.',
    initial: '',
    read: url,
  },
  HUB_SEED: {
    meaning: 'What a new database is made with: `demo`, `real` or `none`.',
    initial: 'demo',
    read: oneOf('demo', 'real', 'none'),
  },
  HUB_PUBLISH: {
    meaning: 'When a filed form becomes public: at its `import`, or on `approval` by the desk.',
    initial: 'import',
    read: oneOf('import', 'approval'),
  },
  HUB_PRIVATE_KEY: {
    meaning: 'Encrypts the kept originals: 64 hexadecimal digits (32 bytes).',
    initial: '',
    read: key,
  },
  HUB_KEEP_ORIGINALS: {
    meaning: 'For how many days files are kept as they were sent; 0 keeps none.',
    initial: '1095',
    read: days,
  },
  HUB_K: {
    meaning: 'Counts of people served below this are withheld (the hub’s own choice).',
    initial: '5',
    read: threshold,
  },
  HUB_K_SENSITIVE: {
    meaning: 'The same for the audiences A01 to A08, and where the audience is not told apart.',
    initial: '10',
    read: threshold,
  },
  HUB_ANON_POINTS: {
    meaning: 'Points an hour that one address may spend on the graph without a key.',
    initial: '5000',
    read: points,
  },
  HUB_KEY_POINTS: {
    meaning: 'The same for the holder of a key.',
    initial: '50000',
    read: points,
  },
  HUB_TILES: {
    meaning:
      'The ground of the maps: `none` (drawn from the hub itself), `tianditu:KEY`, or a template such as `https://…/{z}/{x}/{y}.png`.',
    initial: 'none',
    read: tiles,
  },
  HUB_TILES_DATUM: {
    meaning: 'The datum of a template: `WGS84`, `CGCS2000` or `GCJ02`.',
    initial: 'WGS84',
    read: oneOf('WGS84', 'CGCS2000', 'GCJ02'),
  },
  HUB_TILES_ATTRIBUTION: {
    meaning:
      'Whose map it is and its number of approval (审图号), as its owner asks; a template needs it.',
    initial: '',
    read: text,
  },
  HUB_TRUST_PROXY: {
    meaning:
      'Whose `X-Forwarded-For` is believed: how many proxies stand in front, or their addresses.',
    initial: '',
    read: text,
  },
  HUB_NOW: {
    meaning: 'A fixed clock (ISO 8601), for tests and demonstrations.',
    initial: '',
    read: clock,
  },
} as const

export type Settings = {
  readonly [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']>
}

/** Reads every setting once. An unknown `HUB_*` name or a wrong value stops the start and says what to do. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  for (const name of Object.keys(env)) {
    if (name.startsWith('HUB_') && !(name in SETTINGS)) {
      throw new ConfigurationError(`There is no setting ${name}. Did you mean ${nearest(name)}?`)
    }
  }
  const read = Object.entries(SETTINGS).map(([name, setting]) => [
    name,
    setting.read(env[name]?.trim() || setting.initial, name),
  ])
  return Object.freeze(Object.fromEntries(read)) as Settings
}

function text(value: string): string {
  return value
}

function port(value: string, name: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
  throw new ConfigurationError(`${name} must be a port number from 0 to 65535, got '${value}'.`)
}

function database(value: string, name: string): string {
  if (/^sqlite:.+|^postgres(ql)?:\/\/.+/.test(value)) return value
  throw new ConfigurationError(`${name} must be sqlite:FILE or postgres://…, got '${value}'.`)
}

function url(value: string, name: string): string {
  if (value === '' || /^https?:\/\/[^/]+/.test(value)) return value.replace(/\/+$/, '')
  throw new ConfigurationError(`${name} must begin with http:// or https://, got '${value}'.`)
}

function tiles(value: string, name: string): string {
  if (value === 'none' || /^tianditu:[0-9A-Za-z]+$/.test(value)) return value
  const parts = ['{z}', '{x}', '{y}'].every((part) => value.includes(part))
  if (parts && /^https?:\/\/[^/?#'";,\s]+\//.test(value)) return value
  throw new ConfigurationError(
    `${name} must be none, tianditu:KEY or an address with {z}, {x} and {y}, got '${value}'.`,
  )
}

function key(value: string, name: string): Buffer | null {
  if (value === '') return null
  if (/^[0-9a-f]{64}$/i.test(value)) return Buffer.from(value, 'hex')
  throw new ConfigurationError(
    `${name} must be 64 hexadecimal digits, got ${value.length} characters.`,
  )
}

function days(value: string, name: string): number {
  const number = Number(value)
  if (/^\d{1,6}$/.test(value)) return number
  throw new ConfigurationError(`${name} must be a number of days, 0 or more, got '${value}'.`)
}

function points(value: string, name: string): number {
  const number = Number(value)
  if (/^\d{1,9}$/.test(value) && number >= 1) return number
  throw new ConfigurationError(
    `${name} must be a whole number of points, 1 or more, got '${value}'.`,
  )
}

function threshold(value: string, name: string): number {
  const number = Number(value)
  if (/^\d{1,4}$/.test(value) && number >= 2) return number
  throw new ConfigurationError(`${name} must be a whole number, 2 or more, got '${value}'.`)
}

function clock(value: string, name: string): Clock {
  if (value === '') return systemClock
  if (!Number.isNaN(Date.parse(value))) return fixedClock(value)
  throw new ConfigurationError(
    `${name} must be a moment such as 2019-03-08T09:00+08:00, got '${value}'.`,
  )
}

function oneOf<const T extends string>(...choices: T[]) {
  return (value: string, name: string): T => {
    const choice = choices.find((one) => one === value)
    if (choice !== undefined) return choice
    throw new ConfigurationError(`${name} must be one of ${choices.join(', ')}, got '${value}'.`)
  }
}

function nearest(name: string): string {
  const known = Object.keys(SETTINGS).filter((one) => one.startsWith('HUB_'))
  return known.sort((a, b) => distance(a, name) - distance(b, name))[0] as string
}

/** Levenshtein distance: how many letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + change)
    }
    row = next
  }
  return row[b.length]!
}
