-- CreateTable
CREATE TABLE "digest_delivery" (
    "personId" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT,

    CONSTRAINT "digest_delivery_pkey" PRIMARY KEY ("personId","unit","week")
);
