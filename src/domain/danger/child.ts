import { CHILD_PATTERNS } from './childPatterns.ts'
import { matchPattern } from './pattern.ts'
import type { Scene } from './scene.ts'

const CHILD_AGES = { from: 1, to: 17 }

/** Only asked once there is danger: `con 8 tuổi` alone is a question of custody. */
export function isAboutChild(scene: Scene): boolean {
  return (
    hasChildAge(scene) || CHILD_PATTERNS.some((pattern) => matchPattern(pattern, scene.hits, scene.tokens).length > 0)
  )
}

function hasChildAge(scene: Scene): boolean {
  return scene.tokens.some((token, at) => {
    const age = Number(token.folded)
    return age >= CHILD_AGES.from && age <= CHILD_AGES.to && scene.tokens[at + 1]?.folded === 'tuoi'
  })
}
