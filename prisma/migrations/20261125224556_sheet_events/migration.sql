-- CreateTable
CREATE TABLE "vault"."sheet_event" (
    "id" BIGSERIAL NOT NULL,
    "sheet" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TEXT NOT NULL,

    CONSTRAINT "sheet_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sheet_event_sheet_id_idx" ON "vault"."sheet_event"("sheet", "id");
