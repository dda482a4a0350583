-- CreateTable
CREATE TABLE "unit_change" (
    "unit" TEXT NOT NULL,
    "n" BIGINT NOT NULL,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("unit")
);

-- CreateIndex
CREATE INDEX "report_jointUnits_idx" ON "report" USING GIN ("jointUnits");
