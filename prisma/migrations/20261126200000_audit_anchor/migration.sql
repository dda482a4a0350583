-- CreateTable
CREATE TABLE "audit_anchor" (
    "seq" BIGINT NOT NULL,
    "mac" BYTEA NOT NULL,
    "proof" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "vault"."audit_anchor" (
    "seq" BIGINT NOT NULL,
    "mac" BYTEA NOT NULL,
    "proof" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("seq")
);

-- The only way by which anything leaves an audit: from its beginning, after two years. Whoever lies about the day has no proof.
CREATE FUNCTION public.forget_audit(upto bigint, given_proof bytea, given_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  IF EXISTS (SELECT 1 FROM audit a JOIN audit_seal s ON s."auditId" = a.id
    WHERE s.seq <= upto AND a.at >= given_at - interval '24 months') THEN
    RAISE EXCEPTION 'an audit is kept for 24 months';
  END IF;
  INSERT INTO audit_anchor (seq, mac, proof, at) SELECT s.seq, s.mac, given_proof, given_at FROM audit_seal s WHERE s.seq = upto;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such seal';
  END IF;
  DELETE FROM audit a USING audit_seal s WHERE s."auditId" = a.id AND s.seq <= upto;
  DELETE FROM audit_seal s WHERE s.seq <= upto;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM audit_anchor o WHERE o.seq < upto;
  RETURN gone;
END;
$$;

CREATE FUNCTION vault.forget_audit(upto bigint, given_proof bytea, given_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = vault, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  IF EXISTS (SELECT 1 FROM audit a JOIN audit_seal s ON s."auditId" = a.id
    WHERE s.seq <= upto AND a.at >= given_at - interval '24 months') THEN
    RAISE EXCEPTION 'an audit is kept for 24 months';
  END IF;
  INSERT INTO audit_anchor (seq, mac, proof, at) SELECT s.seq, s.mac, given_proof, given_at FROM audit_seal s WHERE s.seq = upto;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such seal';
  END IF;
  DELETE FROM audit a USING audit_seal s WHERE s."auditId" = a.id AND s.seq <= upto;
  DELETE FROM audit_seal s WHERE s.seq <= upto;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM audit_anchor o WHERE o.seq < upto;
  RETURN gone;
END;
$$;
