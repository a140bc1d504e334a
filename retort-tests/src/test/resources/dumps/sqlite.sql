-- What the recorded dump of sqlite3 was made from.
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE, -- a comment; in the table
    note TEXT DEFAULT 'it''s; ok -- /*', raw BLOB, "begin" DATE, [odd;name] REAL, `end` TEXT,
    upper_name TEXT GENERATED ALWAYS AS (upper(name) || ';') STORED,
    CONSTRAINT "checked; --" CHECK (name <> '; --')
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    total REAL
) STRICT;
CREATE TABLE pairs (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX open_orders_total ON orders (total DESC, customer_id + 1) WHERE total > 0;
CREATE VIEW open_orders AS SELECT id, CASE WHEN total > 100 THEN 'big; --' ELSE 'small' END AS "end" FROM orders;
CREATE TRIGGER touched AFTER UPDATE ON customer WHEN NEW.name <> '; end' BEGIN
    INSERT INTO pairs VALUES (NEW.name, CASE WHEN NEW.note IS NULL THEN 'a;b' ELSE 'end' END);
    DELETE FROM pairs WHERE a = 'end;';
END;
CREATE TRIGGER looked INSTEAD OF INSERT ON open_orders BEGIN SELECT 1; END;
CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'porter ascii');
INSERT INTO customer (id, name, note, raw, "begin", "odd;name", "end") VALUES
    (1, 'Ann', NULL, x'00ff5c0a2e27', NULL, 0.1, 'commit;'),
    (2, 'O''Hara', 'two' || char(10) || 'lines' || char(13, 10) || 'tab' || char(9) || '\', x'', '2025-01-01', 1e300, 'END'),
    (3, '-- upgrade', char(10) || '-- downgrade x' || char(10), NULL, NULL, 9e999, ''),
    (4, 'ünï€😀 $$ {d} ? :x @y', '\n', NULL, NULL, -0.0, '/* open');
INSERT INTO orders VALUES (1, 1, 12.5), (2, NULL, NULL);
INSERT INTO pairs VALUES ('.mode csv', '.quit'), ('', ';');
INSERT INTO words VALUES ('running; --');
