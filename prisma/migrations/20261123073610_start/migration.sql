-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "vault";

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("job","slot")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "id" SERIAL NOT NULL,
    "unit" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "grassroots" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT,

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lineage" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "from" TEXT[],
    "to" TEXT[],
    "basis" TEXT NOT NULL,

    CONSTRAINT "lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "demoKey" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "revokedAt" TIMESTAMPTZ(3),
    "grantedBy" TEXT,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "role" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "name" TEXT,
    "issuedBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_try" (
    "id" BIGSERIAL NOT NULL,
    "lane" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_try_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "lane" BYTEA,
    "vaultLane" BYTEA,
    "persona" TEXT,
    "body" BYTEA,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "code" TEXT,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "lane" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "personId" TEXT,
    "state" BYTEA NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "heardAt" TIMESTAMPTZ(3),
    "deadSince" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "conversationId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "body" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "ref" TEXT,
    "code" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "conversationId" TEXT,
    "payload" JSONB NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "reportId" TEXT,
    "stage" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_answer" (
    "draftId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "value" BYTEA NOT NULL,

    CONSTRAINT "draft_answer_pkey" PRIMARY KEY ("draftId","field")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "jointUnits" TEXT[],
    "eventDate" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "none" BOOLEAN NOT NULL DEFAULT false,
    "answers" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "automatic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_event" (
    "reportId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "answers" JSONB,
    "comment" JSONB,
    "automatic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_event_pkey" PRIMARY KEY ("reportId","seq")
);

-- CreateTable
CREATE TABLE "file" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_session" (
    "hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "mac" BYTEA,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."conversation" (
    "id" TEXT NOT NULL,
    "lane" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" TEXT,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "state" BYTEA NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "heardAt" TIMESTAMPTZ(3),
    "deadSince" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."outbox" (
    "id" BIGSERIAL NOT NULL,
    "conversationId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "body" BYTEA,
    "caseId" TEXT,
    "toWoman" BOOLEAN NOT NULL,
    "cause" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "ref" TEXT,
    "code" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."action" (
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."due" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "conversationId" TEXT,
    "payload" JSONB NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."member" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit" TEXT,
    "capacity" INTEGER NOT NULL DEFAULT 10,
    "dutyUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "demoKey" TEXT,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."case" (
    "id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "conversationId" TEXT,
    "state" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "promiseAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBy" TEXT,
    "takenAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "receipt" BYTEA,
    "codeWord" BYTEA,
    "consent" TEXT NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."case_key" (
    "caseId" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "vault"."case_message" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "case_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."alarm" (
    "id" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "lane" BYTEA,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "child" BOOLEAN NOT NULL DEFAULT false,
    "caseId" TEXT,
    "takenBy" TEXT,
    "takenAt" TIMESTAMPTZ(3),
    "stoodDownAt" TIMESTAMPTZ(3),

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "mac" BYTEA,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_version_unit_from_key" ON "unit_version"("unit", "from");

-- CreateIndex
CREATE UNIQUE INDEX "person_demoKey_key" ON "person"("demoKey");

-- CreateIndex
CREATE INDEX "grant_personId_idx" ON "grant"("personId");

-- CreateIndex
CREATE INDEX "grant_unit_idx" ON "grant"("unit");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_hash_key" ON "invitation"("hash");

-- CreateIndex
CREATE INDEX "code_try_at_idx" ON "code_try"("at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_eventKey_key" ON "inbox"("channel", "eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_lane_key" ON "conversation"("lane");

-- CreateIndex
CREATE INDEX "conversation_personId_idx" ON "conversation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_conversationId_id_idx" ON "outbox"("conversationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "due_key_key" ON "due"("key");

-- CreateIndex
CREATE INDEX "due_at_idx" ON "due"("at");

-- CreateIndex
CREATE INDEX "draft_personId_idx" ON "draft"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "report_code_key" ON "report"("code");

-- CreateIndex
CREATE INDEX "report_unit_eventDate_idx" ON "report"("unit", "eventDate");

-- CreateIndex
CREATE INDEX "report_eventDate_idx" ON "report"("eventDate");

-- CreateIndex
CREATE INDEX "report_event_at_idx" ON "report_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "digest_personId_unit_week_key" ON "digest"("personId", "unit", "week");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_lane_key" ON "vault"."conversation"("lane");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "vault"."outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_conversationId_id_idx" ON "vault"."outbox"("conversationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "due_key_key" ON "vault"."due"("key");

-- CreateIndex
CREATE INDEX "due_at_idx" ON "vault"."due"("at");

-- CreateIndex
CREATE UNIQUE INDEX "member_demoKey_key" ON "vault"."member"("demoKey");

-- CreateIndex
CREATE UNIQUE INDEX "case_alias_key" ON "vault"."case"("alias");

-- CreateIndex
CREATE UNIQUE INDEX "case_receipt_key" ON "vault"."case"("receipt");

-- CreateIndex
CREATE INDEX "case_state_idx" ON "vault"."case"("state");

-- CreateIndex
CREATE UNIQUE INDEX "case_message_caseId_seq_key" ON "vault"."case_message"("caseId", "seq");

-- CreateIndex
CREATE INDEX "alarm_takenAt_idx" ON "vault"."alarm"("takenAt");

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_answer" ADD CONSTRAINT "draft_answer_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault"."case_key" ADD CONSTRAINT "case_key_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault"."case_message" ADD CONSTRAINT "case_message_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "vault"."case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
