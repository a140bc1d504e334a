CREATE TABLE "it's; t" (a INT PRIMARY KEY, b VARCHAR DEFAULT ';''', c CLOB, d ENUM('x;', 'it''s'), e VARBINARY(9));
CREATE SCHEMA other;
CREATE SEQUENCE other.s START WITH 5;
CREATE TABLE other.child (a INT REFERENCES PUBLIC."it's; t" (a) ON DELETE CASCADE, b INT GENERATED ALWAYS AS (a + 1));
CREATE VIEW v AS SELECT CASE WHEN a = 1 THEN ';' ELSE 'end' END AS x FROM "it's; t";
CREATE DOMAIN word AS VARCHAR CHECK (VALUE <> ';');
CREATE ALIAS f AS $$ String f() { return "it's; begin"; // a comment
} $$;
CREATE CONSTANT k VALUE ';';
INSERT INTO "it's; t" VALUES (1, 'a;
-- b', 'clob; ''', 'x;', X'3b'), (2, '$$', NULL, 'it''s', NULL);
INSERT INTO other.child (a) VALUES (1);
COMMENT ON TABLE "it's; t" IS 'x; ''y';
CREATE INDEX "i;" ON "it's; t" (b DESC);
