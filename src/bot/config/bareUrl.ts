/** An address without slashes at its end, so that a path can be put behind it. */
export const bareUrl = (url: string): string => url.replace(/(?<!\/)\/+$/, '')
