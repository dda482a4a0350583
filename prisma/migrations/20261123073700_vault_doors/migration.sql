-- The doors between the two logins, and what a table itself must refuse.

-- The head of each lane is found without reading what is done.
CREATE INDEX "inbox_waiting_lane" ON "public"."inbox" ("lane", "id") WHERE "state" = 'waiting';
CREATE INDEX "inbox_waiting_vault_lane" ON "public"."inbox" ("vaultLane", "id") WHERE "state" = 'waiting';
CREATE INDEX "inbox_waiting" ON "public"."inbox" ("id") WHERE "state" = 'waiting';
CREATE INDEX "outbox_waiting" ON "public"."outbox" ("priority", "id") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "vault_outbox_waiting" ON "vault"."outbox" ("priority", "id") WHERE "state" IN ('waiting', 'sending');

-- The bot never writes first to a woman: a message to her without a cause cannot be stored.
ALTER TABLE "vault"."outbox" ADD CONSTRAINT "outbox_to_woman_has_cause"
  CHECK (NOT "toWoman" OR ("cause" IS NOT NULL AND "cause" IN ('reply', 'justWrote', 'herHours')));

-- Is what this account writes to be handled on the vault's login? A boolean, nothing else.
CREATE FUNCTION vault.private_session_open(p_lane bytea) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM vault.conversation WHERE lane = p_lane AND open) $$;

-- Opens the private room of an account: write only.
CREATE FUNCTION vault.open_session(p_id text, p_lane bytea, p_channel text, p_address bytea, p_state bytea) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = vault, pg_temp
  AS $$
    INSERT INTO vault.conversation (id, lane, channel, address, kind, open, state)
    VALUES (p_id, p_lane, p_channel, p_address, 'woman', true, p_state)
    ON CONFLICT (lane) DO UPDATE SET open = true
  $$;

-- Raises an alarm: write only. Paging, and who is on duty, are the vault's.
CREATE FUNCTION vault.raise_alarm(
  p_id text, p_at timestamptz, p_lane bytea, p_channel text, p_address bytea, p_body bytea, p_child boolean
) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = vault, pg_temp
  AS $$
    INSERT INTO vault.alarm (id, severity, "raisedAt", "dueAt", lane, channel, address, body, child)
    VALUES (p_id, 'immediate', p_at, p_at, p_lane, p_channel, p_address, p_body, p_child)
    ON CONFLICT (id) DO NOTHING
  $$;
