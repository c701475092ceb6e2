// The buttons that make a PNG of a chart, in the browser and from its own SVG; without script there is the SVG.

const SCALE = 2 // sharp on the screens of phones, and in print

for (const button of document.querySelectorAll<HTMLButtonElement>('button.png')) {
  button.hidden = false
  button.addEventListener('click', () => save(button))
}

async function save(button: HTMLButtonElement): Promise<void> {
  const address = button.dataset.svg ?? ''
  try {
    const picture = await pictureOf(address)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = nameOf(address)
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  } catch {
    button.textContent = button.dataset.failed ?? ''
    button.disabled = true
  }
}

/** The drawing on white paper, twice as large as it says it is. */
async function pictureOf(address: string): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('no canvas')
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((give, fail) => {
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error('no picture')) : give(blob)),
      'image/png',
    )
  })
}

/** regions.svg?measure=… of a campaign becomes ZQ-2019-MONTH-regions.png. */
function nameOf(address: string): string {
  const [, campaign = 'chart', chart = ''] =
    /campaigns\/([^/]+)\/charts\/([^.]+)/.exec(decodeURIComponent(address)) ?? []
  return `${campaign}-${chart}.png`
}
