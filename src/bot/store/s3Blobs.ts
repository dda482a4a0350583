import { S3mini } from 's3mini'
import type { S3Config } from '../config/s3.ts'
import type { Blobs } from './blobs.ts'

const TRIES = 3
const PATIENCE_MS = 30_000
const FOLDER = 'evidence/'

/** A bucket for what is sealed here: whoever runs the storage sees ids and sizes. */
export function s3Blobs(config: S3Config): Blobs {
  const bucket = open(config)
  return {
    put: (id, bytes) =>
      again(async () => void (await bucket.putObject(FOLDER + id, bytes, 'application/octet-stream'))),
    get: (id) =>
      again(async () => {
        const bytes = await bucket.getObjectArrayBuffer(FOLDER + id)
        return bytes === null ? undefined : new Uint8Array(bytes)
      }),
    remove: (id) => again(async () => void (await bucket.deleteObject(FOLDER + id))),
  }
}

/** Does the bucket answer, with these keys? */
export const reachesBucket = (config: S3Config): Promise<boolean> =>
  open(config)
    .bucketExists()
    .catch(() => false)

const open = ({ endpoint, region, accessKeyId, secretAccessKey }: S3Config): S3mini =>
  new S3mini({ endpoint, region, accessKeyId, secretAccessKey, requestAbortTimeout: PATIENCE_MS })

/** A storage over a network fails now and then; each of these can be done twice. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; left > 0; left--) {
    try {
      return await work()
    } catch {
      // Tried once more; the last failure is told.
    }
  }
  return await work()
}
