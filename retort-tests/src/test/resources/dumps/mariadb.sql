-- What the tests dump by mariadb-dump: one of each kind of object that a dump of one database holds.
SET NAMES utf8mb4;
CREATE TABLE customer (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(80) NOT NULL COMMENT 'it''s; ok -- # /* \\',
    nick varchar(20) CHARACTER SET latin1 COLLATE latin1_bin UNIQUE DEFAULT 'a;b\'c"',
    kind enum ('open', 'pa''id', '; --', '/*') DEFAULT 'open',
    flags set ('a', 'b;c'),
    raw varbinary(40), big blob, doc json CHECK (json_valid(doc)), bits bit(5) DEFAULT b'101',
    made datetime(6) DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
    upper_name varchar(80) GENERATED ALWAYS AS (concat(upper(name), ';')) STORED,
    short_name varchar(3) AS (left(name, 3)) VIRTUAL,
    hidden int INVISIBLE DEFAULT 3,
    place point, at inet6, uid uuid,
    FULLTEXT KEY words (name), KEY by_prefix (name(10)),
    CONSTRAINT `checked; --` CHECK (name <> '; --')
) CHARACTER SET utf8mb4 COMMENT = 'who buys; -- here';
CREATE TABLE orders (
    id int AUTO_INCREMENT PRIMARY KEY, customer_id bigint unsigned, total decimal(10, 2), `select` int, `a``b;` int,
    CONSTRAINT bought FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) AUTO_INCREMENT = 50;
CREATE TABLE versioned (a int, KEY (a DESC)) WITH SYSTEM VERSIONING;
CREATE TABLE parted (id int, at date) PARTITION BY RANGE (year(at)) (
    PARTITION p1 VALUES LESS THAN (2020) COMMENT = 'a;b', PARTITION rest VALUES LESS THAN MAXVALUE);
CREATE SEQUENCE numbers START WITH 7 INCREMENT BY 2;
CREATE VIEW open_orders AS SELECT o.id, CASE WHEN o.total > 100 THEN 'big; --' ELSE 'small' END AS size FROM orders o
    WITH LOCAL CHECK OPTION;
INSERT INTO customer (name, nick, kind, flags, raw, big, doc, place, at, uid) VALUES
    ('Ann', NULL, 'open', 'a,b;c', x'00ff5c0a2e27', x'', '{"a;b": "it''s \\\\ \\n"}', point(1, 2), '::1', uuid()),
    ('O''Hara\ntwo lines\ttab\\', 'x', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL),
    ('\\N', '\\''', '; --', NULL, 'begin;', '-- upgrade', NULL, NULL, NULL, NULL),
    ('', '\Z\0"`', '/*', NULL, '\\', '*/', '[]', NULL, NULL, NULL),
    ('ünï€😀 $$ {d} ? :x', '#', 'pa''id', NULL, '', '/*!50003 x */', 'null', NULL, NULL, NULL);
INSERT INTO orders (customer_id, total, `select`) VALUES (1, 12.5, 1), (2, NULL, NULL);
INSERT INTO versioned VALUES (1);
INSERT INTO parted VALUES (1, '2019-01-01'), (2, '2030-01-01');
DELIMITER //
CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW BEGIN
    IF NEW.name = '; end' THEN SET NEW.kind = 'open'; END IF;
END//
CREATE PROCEDURE clear(INOUT n int) COMMENT 'it''s; --' BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END; SET n = 0; END//
CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN CASE WHEN a IS NULL THEN 0 ELSE a * 2 END//
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO BEGIN DELETE FROM orders WHERE id < 0; END//
DELIMITER ;
