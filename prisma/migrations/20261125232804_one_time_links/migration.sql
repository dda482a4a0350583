-- AlterTable
ALTER TABLE "web_session" ADD COLUMN     "personId" TEXT;

-- DropTable
DROP TABLE "zalo_consent";

-- CreateTable
CREATE TABLE "one_time_link" (
    "hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "vault"."one_time_link" (
    "hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "one_time_link_purpose_subject_idx" ON "one_time_link"("purpose", "subject");

-- CreateIndex
CREATE INDEX "one_time_link_purpose_subject_idx" ON "vault"."one_time_link"("purpose", "subject");

-- CreateIndex
CREATE INDEX "web_session_personId_idx" ON "web_session"("personId");
