-- AlterTable
ALTER TABLE "vault"."case" ADD COLUMN     "declinedBy" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "offeredTo" TEXT;
