const clock =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_(?:timestamp|date|time)|localtime(?:stamp)?)\b|'(?:now|today|tomorrow|yesterday)'|@updatedAt\b/giu

const comment = /--.*$|\/\/.*$|\/\*[\s\S]*?\*\//gmu

/** Where SQL or a Prisma schema asks the database for the time. Time is an argument, or a test could not set it. */
export function findDatabaseClock(text: string): readonly string[] {
  const code = text.replaceAll(comment, (words) => words.replaceAll(/[^\n]/gu, ' '))
  return [...code.matchAll(clock)].map((found) => {
    const line = code.slice(0, found.index).split('\n').length
    return `${line}: ${found[0]}`
  })
}
