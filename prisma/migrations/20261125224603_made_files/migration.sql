-- AlterTable
ALTER TABLE "file" ADD COLUMN     "made" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "name" TEXT;
