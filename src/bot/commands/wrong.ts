import { StartError } from '../start/startError.ts'

/** An option that cannot be used, with what to write instead. */
export const wrongOption = (name: string, value: string, instead: { vi: string; en: string }): StartError =>
  new StartError({
    vi: `${name} «${value}» không dùng được. ${instead.vi}`,
    en: `${name} "${value}" cannot be used. ${instead.en}`,
  })
