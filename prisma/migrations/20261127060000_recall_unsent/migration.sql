-- She has left: what the Union's side still had on its way to this account does not arrive, the numbers to call above all. Work
-- that waits for a person of the Union is not touched. Write only.
CREATE FUNCTION public.recall_unsent(p_lane bytea) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE public.outbox o SET state = 'cancelled', body = NULL, "leaseUntil" = NULL
    FROM public.conversation c
    WHERE c.lane = p_lane AND o."conversationId" = c.id AND o.state IN ('waiting', 'sending')
      AND (c."personId" IS NULL OR o.kind = 'danger')
  $$;
