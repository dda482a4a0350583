-- The next letter of one channel is found without reading what waits for another: a page that nobody opens keeps its letters.
DROP INDEX "public"."outbox_waiting";
DROP INDEX "vault"."vault_outbox_waiting";
CREATE INDEX "outbox_waiting" ON "public"."outbox" ("channel", "priority", "id") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "vault_outbox_waiting" ON "vault"."outbox" ("channel", "priority", "id") WHERE "state" IN ('waiting', 'sending');

-- And what may be too late for a woman, without reading what waits for the club.
CREATE INDEX "vault_outbox_waiting_hers" ON "vault"."outbox" ("conversationId") WHERE "toWoman" AND "state" IN ('waiting', 'sending');
