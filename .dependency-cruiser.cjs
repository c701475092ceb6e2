// The plan of the house. Every list reads from the ground up: import only from earlier lines.
const ROOMS = [
  'schema/terms',
  'schema/tables',
  'schema/forms',
  'schema/types',
  'schema/migrations',
  'server/store',
  'server/records',
  'server/office',
  'server/demonstration',
  'server/(?:intake|graph|downloads)',
  'server/http',
  'server/cli',
]
const NOUNS = [
  'region',
  'organization',
  'station',
  'project',
  'campaign',
  'statistic',
  'submission',
  'document',
  'form',
  'calendar',
]
/** Who may open the door of a foreign library. */
const DOORS = {
  kysely: '^(schema/(tables|migrations|database)|server/(store|records|downloads/tables))',
  'better-sqlite3': '^server/store/',
  pg: '^server/store/',
  yauzl: '^server/office/',
  yazl: '^server/office/',
  saxes: '^server/(office|intake/readers)/',
  '@e965/xlsx': '^server/intake/readers/',
  'exif-reader': '^server/intake/readers/',
  'csv-stringify': '^server/(downloads/writers|demonstration)/',
  'pinyin-pro': '^server/records/pinyin[.]ts$',
  dataloader: '^server/graph/context[.]ts$',
  'type-graphql': '^(schema/types|server/graph)/',
  'graphql-scalars': '^schema/types/scalars[.]ts$',
  '@apollo': '^server/http/',
  'graphql-jit': '^server/http/compiled[.]ts$',
  express: '^server/http/',
  commander: '^server/cli/',
  leaflet: '^portal/',
  uqr: '^portal/lib/qr[.]ts$',
}

const upward = (name, list, from, to) =>
  list.slice(0, -1).map((item, i) => ({
    name: `${name}: ${item} looks down only`,
    severity: 'error',
    from: { path: from(item) },
    to: { path: to(`(?:${list.slice(i + 1).join('|')})`) },
  }))

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    ...upward(
      'rooms',
      ROOMS,
      (room) => `^${room}/`,
      (rooms) => `^${rooms}/`,
    ),
    ...['schema/types', 'server/graph', 'server/records'].flatMap((room) =>
      upward(
        `nouns in ${room}`,
        NOUNS,
        (noun) => `^${room}/${noun}[.]ts$`,
        (nouns) => `^${room}/${nouns}[.]ts$`,
      ),
    ),
    {
      name: 'middle rooms are strangers',
      severity: 'error',
      from: { path: '^server/(intake|graph|downloads)/' },
      to: { path: '^server/(intake|graph|downloads)/', pathNot: '^server/$1/' },
    },
    ...Object.entries(DOORS).map(([library, keepers]) => ({
      name: `${library} has one doorkeeper`,
      severity: 'error',
      from: { path: '^(schema|server|portal)/', pathNot: keepers },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'the portal knows only words',
      severity: 'error',
      from: { path: '^portal/' },
      to: { path: '^(server|schema)/', pathNot: '^schema/(terms/|schema[.]graphql)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
