-- AlterTable
ALTER TABLE "digest_time" ADD COLUMN     "phone" BYTEA;
