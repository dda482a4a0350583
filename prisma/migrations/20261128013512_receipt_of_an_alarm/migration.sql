-- AlterTable
ALTER TABLE "vault"."alarm" ADD COLUMN     "receipt" BYTEA;

-- CreateIndex
CREATE UNIQUE INDEX "alarm_receipt_key" ON "vault"."alarm"("receipt");
