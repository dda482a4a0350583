-- What still waits for one person is found without reading all that was ever sent to her.
CREATE INDEX "outbox_waiting_of" ON "public"."outbox" ("conversationId", "id") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "vault_outbox_waiting_of" ON "vault"."outbox" ("conversationId", "id") WHERE "state" IN ('waiting', 'sending');

-- Rows of these tables live for seconds as work and for weeks as memory: cleaned by how many were done, not by how many are kept,
-- so that looking for the next one costs the same in any week.
ALTER TABLE "public"."inbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "public"."outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "vault"."outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
