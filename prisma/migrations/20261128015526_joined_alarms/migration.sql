-- AlterTable
ALTER TABLE "vault"."alarm" ADD COLUMN     "joins" TEXT;
