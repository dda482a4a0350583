-- CreateTable
CREATE TABLE "digest_time" (
    "personId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_time_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_copy" (
    "announcementId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_copy_pkey" PRIMARY KEY ("announcementId","personId")
);

-- CreateIndex
CREATE INDEX "announcement_personId_idx" ON "announcement"("personId");

-- CreateIndex
CREATE INDEX "announcement_copy_personId_idx" ON "announcement_copy"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "digest_personId_unit_number_key" ON "digest"("personId", "unit", "number");

-- AddForeignKey
ALTER TABLE "announcement_copy" ADD CONSTRAINT "announcement_copy_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
