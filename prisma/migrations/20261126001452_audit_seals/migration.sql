-- AlterTable
ALTER TABLE "audit" DROP COLUMN "mac";

-- AlterTable
ALTER TABLE "vault"."audit" DROP COLUMN "mac";

-- CreateTable
CREATE TABLE "audit_seal" (
    "seq" BIGINT NOT NULL,
    "auditId" BIGINT NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "vault"."audit_seal" (
    "seq" BIGINT NOT NULL,
    "auditId" BIGINT NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_auditId_key" ON "audit_seal"("auditId");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_auditId_key" ON "vault"."audit_seal"("auditId");
