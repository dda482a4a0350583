/** One line of figures. */
export type Print = (figures: Readonly<Record<string, unknown>>) => void
