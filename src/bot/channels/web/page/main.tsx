import { render } from 'preact'
import { App } from './app.tsx'
import { armExit } from './exit.ts'
import { Talk } from './talk.ts'

const root = document.getElementById('app')

const talk = new Talk((state) => {
  if (root !== null && !left) render(<App talk={talk} state={state} />, root)
})
let left = false

// First of all, so that she can leave even while the rest is loading or broken.
armExit(() => {
  left = true
  talk.close()
  if (root !== null) render(null, root)
})
root?.replaceChildren()
talk.start()
