const EXAMPLES = {
  '站点 Stations': `{
  stations(filter: { region: "441202" }, first: 5) {
    totalCount
    nodes { id name address openingHours location { lat lon } sample }
  }
}`,
  '专项行动的数字 Figures of a campaign': `{
  campaign(id: "campaign:ZQ-2019-MONTH") {
    name
    figures(measures: [VOLUNTEER_PERSON_TIMES, SERVICE_HOURS]) {
      measure value qualifier unit status
      reporting { expected received missing { name } }
      sources(first: 3) { sheet cell raw submission { id } }
    }
  }
}`,
  '过去的版次 The past': `{
  revision { number at }
  at(revision: 1) { revision { number summary } regions { totalCount } }
}`,
  '变更 Changes': `{
  changes(since: 0, first: 5, types: [STATION]) {
    nodes { id kind revision { number } after }
    pageInfo { hasNextPage endCursor }
  }
}`,
}

const find = (id) => document.getElementById(id)
const choice = find('example')
for (const name of Object.keys(EXAMPLES)) choice.append(new Option(name))
const show = () => {
  find('query').value = EXAMPLES[choice.value]
}
choice.addEventListener('change', show)
show()
// A page may lead here with its own question: /graphql#query=…
const given = new URLSearchParams(location.hash.slice(1)).get('query')
if (given) {
  choice.prepend(new Option(''))
  choice.value = ''
  find('query').value = given
}

async function run(event) {
  event.preventDefault()
  const result = find('result')
  try {
    const variables =
      find('variables').value.trim() === '' ? {} : JSON.parse(find('variables').value)
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: find('query').value, variables }),
    })
    result.textContent = JSON.stringify(await response.json(), null, 2)
  } catch (error) {
    result.textContent = String(error)
  }
}
find('form').addEventListener('submit', run)
find('query').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event)
})
