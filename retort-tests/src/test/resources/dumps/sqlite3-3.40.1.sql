PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE, -- a comment; in the table
    note TEXT DEFAULT 'it''s; ok -- /*', raw BLOB, "begin" DATE, [odd;name] REAL, `end` TEXT,
    upper_name TEXT GENERATED ALWAYS AS (upper(name) || ';') STORED,
    CONSTRAINT "checked; --" CHECK (name <> '; --')
);
INSERT INTO customer VALUES(1,'Ann',NULL,X'00ff5c0a2e27',NULL,0.10000000000000000555,'commit;');
INSERT INTO customer VALUES(2,'O''Hara',replace(replace('two\nlines\r\ntab	\','\r',char(13)),'\n',char(10)),X'','2025-01-01',1.0000000000000000047e+300,'END');
INSERT INTO customer VALUES(3,'-- upgrade',replace('\n-- downgrade x\n','\n',char(10)),NULL,NULL,1e999,'');
INSERT INTO customer VALUES(4,'ünï€😀 $$ {d} ? :x @y','\n',NULL,NULL,0.0,'/* open');
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    total REAL
) STRICT;
INSERT INTO orders VALUES(1,1,12.5);
INSERT INTO orders VALUES(2,NULL,NULL);
CREATE TABLE pairs (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO pairs VALUES('',';');
INSERT INTO pairs VALUES('.mode csv','.quit');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','words','words',0,'CREATE VIRTUAL TABLE words USING fts5(word, tokenize = ''porter ascii'')');
CREATE TABLE IF NOT EXISTS 'words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO words_data VALUES(1,X'0101');
INSERT INTO words_data VALUES(10,X'000000000101010001010101');
INSERT INTO words_data VALUES(137438953473,X'0000000c043072756e01020204');
CREATE TABLE IF NOT EXISTS 'words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO words_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'words_content'(id INTEGER PRIMARY KEY, c0);
INSERT INTO words_content VALUES(1,'running; --');
CREATE TABLE IF NOT EXISTS 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO words_docsize VALUES(1,X'01');
CREATE TABLE IF NOT EXISTS 'words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO words_config VALUES('version',4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('customer',4);
CREATE INDEX open_orders_total ON orders (total DESC, customer_id + 1) WHERE total > 0;
CREATE VIEW open_orders AS SELECT id, CASE WHEN total > 100 THEN 'big; --' ELSE 'small' END AS "end" FROM orders
;
CREATE TRIGGER touched AFTER UPDATE ON customer WHEN NEW.name <> '; end' BEGIN
    INSERT INTO pairs VALUES (NEW.name, CASE WHEN NEW.note IS NULL THEN 'a;b' ELSE 'end' END);
    DELETE FROM pairs WHERE a = 'end;';
END;
CREATE TRIGGER looked INSTEAD OF INSERT ON open_orders BEGIN SELECT 1; END;
PRAGMA writable_schema=OFF;
COMMIT;
