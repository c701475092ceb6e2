// The button that prints; without script the browser's own menu does.

const button = document.querySelector<HTMLButtonElement>('#print')
if (button !== null) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
