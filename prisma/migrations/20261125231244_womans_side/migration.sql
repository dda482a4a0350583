-- AlterTable
ALTER TABLE "vault"."case" ADD COLUMN     "child" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "door" TEXT NOT NULL DEFAULT 'ask',
ADD COLUMN     "hoursFrom" INTEGER,
ADD COLUMN     "hoursTo" INTEGER,
ADD COLUMN     "nudgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rated" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "vault"."conversation" ADD COLUMN     "exitWord" BYTEA;

-- AlterTable
ALTER TABLE "vault"."outbox" ADD COLUMN     "until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "vault"."handover" (
    "caseId" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "consent" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "handedAt" TIMESTAMPTZ(3),
    "handedBy" TEXT,
    "how" TEXT,
    "receivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "vault"."rating" (
    "quarter" TEXT NOT NULL,
    "score" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("quarter","score")
);

-- CreateTable
CREATE TABLE "vault"."subject_request" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" TIMESTAMPTZ(3) NOT NULL,
    "doneBy" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subject_request_answeredAt_answerBy_idx" ON "vault"."subject_request"("answeredAt", "answerBy");

-- AddForeignKey
ALTER TABLE "vault"."handover" ADD CONSTRAINT "handover_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
