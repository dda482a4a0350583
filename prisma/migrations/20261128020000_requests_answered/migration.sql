-- AlterTable
ALTER TABLE "vault"."subject_request" ADD COLUMN     "answeredBy" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "reason" TEXT;

-- CreateIndex
CREATE INDEX "subject_request_caseId_idx" ON "vault"."subject_request"("caseId");
