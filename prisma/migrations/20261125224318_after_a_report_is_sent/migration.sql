-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "personId" TEXT;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "afterClose" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "report_event" ADD COLUMN     "eventDate" TEXT,
ADD COLUMN     "jointUnits" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "report_state_unit_idx" ON "report"("state", "unit");
