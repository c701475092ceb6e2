// better-sqlite3 13 dies without a word on a Node below 22.14, so it is said in words first.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 14)) {
  console.error(
    `Node ${process.version} is too old for Linzhan: start it with "npm start" (which brings Node 24 on Linux and Windows) or install Node 22.14 or later.`,
  )
  process.exit(78)
}
