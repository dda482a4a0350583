-- AlterTable
ALTER TABLE "vault"."case" ADD COLUMN     "refusedBy" TEXT[] DEFAULT ARRAY[]::TEXT[];
