-- What each login may do. Run at every start, after taking everything away.

GRANT USAGE ON SCHEMA public TO :bot, :vault;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :bot;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO :bot;
REVOKE ALL ON public._prisma_migrations FROM :bot;
REVOKE UPDATE, DELETE ON public.audit, public.audit_seal, public.report_event, public.digest FROM :bot;
REVOKE INSERT, UPDATE, DELETE ON public.audit_anchor FROM :bot;
GRANT EXECUTE ON FUNCTION public.forget_audit(bigint, bytea, timestamptz) TO :bot;

-- All that the Union's login may do in the vault: raise an alarm and open a session, write only, and ask whether one is open.
GRANT USAGE ON SCHEMA vault TO :bot, :vault;
GRANT EXECUTE ON FUNCTION vault.raise_alarm(text, timestamptz, bytea, text, bytea, bytea, boolean) TO :bot;
GRANT EXECUTE ON FUNCTION vault.open_session(text, bytea, text, bytea, bytea) TO :bot;
GRANT EXECUTE ON FUNCTION vault.private_session_open(bytea) TO :bot, :vault;

GRANT SELECT ON vault.release TO :bot;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA vault TO :vault;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA vault TO :vault;
REVOKE UPDATE, DELETE ON vault.audit, vault.audit_seal, vault.release, vault.sheet_event FROM :vault;
REVOKE INSERT, UPDATE, DELETE ON vault.audit_anchor FROM :vault;
GRANT EXECUTE ON FUNCTION vault.forget_audit(bigint, bytea, timestamptz) TO :vault;

-- The vault shares the inbox, and reads the invitations that make someone a member of the club.
GRANT SELECT, INSERT, UPDATE ON public.inbox TO :vault;
GRANT USAGE, SELECT ON SEQUENCE public.inbox_id_seq TO :vault;
GRANT SELECT, UPDATE ON public.invitation TO :vault;
GRANT SELECT, INSERT ON public.job_run TO :vault;
GRANT SELECT ON public.setting, public.unit_version TO :vault;
-- She has left: what a visitor's chat showed before goes from her screen too, and what was still on its way does not arrive.
GRANT SELECT, UPDATE ON public.bubble TO :vault;
GRANT EXECUTE ON FUNCTION public.recall_unsent(bytea) TO :bot, :vault;
