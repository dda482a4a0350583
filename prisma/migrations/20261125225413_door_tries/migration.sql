-- CreateTable
CREATE TABLE "vault"."door_try" (
    "id" BIGSERIAL NOT NULL,
    "subject" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "door_try_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "door_try_subject_at_idx" ON "vault"."door_try"("subject", "at");
