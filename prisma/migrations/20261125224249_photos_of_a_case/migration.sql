-- AlterTable
ALTER TABLE "vault"."case_message" ADD COLUMN     "fileId" TEXT,
ADD COLUMN     "revealedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "vault"."case_file" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_file_caseId_idx" ON "vault"."case_file"("caseId");

-- AddForeignKey
ALTER TABLE "vault"."case_file" ADD CONSTRAINT "case_file_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
