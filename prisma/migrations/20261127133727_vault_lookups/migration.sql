-- CreateIndex
CREATE INDEX "case_conversationId_idx" ON "vault"."case"("conversationId");

-- CreateIndex
CREATE INDEX "conversation_memberId_idx" ON "vault"."conversation"("memberId");

-- CreateIndex
CREATE INDEX "conversation_open_heardAt_idx" ON "vault"."conversation"("open", "heardAt");
