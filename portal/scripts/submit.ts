import { answerOf, type Words } from './answer.ts'

// The page where an office files a form: judged first, cell by cell, and sent only when its clerk says so.

const form = document.querySelector<HTMLFormElement>('#submit')
if (form !== null) start(form)

function start(form: HTMLFormElement): void {
  const words: Words = JSON.parse(form.dataset.words ?? '{}')
  const key = field('#s-key')
  const chosen = field('#s-file')
  const send = form.querySelector<HTMLButtonElement>('#s-send')!
  const marked = form.querySelector<HTMLButtonElement>('#s-marked')!
  const answer = document.querySelector<HTMLElement>('#s-answer')!
  form.hidden = false
  document.querySelector('#s-noscript')?.remove()

  const ready = (able: boolean) => {
    send.disabled = !able
    marked.disabled = !able
  }
  chosen.addEventListener('change', () => ready(false))
  dropOn(form.querySelector<HTMLElement>('#s-drop')!, chosen, () => ready(false))

  const put = async (query: string): Promise<Response | null> => {
    const file = chosen.files?.[0]
    const missing = key.value.trim() === '' ? 'submit.noKey' : file ? null : 'submit.noFile'
    if (missing !== null || file === undefined) {
      answer.replaceChildren(note(words[missing ?? 'submit.noFile']))
      return null
    }
    answer.replaceChildren(note(words['submit.reading']))
    const path = `/submissions?name=${encodeURIComponent(file.name)}${query}`
    const headers = { authorization: `Bearer ${key.value.trim()}` }
    try {
      return await fetch(path, { method: 'PUT', body: file, headers })
    } catch {
      answer.replaceChildren(note(words['submit.failed']))
      return null
    }
  }
  const show = async (query: string) => {
    const response = await put(query)
    if (response === null) return
    const said = await response.json()
    answer.replaceChildren(answerOf(said, words))
    ready(query !== '' && (said.files?.[0]?.forms?.length ?? 0) > 0)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void show('&check=1')
  })
  send.addEventListener('click', () => void show(''))
  marked.addEventListener('click', async () => {
    const response = await put('&check=marked')
    if (response?.ok !== true) return void answer.replaceChildren(note(words['submit.failed']))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = chosen.files?.[0]?.name ?? 'form.xlsx'
    link.click()
    URL.revokeObjectURL(link.href)
    answer.replaceChildren()
  })
}

function field(selector: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(selector)!
}

function note(text: string | undefined): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.className = 'note'
  paragraph.textContent = text ?? ''
  return paragraph
}

/** A file may be dragged onto the field as well as chosen in it. */
function dropOn(area: HTMLElement, input: HTMLInputElement, changed: () => void): void {
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.classList.add('over')
  })
  area.addEventListener('dragleave', () => area.classList.remove('over'))
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    area.classList.remove('over')
    if (event.dataTransfer?.files.length !== 1) return
    input.files = event.dataTransfer.files
    changed()
  })
}
