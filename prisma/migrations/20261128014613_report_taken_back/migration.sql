-- AlterTable
ALTER TABLE "vault"."handover" ADD COLUMN     "triedAt" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);
