import path from 'node:path'
import type { Config } from '../config/config.ts'
import { type Blobs, folderBlobs } from './blobs.ts'
import { s3Blobs } from './s3Blobs.ts'

/** Where the environment says that evidence is kept. */
export const openBlobs = ({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Blobs =>
  s3 === undefined ? folderBlobs(path.join(dataDir, 'files')) : s3Blobs(s3)
