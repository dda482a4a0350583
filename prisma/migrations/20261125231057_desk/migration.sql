-- AlterTable
ALTER TABLE "vault"."case" ADD COLUMN     "avoid" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "closeAsked" TEXT,
ADD COLUMN     "closeBy" TEXT,
ADD COLUMN     "wasHigh" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "vault"."case_message" ADD COLUMN     "by" TEXT,
ADD COLUMN     "correctedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "vault"."conversation" ADD COLUMN     "refusedUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "vault"."case_promise" (
    "id" BIGSERIAL NOT NULL,
    "caseId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "case_promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."referral" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "madeAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."break_glass" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedBy" TEXT,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."release" (
    "number" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "case_promise_caseId_idx" ON "vault"."case_promise"("caseId");

-- CreateIndex
CREATE INDEX "case_promise_dueAt_idx" ON "vault"."case_promise"("dueAt");

-- CreateIndex
CREATE INDEX "referral_caseId_idx" ON "vault"."referral"("caseId");

-- CreateIndex
CREATE INDEX "break_glass_caseId_idx" ON "vault"."break_glass"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "release_kind_slot_key" ON "vault"."release"("kind", "slot");

-- AddForeignKey
ALTER TABLE "vault"."case_promise" ADD CONSTRAINT "case_promise_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault"."referral" ADD CONSTRAINT "referral_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
