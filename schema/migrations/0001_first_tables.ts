import { type Kysely, sql } from 'kysely'
import type { ColumnWords, Migration } from './migration.ts'

type Kind = keyof ColumnWords
type Columns = Readonly<Record<string, `${Kind}` | `${Kind}?`>>

const RECORD: Columns = {
  id: 'text',
  since: 'integer',
  until: 'integer?',
  digest: 'text',
  sample: 'integer',
}

const NAMES: Columns = { nameZh: 'text', nameEn: 'text' }

const RECORDS: Readonly<Record<string, Columns>> = {
  region: {
    code: 'text',
    ...NAMES,
    level: 'text?',
    functionalZone: 'integer',
    parent: 'text?',
    validFrom: 'text?',
    validTo: 'text?',
    successors: 'text',
    basis: 'text?',
    note: 'text?',
  },
  boundary: { region: 'text', geometry: 'text', lat: 'real', lon: 'real', source: 'text' },
  document: {
    title: 'text',
    number: 'text?',
    issuers: 'text',
    issuedOn: 'text?',
    issuedOnNote: 'text?',
    region: 'text',
    cites: 'text',
    notes: 'text',
    clauses: 'text',
  },
  organization: {
    nameZh: 'text',
    nameEn: 'text?',
    aliases: 'text',
    type: 'text',
    teamType: 'text?',
    professionalFields: 'text',
    level: 'text?',
    region: 'text?',
    parent: 'text?',
    competentBody: 'text?',
    registrationStatus: 'text',
    registeredOn: 'text?',
    creditCode: 'text?',
    platforms: 'text',
    registerNumber: 'text?',
    replacedBy: 'text?',
  },
  station: {
    nameZh: 'text',
    nameEn: 'text?',
    kind: 'text',
    setting: 'text',
    venueType: 'text',
    status: 'text',
    region: 'text',
    addressZh: 'text?',
    addressEn: 'text?',
    lat: 'real?',
    lon: 'real?',
    datumGiven: 'text?',
    locationPrecision: 'text',
    operator: 'text?',
    competentBody: 'text?',
    publicPhone: 'text?',
    openingHours: 'text?',
    amenities: 'text',
    accessible: 'integer?',
    services: 'text',
    functions: 'text',
    demonstrations: 'text',
    lastVerifiedOn: 'text?',
    registerNumber: 'text?',
    replacedBy: 'text?',
  },
  project: {
    nameZh: 'text',
    nameEn: 'text?',
    organization: 'text',
    station: 'text?',
    region: 'text?',
    status: 'text',
    fields: 'text',
    services: 'text',
    audiences: 'text',
    themes: 'text',
    publishedAt: 'text?',
    startsOn: 'text?',
    endsOn: 'text?',
    isBrand: 'integer',
    positions: 'text',
    transitions: 'text',
    registerNumber: 'text?',
  },
  standard: {
    ...NAMES,
    region: 'text',
    document: 'text',
    validFrom: 'text?',
    criteria: 'text',
  },
  indicator: {
    code: 'text',
    ...NAMES,
    unit: 'text',
    definitionZh: 'text',
    definitionEn: 'text',
    region: 'text',
    target: 'text?',
    document: 'text',
    clause: 'text',
  },
  campaign: {
    ...NAMES,
    slogan: 'text?',
    region: 'text',
    startsOn: 'text?',
    endsOn: 'text?',
    startNote: 'text?',
    organizers: 'text',
    document: 'text',
    clause: 'text',
    method: 'text?',
    groups: 'text',
  },
  obligation: {
    campaign: 'text',
    template: 'text',
    rule: 'text',
    hubNote: 'text?',
    inferred: 'integer',
    final: 'integer',
    periods: 'text',
    weekly: 'text?',
    kinds: 'text',
    document: 'text',
    clause: 'text',
  },
  reporter: {
    campaign: 'text',
    organization: 'text',
    kind: 'text',
    region: 'text',
    document: 'text?',
    clause: 'text?',
  },
  submission: {
    template: 'text',
    organization: 'text?',
    campaign: 'text?',
    period: 'text?',
    periodFrom: 'text?',
    periodTo: 'text?',
    receivedAt: 'text',
    due: 'text?',
    daysLate: 'integer?',
    status: 'text',
    supersedes: 'text?',
    supersededBy: 'text?',
    fileName: 'text?',
    sha256: 'text',
    sheet: 'text?',
    nil: 'integer',
    findings: 'text',
    totals: 'text',
  },
  activity: {
    nameZh: 'text',
    organization: 'text',
    campaign: 'text?',
    group: 'text?',
    region: 'text?',
    place: 'text?',
    startsOn: 'text?',
    endsOn: 'text?',
    startsAt: 'text?',
    endsAt: 'text?',
    dates: 'text',
    summary: 'text?',
    hoursRecorded: 'integer?',
    projectPublished: 'integer?',
    photos: 'integer?',
    organizerNames: 'text',
    submission: 'text',
    sheet: 'text',
    row: 'integer',
    position: 'integer',
  },
  media: {
    nameZh: 'text',
    activity: 'text?',
    organization: 'text',
    campaign: 'text?',
    region: 'text?',
    channel: 'text',
    count: 'real',
    url: 'text?',
    submission: 'text',
    position: 'integer',
  },
  platform: {
    campaign: 'text',
    organization: 'text',
    region: 'text?',
    platform: 'text',
    exportedOn: 'text?',
    volunteerPersonTimes: 'real?',
    organizationCount: 'real?',
    serviceHours: 'real?',
  },
  assessment: {
    station: 'text',
    standard: 'text',
    assessedOn: 'text?',
    assessor: 'text?',
    results: 'text',
  },
  inspection: {
    station: 'text',
    kind: 'text',
    on: 'text',
    by: 'text?',
    found: 'text?',
    rectification: 'text',
    sentTo: 'text?',
    closedOn: 'text?',
  },
  demonstration: {
    station: 'text',
    clause: 'text?',
    status: 'text',
    reportedOn: 'text',
    evidence: 'text?',
  },
  indicatorValue: {
    indicator: 'text',
    region: 'text',
    periodFrom: 'text',
    periodTo: 'text',
    value: 'real?',
    numerator: 'real?',
    denominator: 'real?',
    basis: 'text?',
    sampleSize: 'integer?',
    surveyedOn: 'text?',
  },
  holiday: { day: 'text', kind: 'text', ...NAMES, basis: 'text?' },
  decision: {
    item: 'text',
    kind: 'text',
    submission: 'text',
    outcome: 'text',
    target: 'text?',
    reason: 'text',
  },
}

const PLAIN: Readonly<Record<string, { columns: Columns; key: readonly string[] }>> = {
  observation: {
    columns: {
      record: 'text',
      since: 'integer',
      until: 'integer?',
      measure: 'text',
      audience: 'text?',
      value: 'real?',
      qualifier: 'text',
      status: 'text',
      campaign: 'text?',
      organization: 'text',
      region: 'text?',
      group: 'text?',
      periodFrom: 'text?',
      sample: 'integer',
      basis: 'text',
      submission: 'text',
      sheet: 'text',
      cell: 'text',
      raw: 'text?',
    },
    key: ['record', 'since', 'measure', 'cell'],
  },
  source: {
    columns: { record: 'text', since: 'integer', refs: 'text' },
    key: ['record', 'since'],
  },
  filing: {
    columns: {
      submission: 'text',
      sequence: 'integer',
      sha256: 'text',
      receivedAt: 'text',
      template: 'text',
      verdict: 'text',
      scope: 'text?',
      period: 'text?',
      final: 'integer',
      sample: 'integer',
      enteredIn: 'integer',
      withdrawnIn: 'integer?',
      stored: 'text',
    },
    key: ['submission'],
  },
  claim: {
    columns: {
      submission: 'text',
      position: 'integer',
      type: 'text',
      record: 'text',
      held: 'integer',
      content: 'text',
    },
    key: ['submission', 'position'],
  },
  revision: {
    columns: {
      number: 'integer',
      hash: 'text',
      at: 'text',
      summaryZh: 'text',
      summaryEn: 'text',
      added: 'integer',
      changed: 'integer',
      removed: 'integer',
    },
    key: ['number'],
  },
  change: {
    columns: {
      revision: 'integer',
      position: 'integer',
      type: 'text',
      record: 'text',
      kind: 'text',
      digest: 'text?',
    },
    key: ['revision', 'position'],
  },
  key: {
    columns: {
      id: 'text',
      prefix: 'text',
      sha256: 'text',
      holder: 'text',
      scopes: 'text',
      offices: 'text',
      createdAt: 'text',
      expiresAt: 'text',
      revokedAt: 'text?',
    },
    key: ['id'],
  },
  receipt: {
    columns: {
      number: 'integer',
      receivedAt: 'text',
      sha256: 'text',
      fileName: 'text?',
      verdict: 'text',
      revision: 'integer?',
      holder: 'text?',
    },
    key: ['number'],
  },
  audit: {
    columns: {
      number: 'integer',
      at: 'text',
      actor: 'text',
      action: 'text',
      subject: 'text',
      previous: 'text',
      hash: 'text',
    },
    key: ['number'],
  },
  hub: { columns: { key: 'text', value: 'text' }, key: ['key'] },
}

const INDEXES: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ...Object.keys(RECORDS).map((table) => [table, ['until']] as const),
  ['region', ['code']],
  ['region', ['parent', 'id']],
  ['organization', ['region', 'id']],
  ['organization', ['parent', 'id']],
  ['station', ['region', 'nameZh', 'id']],
  ['station', ['nameZh', 'id']],
  ['station', ['lastVerifiedOn', 'id']],
  ['station', ['operator', 'id']],
  ['project', ['organization', 'id']],
  ['project', ['station', 'id']],
  ['project', ['region', 'id']],
  ['activity', ['campaign', 'organization', 'id']],
  ['activity', ['organization', 'id']],
  ['activity', ['campaign', 'nameZh']],
  ['activity', ['submission']],
  ['media', ['campaign', 'id']],
  ['media', ['url']],
  ['platform', ['campaign', 'organization']],
  ['assessment', ['station']],
  ['inspection', ['station', 'on']],
  ['demonstration', ['station']],
  ['indicatorValue', ['indicator', 'region']],
  ['holiday', ['day']],
  ['submission', ['campaign', 'organization']],
  ['submission', ['sha256']],
  ['reporter', ['campaign', 'id']],
  ['observation', ['campaign', 'measure', 'region']],
  ['observation', ['organization', 'measure']],
  ['filing', ['scope']],
  ['filing', ['sha256']],
  ['receipt', ['sha256']],
  ['key', ['sha256']],
  ['claim', ['record']],
  ['change', ['record', 'revision']],
]

export const firstTables: Migration = {
  name: '0001_first_tables',
  async up(db, words) {
    for (const [table, columns] of Object.entries(RECORDS)) {
      await create(db, words, table, { ...RECORD, ...columns }, ['id', 'since'])
    }
    for (const [table, { columns, key }] of Object.entries(PLAIN)) {
      await create(db, words, table, columns, key)
    }
    for (const [table, columns] of INDEXES) {
      await db.schema
        .createIndex(`${table}_by_${columns.join('_')}`)
        .on(table)
        .columns([...columns])
        .execute()
    }
    await createBands(db)
  },
}

async function create(
  db: Kysely<any>,
  words: ColumnWords,
  table: string,
  columns: Columns,
  key: readonly string[],
): Promise<void> {
  let builder = db.schema.createTable(table)
  for (const [column, kind] of Object.entries(columns)) {
    const word = words[kind.replace('?', '') as Kind]
    builder = builder.addColumn(column, word as never, (col) =>
      kind.endsWith('?') ? col : col.notNull(),
    )
  }
  await builder.addPrimaryKeyConstraint(`${table}_key`, [...key] as never).execute()
}

/**
 * Positions that have metres, in bands of a hundredth of a degree of latitude, each from west to east: a box
 * on the map is a few stretches of this index, on either engine.
 */
async function createBands(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('station_by_band')
    .on('station')
    .expression(sql`floor(lat * 100), lon, lat`)
    .where(sql.ref('locationPrecision'), 'in', sql`('ROOFTOP', 'STREET')`)
    .execute()
}
