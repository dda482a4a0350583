-- CreateTable
CREATE TABLE "bubble" (
    "id" BIGSERIAL NOT NULL,
    "vaultLane" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "ref" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bubble_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."bubble" (
    "id" BIGSERIAL NOT NULL,
    "vaultLane" BYTEA NOT NULL,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "ref" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bubble_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bubble_dueAt_idx" ON "bubble"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "bubble_vaultLane_ref_key" ON "bubble"("vaultLane", "ref");

-- CreateIndex
CREATE INDEX "bubble_dueAt_idx" ON "vault"."bubble"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "bubble_vaultLane_ref_key" ON "vault"."bubble"("vaultLane", "ref");
