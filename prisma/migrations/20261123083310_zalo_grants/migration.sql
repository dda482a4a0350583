-- CreateTable
CREATE TABLE "zalo_grant" (
    "account" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "access" BYTEA NOT NULL,
    "refresh" BYTEA NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "accessUntil" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "code" TEXT,

    CONSTRAINT "zalo_grant_pkey" PRIMARY KEY ("account")
);

-- CreateTable
CREATE TABLE "zalo_consent" (
    "hash" BYTEA NOT NULL,
    "account" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verifier" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "zalo_consent_pkey" PRIMARY KEY ("hash")
);
