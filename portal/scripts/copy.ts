// The button that copies what is sent to the family; without script the text is there to be selected.

const button = document.querySelector<HTMLButtonElement>('#family-copy')
const text = document.querySelector<HTMLElement>('#family')

if (button !== null && text !== null) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const said = document.querySelector<HTMLElement>('#family-said')
    const copied = await copy(text)
    if (said !== null)
      said.textContent = (copied ? button.dataset.copied : button.dataset.failed) ?? ''
  })
}

/** Pages that are not secure, and some apps, have no clipboard: there the text stays selected. */
async function copy(element: HTMLElement): Promise<boolean> {
  window.getSelection()?.selectAllChildren(element)
  try {
    await navigator.clipboard.writeText(element.textContent ?? '')
    return true
  } catch {
    return false
  }
}
