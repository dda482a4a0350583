-- AlterTable
ALTER TABLE "public"."invitation" ADD COLUMN     "usedBy" TEXT;
