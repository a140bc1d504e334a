-- What Retort's newest MySQL dialect makes of each case, without a connection.
-- Written with -Dretort.golden=write, and reviewed.

-- create table
CREATE TABLE forest (
    a int NOT NULL,
    b int NOT NULL DEFAULT 3,
    c enum('oak','elm') DEFAULT 'oak',
    d decimal(8, 3),
    PRIMARY KEY (b, a),
    CONSTRAINT forest_d UNIQUE (d),
    CONSTRAINT forest_a CHECK (a < 100 AND b > 0),
    CONSTRAINT forest_parent FOREIGN KEY (a) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT forest_self FOREIGN KEY (a, b) REFERENCES forest (b, a)
);
CREATE UNIQUE INDEX forest_cd ON forest (c, d);
-- reverse:
DROP TABLE forest;

-- create table, identity
CREATE TABLE t (
    id int NOT NULL AUTO_INCREMENT,
    room varchar(10) COMMENT 'where',
    CONSTRAINT pk_t PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_room ON t (room);
-- reverse:
DROP TABLE t;

-- create table, constraints without names
CREATE TABLE t (
    a int NOT NULL,
    b int,
    p int,
    PRIMARY KEY (a),
    UNIQUE (b),
    CHECK (b > 0),
    FOREIGN KEY (p) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- create table, names that need quotes
CREATE TABLE `Price List` (
    `Net Price` decimal(8, 2),
    `order` int,
    `größe` int
);
CREATE INDEX `IX Price` ON `Price List` (`Net Price`, `order`);
-- reverse:
DROP TABLE `Price List`;

-- create table, one column
CREATE TABLE t (
    a int
);
-- reverse:
DROP TABLE t;

-- create table, INHERITS
-- unsupported, because its tables cannot have INHERITS

-- create table, PARTITION BY
CREATE TABLE t (
    a int
)
PARTITION BY HASH (a);
-- reverse:
DROP TABLE t;

-- detach partition
-- unsupported, because its partitions are no tables of their own

-- attach partition
-- unsupported, because its partitions are no tables of their own

-- rename table
ALTER TABLE parent RENAME TO mother;
-- reverse:
ALTER TABLE mother RENAME TO parent;

-- rename table, a name that needs quotes
ALTER TABLE book RENAME TO `Big Volume`;
-- reverse:
ALTER TABLE `Big Volume` RENAME TO book;

-- drop table
DROP TABLE book;
-- reverse:
CREATE TABLE book (
    id bigint NOT NULL,
    title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title',
    pages int DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
CREATE INDEX ix_title ON book (title, pages);

-- drop table, not known
DROP TABLE book;
-- no reverse

-- create table with comments
CREATE TABLE t (
    a int COMMENT 'it''s
a column',
    b int COMMENT 'größe \\ 100%'
) COMMENT = 'it''s "the" \\ table';
-- reverse:
DROP TABLE t;

-- comment on table
ALTER TABLE book COMMENT = 'it''s';
-- reverse:
ALTER TABLE book COMMENT = '';

-- comment on table, another
ALTER TABLE book COMMENT = 'new';
-- reverse:
ALTER TABLE book COMMENT = 'old';

-- comment on table, none
ALTER TABLE book COMMENT = '';
-- reverse:
ALTER TABLE book COMMENT = 'old';

-- comment on table, not known
ALTER TABLE book COMMENT = 'new';
-- no reverse

-- in another schema, create table
CREATE TABLE retort_other.parent (
    id int NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);
-- reverse:
DROP TABLE retort_other.parent;

-- in another schema, rename table
ALTER TABLE retort_other.parent RENAME TO retort_other.mother;
-- reverse:
ALTER TABLE retort_other.mother RENAME TO retort_other.parent;

-- in another schema, drop table
DROP TABLE retort_other.parent;
-- reverse:
CREATE TABLE retort_other.parent (
    id int NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);

-- in another schema, comment on table
ALTER TABLE retort_other.parent COMMENT = 'it''s';
-- reverse:
ALTER TABLE retort_other.parent COMMENT = '';

-- in another schema, a table that refers to one there
CREATE TABLE retort_other.child (
    a int,
    CONSTRAINT child_parent FOREIGN KEY (a) REFERENCES retort_other.parent (id)
);
CREATE INDEX ix_child ON retort_other.child (a);
-- reverse:
DROP TABLE retort_other.child;

-- in another schema, a table that refers to one here
-- unsupported, because a name without database would mean a table in the database of the referencing one; name the database

-- in another schema, a table here that refers to one there
CREATE TABLE t (
    a int,
    CONSTRAINT fk_there FOREIGN KEY (a) REFERENCES retort_other.parent (id)
);
CREATE INDEX ix_t ON t (a);
-- reverse:
DROP TABLE t;

-- in another schema, add column
ALTER TABLE retort_other.parent ADD COLUMN added int DEFAULT 7;
-- reverse:
ALTER TABLE retort_other.parent DROP COLUMN added;

-- in another schema, drop column
ALTER TABLE retort_other.parent DROP COLUMN name;
-- reverse:
ALTER TABLE retort_other.parent ADD COLUMN name varchar(20);

-- in another schema, rename column
ALTER TABLE retort_other.parent RENAME COLUMN name TO title;
-- reverse:
ALTER TABLE retort_other.parent RENAME COLUMN title TO name;

-- in another schema, alter column, a longer text
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(90);
-- reverse:
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(20);

-- in another schema, alter column, NOT NULL
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(20) NOT NULL;
-- reverse:
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(20);

-- in another schema, alter column, a comment
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(20) COMMENT 'it''s';
-- reverse:
ALTER TABLE retort_other.parent MODIFY COLUMN name varchar(20);

-- in another schema, alter column, identity, INCREMENT
-- unsupported, because column id is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- in another schema, create index
CREATE INDEX ix_parent ON retort_other.parent (name);
-- reverse:
DROP INDEX ix_parent ON retort_other.parent;

-- in another schema, drop index
DROP INDEX ix_parent ON retort_other.parent;
-- reverse:
CREATE INDEX ix_parent ON retort_other.parent (name);

-- in another schema, add check
ALTER TABLE retort_other.parent ADD CONSTRAINT ck_parent CHECK (id > 0);
-- reverse:
ALTER TABLE retort_other.parent DROP CONSTRAINT ck_parent;

-- in another schema, drop check
ALTER TABLE retort_other.parent DROP CONSTRAINT ck_parent;
-- reverse:
ALTER TABLE retort_other.parent ADD CONSTRAINT ck_parent CHECK (id > 0);

-- in another schema, add unique constraint
ALTER TABLE retort_other.parent ADD CONSTRAINT uq_parent UNIQUE (name);
-- reverse:
ALTER TABLE retort_other.parent DROP INDEX uq_parent;

-- in another schema, drop unique constraint
ALTER TABLE retort_other.parent DROP INDEX uq_parent;
-- reverse:
ALTER TABLE retort_other.parent ADD CONSTRAINT uq_parent UNIQUE (name);

-- in another schema, create view
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;
-- reverse:
DROP VIEW retort_other.great;

-- in another schema, replace view
CREATE OR REPLACE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 3;
-- reverse:
CREATE OR REPLACE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;

-- in another schema, drop view
DROP VIEW retort_other.great;
-- reverse:
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;

-- in another schema, rename view
RENAME TABLE retort_other.great TO retort_other.huge;
-- reverse:
RENAME TABLE retort_other.huge TO retort_other.great;

-- in another schema, create materialized view
-- unsupported, because it has no materialized views

-- in another schema, refresh materialized view
-- unsupported, because it has no materialized views

-- in another schema, drop materialized view
-- unsupported, because it has no materialized views

-- in another schema, create enum type
-- unsupported, because it has no enum types

-- in another schema, drop enum type
-- unsupported, because it has no enum types

-- in another schema, rename enum type
-- unsupported, because it has no enum types

-- in another schema, enum type, add value
-- unsupported, because it has no enum types

-- in another schema, enum type, rename value
-- unsupported, because it has no enum types

-- in another schema, create domain
-- unsupported, because it has no domains

-- in another schema, drop domain
-- unsupported, because it has no domains

-- in another schema, rename domain
-- unsupported, because it has no domains

-- in another schema, alter domain
-- unsupported, because it has no domains

-- in another schema, rename sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- in another schema, grant
GRANT SELECT ON TABLE retort_other.t TO test@`%`;
-- reverse:
REVOKE SELECT ON TABLE retort_other.t FROM test@`%`;

-- in another schema, revoke
REVOKE SELECT ON TABLE retort_other.t FROM test@`%`;
-- reverse:
GRANT SELECT ON TABLE retort_other.t TO test@`%`;

-- in another schema, attach partition
-- unsupported, because its partitions are no tables of their own

-- in another schema, detach partition
-- unsupported, because its partitions are no tables of their own

-- types of numbers
CREATE TABLE t (
    a_boolean boolean,
    a_tinyint tinyint,
    a_smallint smallint,
    a_integer int,
    a_bigint bigint,
    a_decimal decimal(65, 30),
    a_decimal_10_2 decimal(10, 2),
    a_decimal_9_0 decimal(9, 0),
    a_real float,
    a_double double
);
-- reverse:
DROP TABLE t;

-- types of texts
CREATE TABLE t (
    a_char_1 char(1),
    a_char_12 char(12),
    a_varchar longtext,
    a_varchar_255 varchar(255),
    a_text longtext
);
-- reverse:
DROP TABLE t;

-- types without length
CREATE TABLE t (
    a_char char,
    a_binary binary,
    a_varbinary longblob,
    a_time_0 time,
    a_decimal_9 decimal(9)
);
-- reverse:
DROP TABLE t;

-- types of bytes
CREATE TABLE t (
    a_binary_16 binary(16),
    a_varbinary_200 varbinary(200),
    a_blob longblob
);
-- reverse:
DROP TABLE t;

-- types of times
CREATE TABLE t (
    a_date date,
    a_time time(6),
    a_time_3 time(3),
    a_timestamp datetime(6),
    a_timestamp_0 datetime,
    a_timestamp_3 datetime(3),
    a_timestamp_6 datetime(6),
    a_timestamp_with_time_zone timestamp(6) NULL,
    a_timestamp_with_time_zone_4 timestamp(4) NULL
);
-- reverse:
DROP TABLE t;

-- types of times of day with time zone
-- unsupported, because its columns cannot have TIME WITH TIME ZONE

-- types uuid, json, enum
CREATE TABLE t (
    a_uuid char(36),
    a_json json,
    type_3 enum('new','it''s','a,b','d)e')
);
-- reverse:
DROP TABLE t;

-- types of arrays
-- unsupported, because its columns cannot have ARRAY; a json column or a table of its own can hold them

-- types of arrays of arrays
-- unsupported, because its columns cannot have ARRAY; a json column or a table of its own can hold them

-- defaults
CREATE TABLE t (
    text varchar(40) DEFAULT 'it''s',
    odd_text varchar(40) DEFAULT 'a \\ '' ? -- ; " `',
    empty_text varchar(40) DEFAULT '',
    like_a_number varchar(40) DEFAULT '1',
    like_no_value varchar(40) DEFAULT 'NULL',
    of_fixed_length char(3) DEFAULT 'abc',
    number int DEFAULT -5,
    small_number smallint NOT NULL DEFAULT 7,
    great_number bigint DEFAULT 9000000000,
    decimal_number decimal(10, 2) DEFAULT 1.50,
    truth boolean DEFAULT TRUE,
    no_truth boolean NOT NULL DEFAULT FALSE,
    word enum('new','it''s') DEFAULT 'it''s',
    moment datetime(6) DEFAULT CURRENT_TIMESTAMP(6)
);
-- reverse:
DROP TABLE t;

-- default, an expression
CREATE TABLE t (
    expression int DEFAULT (1 + 2)
);
-- reverse:
DROP TABLE t;

-- add column
ALTER TABLE book ADD COLUMN added boolean;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, commented
ALTER TABLE book ADD COLUMN added varchar(13) COMMENT 'why';
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, NOT NULL with a default
ALTER TABLE book ADD COLUMN added varchar(9) NOT NULL DEFAULT 'it''s';
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, NOT NULL DEFAULT false
ALTER TABLE book ADD COLUMN sold boolean NOT NULL DEFAULT FALSE;
-- reverse:
ALTER TABLE book DROP COLUMN sold;

-- add column, NOT NULL without default, to an empty table
ALTER TABLE book ADD COLUMN added varchar(9) NOT NULL;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, DEFAULT CURRENT_TIMESTAMP
ALTER TABLE book ADD COLUMN added datetime(6) DEFAULT CURRENT_TIMESTAMP(6);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, the current time as default
ALTER TABLE book ADD COLUMN added datetime(6) DEFAULT current_timestamp(6);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, an enum
ALTER TABLE book ADD COLUMN added enum('a','it''s');
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, a name that needs quotes
ALTER TABLE book ADD COLUMN `Is Added` int;
-- reverse:
ALTER TABLE book DROP COLUMN `Is Added`;

-- add column, generated, VIRTUAL
ALTER TABLE book ADD COLUMN added int GENERATED ALWAYS AS (pages + 1) VIRTUAL;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, generated, STORED
ALTER TABLE book ADD COLUMN added int GENERATED ALWAYS AS (pages + 1) STORED;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, with a collation
ALTER TABLE book ADD COLUMN added varchar(9) COLLATE utf8mb4_bin;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, identity
-- unsupported, because an AUTO_INCREMENT column needs a key that begins with it in the same statement; write both, one after the other, in a batch: op.batch("book", changes -> changes.addColumn(…).addConstraint(primaryKey("added")))

-- add column, identity, GENERATED ALWAYS
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- add column, identity, START, INCREMENT
-- unsupported, because an AUTO_INCREMENT column needs a key that begins with it in the same statement; write both, one after the other, in a batch: op.batch("book", changes -> changes.addColumn(…).addConstraint(primaryKey("added")))

-- add column, identity, GENERATED ALWAYS, descending
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- drop column
ALTER TABLE book DROP COLUMN author_id;
-- reverse:
ALTER TABLE book ADD COLUMN author_id bigint;

-- drop column, not known
ALTER TABLE book DROP COLUMN note;
-- no reverse

-- rename column
ALTER TABLE book RENAME COLUMN note TO remark;
-- reverse:
ALTER TABLE book RENAME COLUMN remark TO note;

-- rename column, a name that needs quotes
ALTER TABLE book RENAME COLUMN note TO `A Remark`;
-- reverse:
ALTER TABLE book RENAME COLUMN `A Remark` TO note;

-- column, generated, STORED
CREATE TABLE t (
    n int,
    a int GENERATED ALWAYS AS (n * 2) STORED
);
-- reverse:
DROP TABLE t;

-- column, generated, VIRTUAL
CREATE TABLE t (
    n int,
    a int GENERATED ALWAYS AS (n * 2) VIRTUAL
);
-- reverse:
DROP TABLE t;

-- column, ON UPDATE
CREATE TABLE t (
    n int,
    a datetime(3) ON UPDATE CURRENT_TIMESTAMP(3)
);
-- reverse:
DROP TABLE t;

-- column, ON UPDATE and DEFAULT
CREATE TABLE t (
    a datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
);
-- reverse:
DROP TABLE t;

-- column, with a collation
CREATE TABLE t (
    a varchar(20) COLLATE utf8mb4_bin
);
-- reverse:
DROP TABLE t;

-- column, with a character set
CREATE TABLE t (
    a varchar(20) CHARACTER SET latin1
);
-- reverse:
DROP TABLE t;

-- column, invisible
CREATE TABLE t (
    n int,
    a varchar(20) INVISIBLE
);
-- reverse:
DROP TABLE t;

-- column, identity
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (id)
);
-- reverse:
DROP TABLE t;

-- column, identity, GENERATED ALWAYS
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- column, identity, START
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (id)
) AUTO_INCREMENT = 5;
-- reverse:
DROP TABLE t;

-- column, identity, INCREMENT
-- unsupported, because the increment of AUTO_INCREMENT is a setting of the server; use a sequence as the default

-- column, identity, MINVALUE, MAXVALUE, CACHE, CYCLE
-- unsupported, because its columns cannot have MINVALUE

-- column, identity, in a key of several columns
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    a int NOT NULL,
    PRIMARY KEY (id, a)
);
-- reverse:
DROP TABLE t;

-- column, identity, in no key
-- unsupported, because column id is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, a longer text
ALTER TABLE book MODIFY COLUMN note varchar(200);
-- reverse:
ALTER TABLE book MODIFY COLUMN note varchar(90);

-- alter column, a longer text of a column with everything
ALTER TABLE book MODIFY COLUMN title varchar(80) NOT NULL DEFAULT 'it''s' COMMENT 'the title';
-- reverse:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, a shorter text
ALTER TABLE book MODIFY COLUMN note varchar(10);
-- reverse:
ALTER TABLE book MODIFY COLUMN note varchar(90);

-- alter column, integer instead of bigint
ALTER TABLE t MODIFY COLUMN a int DEFAULT 5;
-- reverse:
ALTER TABLE t MODIFY COLUMN a bigint DEFAULT 5;

-- alter column, a longer decimal
ALTER TABLE t MODIFY COLUMN a decimal(12, 4) DEFAULT 1.50;
-- reverse:
ALTER TABLE t MODIFY COLUMN a decimal(8, 2) DEFAULT 1.50;

-- alter column, a generated column
ALTER TABLE t MODIFY COLUMN a bigint GENERATED ALWAYS AS (n * 2) STORED;
-- reverse:
ALTER TABLE t MODIFY COLUMN a int GENERATED ALWAYS AS (n * 2) STORED;

-- alter column, bigint instead of integer, identity
-- unsupported, because column a is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, a number instead of a text
ALTER TABLE book MODIFY COLUMN code int;
-- reverse:
ALTER TABLE book MODIFY COLUMN code varchar(20);

-- alter column, a text instead of a number
ALTER TABLE book MODIFY COLUMN author_id varchar(10);
-- reverse:
ALTER TABLE book MODIFY COLUMN author_id bigint;

-- alter column, a number instead of a text, USING
-- unsupported, because its columns cannot have USING; add a column, fill it, drop the other and rename it

-- alter column, a text with a default becomes a number
ALTER TABLE t MODIFY COLUMN a int DEFAULT '5';
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20) DEFAULT '5';

-- alter column, bigint instead of integer
ALTER TABLE t MODIFY COLUMN a bigint NOT NULL;
-- reverse:
ALTER TABLE t MODIFY COLUMN a int NOT NULL;

-- alter column, one more word
ALTER TABLE t MODIFY COLUMN a enum('new','it''s','gone');
-- reverse:
ALTER TABLE t MODIFY COLUMN a enum('new','it''s');

-- alter column, words instead of a text
ALTER TABLE t MODIFY COLUMN a enum('new','it''s');
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20);

-- alter column, another default
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'other \\ ''';
-- reverse:
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'it''s';

-- alter column, no default
ALTER TABLE book ALTER COLUMN title DROP DEFAULT;
-- reverse:
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'it''s';

-- alter column, no default of a nullable column
ALTER TABLE book ALTER COLUMN pages SET DEFAULT NULL;
-- reverse:
ALTER TABLE book ALTER COLUMN pages SET DEFAULT 1;

-- alter column, a default
ALTER TABLE book ALTER COLUMN note SET DEFAULT 'y';
-- reverse:
ALTER TABLE book ALTER COLUMN note SET DEFAULT NULL;

-- alter column, an expression as default
ALTER TABLE book ALTER COLUMN code SET DEFAULT (lower('ABC'));
-- reverse:
ALTER TABLE book ALTER COLUMN code SET DEFAULT NULL;

-- alter column, no NOT NULL
ALTER TABLE book MODIFY COLUMN title varchar(50) DEFAULT 'it''s' COMMENT 'the title';
-- reverse:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, NOT NULL
ALTER TABLE book MODIFY COLUMN note varchar(90) NOT NULL;
-- reverse:
ALTER TABLE book MODIFY COLUMN note varchar(90);

-- alter column, another comment
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'it''s new';
-- reverse:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, no comment
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s';
-- reverse:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, a comment
ALTER TABLE book MODIFY COLUMN note varchar(90) COMMENT 'it''s';
-- reverse:
ALTER TABLE book MODIFY COLUMN note varchar(90);

-- alter column, another type, and NOT NULL
ALTER TABLE book MODIFY COLUMN note varchar(200) NOT NULL;
-- reverse:
ALTER TABLE book MODIFY COLUMN note varchar(90);

-- alter column, another type and default
ALTER TABLE book MODIFY COLUMN pages bigint DEFAULT 7;
-- reverse:
ALTER TABLE book MODIFY COLUMN pages int DEFAULT 1;

-- alter column, all at once
ALTER TABLE book MODIFY COLUMN code int NOT NULL DEFAULT 5 COMMENT 'a number now';
-- reverse:
ALTER TABLE book MODIFY COLUMN code varchar(20);

-- alter column, a collation
ALTER TABLE t MODIFY COLUMN a varchar(20) COLLATE utf8mb4_bin;
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20);

-- alter column, no collation
ALTER TABLE t MODIFY COLUMN a varchar(20);
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20) COLLATE utf8mb4_bin;

-- alter column, a longer text with a collation
ALTER TABLE t MODIFY COLUMN a varchar(40) COLLATE utf8mb4_bin;
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20) COLLATE utf8mb4_bin;

-- alter column, a character set
ALTER TABLE t MODIFY COLUMN a varchar(20) CHARACTER SET latin1;
-- reverse:
ALTER TABLE t MODIFY COLUMN a varchar(20);

-- alter column, ON UPDATE
ALTER TABLE t MODIFY COLUMN a datetime(3) ON UPDATE CURRENT_TIMESTAMP(3);
-- reverse:
ALTER TABLE t MODIFY COLUMN a datetime(3);

-- alter column, no ON UPDATE
ALTER TABLE t MODIFY COLUMN a datetime(3);
-- reverse:
ALTER TABLE t MODIFY COLUMN a datetime(3) ON UPDATE CURRENT_TIMESTAMP(3);

-- alter column, identity, INCREMENT
-- unsupported, because column a is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, identity, MINVALUE, MAXVALUE, CACHE, CYCLE
-- unsupported, because column a is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, identity, GENERATED ALWAYS
-- unsupported, because column a is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, identity, START
-- unsupported, because column a is AUTO_INCREMENT and must be the first column of the primary key or of a unique constraint

-- alter column, identity set
-- only with a connection, which is asked for the table:
-- refused if this finds something:
SELECT COALESCE(a, 'NULL') FROM t WHERE a IS NULL OR a = 0 LIMIT 1;
-- otherwise:
ALTER TABLE t MODIFY COLUMN a int NOT NULL AUTO_INCREMENT;
-- reverse:
ALTER TABLE t MODIFY COLUMN a int NOT NULL;

-- alter column, identity set, START
-- only with a connection, which is asked for the table:
-- refused if this finds something:
SELECT COALESCE(a, 'NULL') FROM t WHERE a IS NULL OR a = 0 LIMIT 1;
-- otherwise:
ALTER TABLE t MODIFY COLUMN a int NOT NULL AUTO_INCREMENT, AUTO_INCREMENT = 100;
-- reverse:
ALTER TABLE t MODIFY COLUMN a int NOT NULL;

-- alter column, identity set, START, INCREMENT
-- unsupported, because the increment of AUTO_INCREMENT is a setting of the server; use a sequence as the default

-- alter column, identity set and bigint instead of integer
-- only with a connection, which is asked for the table:
-- refused if this finds something:
SELECT COALESCE(a, 'NULL') FROM t WHERE a IS NULL OR a = 0 LIMIT 1;
-- otherwise:
ALTER TABLE t MODIFY COLUMN a bigint NOT NULL AUTO_INCREMENT;
-- reverse:
ALTER TABLE t MODIFY COLUMN a int NOT NULL;

-- alter column, identity dropped
ALTER TABLE t MODIFY COLUMN a int NOT NULL;
-- reverse:
-- only with a connection, which is asked for the table:
-- refused if this finds something:
SELECT COALESCE(a, 'NULL') FROM t WHERE a IS NULL OR a = 0 LIMIT 1;
-- otherwise:
ALTER TABLE t MODIFY COLUMN a int NOT NULL AUTO_INCREMENT;

-- alter column, not known, a longer text
-- only with a connection, which is asked for the table:
ALTER TABLE book MODIFY COLUMN title varchar(99) NOT NULL DEFAULT 'it''s' COMMENT 'the title';
-- no reverse

-- alter column, not known, another default
-- only with a connection, which is asked for the table:
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'new';
-- no reverse

-- alter column, not known, no default
-- only with a connection, which is asked for the table:
ALTER TABLE book ALTER COLUMN title DROP DEFAULT;
-- no reverse

-- alter column, not known, another number as default
ALTER TABLE book ALTER COLUMN pages SET DEFAULT 2;
-- no reverse

-- alter column, not known, no NOT NULL
-- only with a connection, which is asked for the table:
ALTER TABLE book MODIFY COLUMN title varchar(50) DEFAULT 'it''s' COMMENT 'the title';
-- no reverse

-- alter column, not known, another comment
-- only with a connection, which is asked for the table:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'it''s new';
-- no reverse

-- add primary key
ALTER TABLE book ADD PRIMARY KEY (id);
-- reverse:
ALTER TABLE book DROP PRIMARY KEY;

-- add primary key, named, of several columns
ALTER TABLE book ADD CONSTRAINT pk_book PRIMARY KEY (id, title);
-- reverse:
ALTER TABLE book DROP PRIMARY KEY;

-- add unique constraint
ALTER TABLE book ADD CONSTRAINT uq_title UNIQUE (title, code);
-- reverse:
ALTER TABLE book DROP INDEX uq_title;

-- add unique constraint without a name
ALTER TABLE book ADD UNIQUE (title, code);
-- no reverse

-- add check
ALTER TABLE book ADD CONSTRAINT ck_title CHECK (title <> 'x');
-- reverse:
ALTER TABLE book DROP CONSTRAINT ck_title;

-- add check without a name
ALTER TABLE book ADD CHECK (author_id > 0);
-- no reverse

-- add foreign key
ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id);
-- reverse:
-- only with a connection, which is asked for the table:
ALTER TABLE book DROP FOREIGN KEY fk_author;
-- in a script:
ALTER TABLE book DROP FOREIGN KEY fk_author, ADD INDEX retort_fk_author (author_id);
ALTER TABLE book DROP INDEX retort_fk_author;

-- add foreign key, cascading
ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE;
-- reverse:
-- only with a connection, which is asked for the table:
ALTER TABLE book DROP FOREIGN KEY fk_author;
-- in a script:
ALTER TABLE book DROP FOREIGN KEY fk_author, ADD INDEX retort_fk_author (author_id);
ALTER TABLE book DROP INDEX retort_fk_author;

-- add foreign key without a name
ALTER TABLE book ADD FOREIGN KEY (author_id) REFERENCES author (id);
-- no reverse

-- add foreign key, NOT VALID
-- unsupported, because its foreign keys cannot have NOT VALID

-- add check, NOT VALID
-- unsupported, because its checks cannot have NOT VALID

-- drop primary key
ALTER TABLE t DROP PRIMARY KEY;
-- reverse:
ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (a);

-- drop primary key, whose name is not known
ALTER TABLE t DROP PRIMARY KEY;
-- reverse:
ALTER TABLE t ADD PRIMARY KEY (a);

-- drop unique constraint
ALTER TABLE book DROP INDEX uq_code;
-- reverse:
ALTER TABLE book ADD CONSTRAINT uq_code UNIQUE (code);

-- drop check
ALTER TABLE book DROP CONSTRAINT ck_pages;
-- reverse:
ALTER TABLE book ADD CONSTRAINT ck_pages CHECK (pages > 0);

-- drop check, not known
ALTER TABLE book DROP CONSTRAINT ck_pages;
-- no reverse

-- drop foreign key
-- only with a connection, which is asked for the table:
ALTER TABLE t DROP FOREIGN KEY fk_t;
-- in a script:
ALTER TABLE t DROP FOREIGN KEY fk_t, ADD INDEX retort_fk_t (b);
ALTER TABLE t DROP INDEX retort_fk_t;
-- reverse:
ALTER TABLE t ADD CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id);

-- drop unique constraint without a name
-- unsupported, because there each constraint has a name, by which it is dropped

-- drop check without a name
-- unsupported, because there each constraint has a name, by which it is dropped

-- drop foreign key without a name
-- unsupported, because there each constraint has a name, by which it is dropped

-- rename constraint
-- unsupported, because it renames no constraints but indexes; drop the constraint and add it

-- validate constraint
-- unsupported, because its checks cannot have NOT VALID

-- primary key, named
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int,
    CONSTRAINT pk_t PRIMARY KEY (a)
);
-- reverse:
DROP TABLE t;

-- primary key, of several columns
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int NOT NULL,
    PRIMARY KEY (b, a)
);
-- reverse:
DROP TABLE t;

-- primary key, of a nullable column
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    PRIMARY KEY (a)
);
-- reverse:
DROP TABLE t;

-- primary key, INCLUDE
-- unsupported, because its primary keys cannot have INCLUDE

-- primary key, DEFERRABLE
-- unsupported, because its primary keys cannot have DEFERRABLE

-- unique constraint
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT uq_t UNIQUE (b, a)
);
-- reverse:
DROP TABLE t;

-- unique constraint, INCLUDE
-- unsupported, because its unique constraints cannot have INCLUDE

-- unique constraint, NULLS NOT DISTINCT
-- unsupported, because its unique constraints cannot have NULLS NOT DISTINCT

-- unique constraint, commented
CREATE TABLE t (
    a int DEFAULT 1,
    CONSTRAINT uq_t UNIQUE (a) COMMENT 'it''s one'
);
-- reverse:
DROP TABLE t;

-- unique constraint, INITIALLY DEFERRED
-- unsupported, because its unique constraints cannot have DEFERRABLE

-- exclusion constraint
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint without a name
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, INCLUDE
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, of an expression
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, WHERE
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, INITIALLY DEFERRED
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, commented
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, with an access method
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- add exclusion constraint
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- drop exclusion constraint
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- check
CREATE TABLE t (
    a int DEFAULT 1,
    CONSTRAINT ck_t CHECK (a BETWEEN 1 AND 10)
);
-- reverse:
DROP TABLE t;

-- check, IN
CREATE TABLE t (
    c varchar(20),
    CONSTRAINT ck_t CHECK (c IN ('a', 'it''s'))
);
-- reverse:
DROP TABLE t;

-- check, of several columns
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT ck_t CHECK (a > 0 AND (b < 5 OR a <> 7))
);
-- reverse:
DROP TABLE t;

-- check, LIKE
CREATE TABLE t (
    c varchar(20),
    CONSTRAINT ck_t CHECK (c LIKE 'a%' OR c IS NULL)
);
-- reverse:
DROP TABLE t;

-- check, NOT ENFORCED
CREATE TABLE t (
    a int DEFAULT 1,
    CONSTRAINT ck_t CHECK (a > 0) NOT ENFORCED
);
-- reverse:
DROP TABLE t;

-- check, NO INHERIT
-- unsupported, because its checks cannot have NO INHERIT

-- foreign key, ON DELETE NO ACTION
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE NO ACTION
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE RESTRICT
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE RESTRICT
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE RESTRICT
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE RESTRICT
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE CASCADE
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE CASCADE
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE CASCADE
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE CASCADE
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE SET NULL
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET NULL
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE SET NULL
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET NULL
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE SET DEFAULT
-- unsupported, because its foreign keys cannot have SET DEFAULT

-- foreign key, ON UPDATE SET DEFAULT
-- unsupported, because its foreign keys cannot have SET DEFAULT

-- foreign key, of several columns
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (a, b) REFERENCES parent (a, b)
);
-- reverse:
DROP TABLE t;

-- foreign key, to its own table
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int,
    PRIMARY KEY (a),
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES t (a)
);
-- reverse:
DROP TABLE t;

-- foreign key, MATCH FULL
-- unsupported, because its foreign keys cannot have MATCH FULL

-- foreign key, MATCH PARTIAL
-- unsupported, because its foreign keys cannot have MATCH PARTIAL

-- foreign key, ON DELETE SET NULL (columns)
-- unsupported, because its foreign keys cannot have ON DELETE SET NULL (columns)

-- foreign key, DEFERRABLE
-- unsupported, because its foreign keys cannot have DEFERRABLE

-- foreign key, INITIALLY DEFERRED
-- unsupported, because its foreign keys cannot have DEFERRABLE

-- create index
CREATE INDEX ix ON book (code);
-- reverse:
DROP INDEX ix ON book;

-- create index, of several columns
CREATE INDEX ix ON book (code, note);
-- reverse:
DROP INDEX ix ON book;

-- create index, unique
CREATE UNIQUE INDEX ix ON book (pages, code);
-- reverse:
DROP INDEX ix ON book;

-- create index, a name that needs quotes
CREATE INDEX `IX Code` ON book (code);
-- reverse:
DROP INDEX `IX Code` ON book;

-- create index, DESC
CREATE INDEX ix ON book (pages DESC, code);
-- reverse:
DROP INDEX ix ON book;

-- rename index
ALTER TABLE book RENAME INDEX ix_title TO `By Title`;
-- reverse:
ALTER TABLE book RENAME INDEX `By Title` TO ix_title;

-- drop index
DROP INDEX ix_title ON book;
-- reverse:
CREATE INDEX ix_title ON book (title, pages);

-- drop index, not known
DROP INDEX ix_title ON book;
-- no reverse

-- create index, concurrently
CREATE INDEX ix ON book (code);
-- reverse:
DROP INDEX ix ON book;

-- drop index, concurrently
DROP INDEX ix_title ON book;
-- reverse:
CREATE INDEX ix_title ON book (title, pages);

-- drop index, concurrently, not known
DROP INDEX ix_title ON book;
-- no reverse

-- create index, WHERE
-- unsupported, because its indexes cannot have WHERE

-- create index, unique, WHERE
-- unsupported, because its indexes cannot have WHERE

-- create table, an index WHERE
-- unsupported, because its indexes cannot have WHERE

-- create index, of an expression
CREATE INDEX ix ON book ((lower(title)));
-- reverse:
DROP INDEX ix ON book;

-- create index, of an expression and a column
CREATE INDEX ix ON book ((lower(title)), pages);
-- reverse:
DROP INDEX ix ON book;

-- create index, unique, of an expression DESC
CREATE UNIQUE INDEX ix ON book ((lower(title)) DESC);
-- reverse:
DROP INDEX ix ON book;

-- create index, unique, DESC, INCLUDE, WHERE
-- unsupported, because its indexes cannot have INCLUDE

-- create index, INCLUDE
-- unsupported, because its indexes cannot have INCLUDE

-- create index, unique, NULLS NOT DISTINCT
-- unsupported, because its indexes cannot have NULLS NOT DISTINCT

-- create index, prefix length
CREATE INDEX ix ON book (code(10));
-- reverse:
DROP INDEX ix ON book;

-- create index, with a collation
-- unsupported, because its indexes cannot have COLLATE

-- create index, with an operator class
-- unsupported, because its indexes cannot have operator class text_pattern_ops

-- create index, NULLS FIRST
-- unsupported, because its indexes cannot have NULLS FIRST

-- create index, DESC NULLS LAST
-- unsupported, because its indexes cannot have NULLS LAST

-- create index, with an access method
CREATE FULLTEXT INDEX ix ON book (note);
-- reverse:
DROP INDEX ix ON book;

-- create index, commented
CREATE INDEX ix ON book (code) COMMENT 'it''s quick';
-- reverse:
DROP INDEX ix ON book;

-- create sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, START, INCREMENT
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, descending
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, START below 1
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, MINVALUE, MAXVALUE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, CACHE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, CYCLE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, AS smallint
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- in another schema, create sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, START
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, greater INCREMENT
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, smaller INCREMENT
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, START and INCREMENT
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, MINVALUE, MAXVALUE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, CACHE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, CYCLE
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, AS smallint
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, INCREMENT, not known
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- in another schema, alter sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- in another schema, drop sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- alter sequence, OWNED BY
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create sequence, OWNED BY
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- drop sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- drop sequence, not known
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- batch, nothing
-- nothing to do
-- reverse:
-- nothing to do

-- batch, nothing, but anew
-- nothing to do
-- reverse:
-- nothing to do

-- batch, a new column with a check and an index
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3;
ALTER TABLE book ADD CONSTRAINT ck_rating CHECK (rating < 6);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
DROP INDEX ix_rating ON book;
ALTER TABLE book DROP CONSTRAINT ck_rating;
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column with a check and an index, anew
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3;
ALTER TABLE book ADD CONSTRAINT ck_rating CHECK (rating < 6);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
DROP INDEX ix_rating ON book;
ALTER TABLE book DROP CONSTRAINT ck_rating;
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column with a check and an index, in place
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3;
ALTER TABLE book ADD CONSTRAINT ck_rating CHECK (rating < 6);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
DROP INDEX ix_rating ON book;
ALTER TABLE book DROP CONSTRAINT ck_rating;
ALTER TABLE book DROP COLUMN rating;

-- batch, a column, a constraint and an index changed
DROP INDEX ix_title ON book;
ALTER TABLE book MODIFY COLUMN author_id int;
ALTER TABLE book DROP INDEX uq_code;
ALTER TABLE book ADD CONSTRAINT uq_note UNIQUE (note);
-- reverse:
ALTER TABLE book DROP INDEX uq_note;
ALTER TABLE book ADD CONSTRAINT uq_code UNIQUE (code);
ALTER TABLE book MODIFY COLUMN author_id bigint;
CREATE INDEX ix_title ON book (title, pages);

-- batch, a column, a constraint and an index changed, anew
DROP INDEX ix_title ON book;
ALTER TABLE book MODIFY COLUMN author_id int;
ALTER TABLE book DROP INDEX uq_code;
ALTER TABLE book ADD CONSTRAINT uq_note UNIQUE (note);
-- reverse:
ALTER TABLE book DROP INDEX uq_note;
ALTER TABLE book ADD CONSTRAINT uq_code UNIQUE (code);
ALTER TABLE book MODIFY COLUMN author_id bigint;
CREATE INDEX ix_title ON book (title, pages);

-- batch, a new column before another
-- only with a connection, which is asked for the table:
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3 AFTER pages;
-- reverse:
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column after another
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3 AFTER code;
-- reverse:
ALTER TABLE book DROP COLUMN rating;

-- batch, new columns one after the other
ALTER TABLE book ADD COLUMN rating int NOT NULL DEFAULT 3 AFTER code;
ALTER TABLE book ADD COLUMN stars int AFTER rating;
-- reverse:
ALTER TABLE book DROP COLUMN stars;
ALTER TABLE book DROP COLUMN rating;

-- batch, a column after another
-- only with a connection, which is asked for the table:
ALTER TABLE book MODIFY COLUMN note varchar(90) AFTER id;
-- no reverse

-- batch, a column before the first
-- only with a connection, which is asked for the table:
ALTER TABLE book MODIFY COLUMN code varchar(20) FIRST;
-- no reverse

-- batch, an option
-- unsupported, because a batch changes no options there

-- batch, a new identity column with its primary key
ALTER TABLE book ADD COLUMN number bigint NOT NULL AUTO_INCREMENT, ADD PRIMARY KEY (number);
-- reverse:
ALTER TABLE book DROP PRIMARY KEY, DROP COLUMN number;

-- batch, a new identity column with a unique constraint
ALTER TABLE book ADD COLUMN number bigint NOT NULL AUTO_INCREMENT, ADD CONSTRAINT uq_number UNIQUE (number, id);
-- reverse:
ALTER TABLE book DROP INDEX uq_number, DROP COLUMN number;

-- create view
CREATE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 100;
-- reverse:
DROP VIEW long_books;

-- create view, ending with a semicolon
CREATE VIEW `a b` AS
SELECT title FROM book;
-- reverse:
DROP VIEW `a b`;

-- replace view
CREATE OR REPLACE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 200;
-- reverse:
CREATE OR REPLACE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 100;

-- replace view, not known
CREATE OR REPLACE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 200;
-- no reverse

-- drop view
DROP VIEW long_books;
-- reverse:
CREATE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 100;

-- drop view, not known
DROP VIEW long_books;
-- no reverse

-- rename view
RENAME TABLE long_books TO tomes;
-- reverse:
RENAME TABLE tomes TO long_books;

-- create materialized view
-- unsupported, because it has no materialized views

-- refresh materialized view
-- unsupported, because it has no materialized views

-- refresh materialized view, concurrently
-- unsupported, because it has no materialized views

-- rename materialized view
-- unsupported, because it has no materialized views

-- drop materialized view, not known
-- unsupported, because it has no materialized views

-- replace materialized view
-- unsupported, because it has no materialized views

-- drop materialized view
-- unsupported, because it has no materialized views

-- create enum type
-- unsupported, because it has no enum types

-- drop enum type
-- unsupported, because it has no enum types

-- drop enum type, not known
-- unsupported, because it has no enum types

-- rename enum type
-- unsupported, because it has no enum types

-- enum type, add value
-- unsupported, because it has no enum types

-- enum type, add value before
-- unsupported, because it has no enum types

-- enum type, add value after
-- unsupported, because it has no enum types

-- enum type, remove value
-- unsupported, because it has no enum types

-- enum type, remove value, replaced
-- unsupported, because it has no enum types

-- enum type, rename value
-- unsupported, because it has no enum types

-- create domain
-- unsupported, because it has no domains

-- create domain, a type alone
-- unsupported, because it has no domains

-- drop domain
-- unsupported, because it has no domains

-- drop domain, not known
-- unsupported, because it has no domains

-- rename domain
-- unsupported, because it has no domains

-- alter domain, default
-- unsupported, because it has no domains

-- alter domain, no default
-- unsupported, because it has no domains

-- alter domain, default, not known
-- unsupported, because it has no domains

-- alter domain, add check
-- unsupported, because it has no domains

-- alter domain, drop check
-- unsupported, because it has no domains

-- alter domain, drop check, not known
-- unsupported, because it has no domains

-- alter domain, not null
-- unsupported, because it has no domains

-- create schema
CREATE SCHEMA retort_more;
-- reverse:
-- refused if this finds something:
SELECT CONCAT(LOWER(table_type), ' ', table_name), table_name AS name FROM information_schema.tables
WHERE table_schema = ?
UNION ALL
SELECT CONCAT(LOWER(routine_type), ' ', routine_name), routine_name FROM information_schema.routines
WHERE routine_schema = ?
UNION ALL
SELECT CONCAT('event ', event_name), event_name FROM information_schema.events WHERE event_schema = ?
ORDER BY name;
-- with 'retort_more', 'retort_more', 'retort_more'
-- otherwise:
DROP SCHEMA retort_more;

-- drop schema
-- refused if this finds something:
SELECT CONCAT(LOWER(table_type), ' ', table_name), table_name AS name FROM information_schema.tables
WHERE table_schema = ?
UNION ALL
SELECT CONCAT(LOWER(routine_type), ' ', routine_name), routine_name FROM information_schema.routines
WHERE routine_schema = ?
UNION ALL
SELECT CONCAT('event ', event_name), event_name FROM information_schema.events WHERE event_schema = ?
ORDER BY name;
-- with 'retort_more', 'retort_more', 'retort_more'
-- otherwise:
DROP SCHEMA retort_more;
-- reverse:
CREATE SCHEMA retort_more;

-- rename schema
-- unsupported, because it renames no schemas; drop and create it

-- rename sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- create extension
-- unsupported, because it has no extensions

-- create extension, in a version
-- unsupported, because it has no extensions

-- update extension
-- unsupported, because it has no extensions

-- update extension, to a version
-- unsupported, because it has no extensions

-- drop extension
-- unsupported, because it has no extensions

-- drop extension, of a version
-- unsupported, because it has no extensions

-- grant
GRANT SELECT, INSERT ON TABLE book TO test@`%`;
-- reverse:
REVOKE SELECT, INSERT ON TABLE book FROM test@`%`;

-- grant, on columns
GRANT SELECT (title, pages), UPDATE (note) ON TABLE book TO test@`%`;
-- reverse:
REVOKE SELECT (title, pages), UPDATE (note) ON TABLE book FROM test@`%`;

-- grant, on a sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- grant, on a schema
GRANT ALL ON `retort\_other`.* TO test@`%`;
-- reverse:
REVOKE ALL ON `retort\_other`.* FROM test@`%`;

-- grant, with grant option
GRANT SELECT, INSERT ON TABLE book TO test@`%` WITH GRANT OPTION;
-- reverse:
REVOKE SELECT, INSERT ON TABLE book FROM test@`%`;

-- revoke
REVOKE SELECT, INSERT ON TABLE book FROM test@`%`;
-- reverse:
GRANT SELECT, INSERT ON TABLE book TO test@`%`;

-- revoke, on columns
REVOKE SELECT (title, pages), UPDATE (note) ON TABLE book FROM test@`%`;
-- reverse:
GRANT SELECT (title, pages), UPDATE (note) ON TABLE book TO test@`%`;

-- revoke, on a sequence
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- revoke, on a schema
REVOKE ALL ON `retort\_other`.* FROM test@`%`;
-- reverse:
GRANT ALL ON `retort\_other`.* TO test@`%`;

-- if missing, create table, missing
-- if it is missing:
CREATE TABLE t (
    a int
);
-- in a script:
CREATE TABLE IF NOT EXISTS t (
    a int
);
-- no reverse

-- if missing, create table, there
-- if it is missing:
CREATE TABLE book (
    id bigint NOT NULL,
    title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title',
    pages int DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
-- in a script:
CREATE TABLE IF NOT EXISTS book (
    id bigint NOT NULL,
    title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'the title',
    pages int DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
-- if it is missing:
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- if missing, add column, missing
-- if it is missing:
ALTER TABLE book ADD COLUMN rating int;
-- no reverse

-- if missing, add column, there
-- if it is missing:
ALTER TABLE book ADD COLUMN note int;
-- no reverse

-- if missing, create index, there
-- if it is missing:
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- if missing, create index, missing
-- if it is missing:
CREATE INDEX ix_other ON book (title, pages);
-- no reverse

-- if missing, add constraint, there
-- if it is missing:
ALTER TABLE book ADD CONSTRAINT uq_code UNIQUE (code);
-- no reverse

-- if missing, create view, missing
-- if it is missing:
CREATE VIEW titles AS
SELECT title FROM book;
-- no reverse

-- if missing, create view, there
-- if it is missing:
CREATE VIEW titles AS
SELECT title FROM book;
-- no reverse

-- if missing, create sequence, there
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if missing, add enum value, missing
-- unsupported, because it has no enum types

-- if missing, add enum value, there
-- unsupported, because it has no enum types

-- if present, drop table, there
-- if it is there:
DROP TABLE book;
-- in a script:
DROP TABLE IF EXISTS book;
-- no reverse

-- if present, drop table, missing
-- if it is there:
DROP TABLE t;
-- in a script:
DROP TABLE IF EXISTS t;
-- no reverse

-- if present, rename table, missing
-- if it is there:
ALTER TABLE t RENAME TO other;
-- no reverse

-- if present, drop column, there
-- if it is there:
ALTER TABLE book DROP COLUMN note;
-- no reverse

-- if present, drop column, missing
-- if it is there:
ALTER TABLE book DROP COLUMN rating;
-- no reverse

-- if present, drop column of a missing table
-- if it is there:
ALTER TABLE t DROP COLUMN rating;
-- no reverse

-- if present, drop index, there
-- if it is there:
DROP INDEX ix_title ON book;
-- no reverse

-- if present, drop index, missing
-- if it is there:
DROP INDEX ix_other ON book;
-- no reverse

-- if present, drop index of a missing table
-- if it is there:
-- nothing to do
-- no reverse

-- if present, drop constraint, there
-- if it is there:
ALTER TABLE book DROP INDEX uq_code;
-- no reverse

-- if present, drop constraint, missing
-- if it is there:
ALTER TABLE book DROP INDEX uq_other;
-- no reverse

-- if present, drop constraint of a missing table
-- if it is there:
-- nothing to do
-- no reverse

-- if present, rename column, there
-- if it is there:
ALTER TABLE book RENAME COLUMN note TO remark;
-- no reverse

-- if present, rename column, missing
-- if it is there:
ALTER TABLE book RENAME COLUMN rating TO mark;
-- no reverse

-- if present, rename enum value, there
-- unsupported, because it has no enum types

-- if present, rename enum value, missing
-- unsupported, because it has no enum types

-- if present, alter column, there
-- if it is there:
ALTER TABLE book ALTER COLUMN code SET DEFAULT 'none';
-- no reverse

-- if present, alter column, missing
-- if it is there:
-- nothing to do
-- no reverse

-- if present, drop view, missing
-- if it is there:
DROP VIEW titles;
-- in a script:
DROP VIEW IF EXISTS titles;
-- no reverse

-- if present, drop view, there
-- if it is there:
DROP VIEW titles;
-- in a script:
DROP VIEW IF EXISTS titles;
-- no reverse

-- if present, drop sequence, missing
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if missing, create schema, there
-- if it is missing:
CREATE SCHEMA retort_other;
-- in a script:
CREATE SCHEMA IF NOT EXISTS retort_other;
-- no reverse

-- if missing, create extension, there
-- unsupported, because it has no extensions

-- if missing, create enum type, there
-- unsupported, because it has no enum types

-- if missing, create domain, there
-- unsupported, because it has no domains

-- if missing, create materialized view, there
-- unsupported, because it has no materialized views

-- if missing, create sequence, missing
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if missing, add foreign key, missing
-- if it is missing:
ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id);
-- no reverse

-- if missing, add check, missing
-- if it is missing:
ALTER TABLE book ADD CONSTRAINT ck_short CHECK (pages < 9000);
-- no reverse

-- if missing, add primary key, there
-- if it is missing:
ALTER TABLE author ADD CONSTRAINT pk_author PRIMARY KEY (id);
-- no reverse

-- if present, drop schema, there
-- if it is there:
-- refused if this finds something:
SELECT CONCAT(LOWER(table_type), ' ', table_name), table_name AS name FROM information_schema.tables
WHERE table_schema = ?
UNION ALL
SELECT CONCAT(LOWER(routine_type), ' ', routine_name), routine_name FROM information_schema.routines
WHERE routine_schema = ?
UNION ALL
SELECT CONCAT('event ', event_name), event_name FROM information_schema.events WHERE event_schema = ?
ORDER BY name;
-- with 'retort_more', 'retort_more', 'retort_more'
-- otherwise:
DROP SCHEMA retort_more;
-- no reverse

-- if present, drop extension, there
-- unsupported, because it has no extensions

-- if present, drop enum type, there
-- unsupported, because it has no enum types

-- if present, drop domain, there
-- unsupported, because it has no domains

-- if present, drop materialized view, there
-- unsupported, because it has no materialized views

-- if present, alter domain, missing
-- unsupported, because it has no domains

-- if present, refresh materialized view, missing
-- unsupported, because it has no materialized views

-- if present, alter sequence, there
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if present, alter sequence, missing
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if present, drop primary key, there
-- if it is there:
ALTER TABLE t DROP PRIMARY KEY;
-- no reverse

-- if present, comment on table, there
-- if it is there:
ALTER TABLE book COMMENT = 'all of them';
-- no reverse

-- if present, comment on table, missing
-- if it is there:
ALTER TABLE t COMMENT = 'all of them';
-- no reverse

-- if present, validate constraint, there
-- unsupported, because its checks cannot have NOT VALID

-- if present, validate constraint, missing
-- unsupported, because its checks cannot have NOT VALID

-- if present, rename table, there
-- if it is there:
ALTER TABLE book RENAME TO tome;
-- no reverse

-- if present, rename index, there
-- if it is there:
ALTER TABLE book RENAME INDEX ix_title TO ix_other;
-- no reverse

-- if present, rename index, missing
-- if it is there:
ALTER TABLE book RENAME INDEX ix_nothing TO ix_other;
-- no reverse

-- if present, rename constraint, missing
-- unsupported, because it renames no constraints but indexes; drop the constraint and add it

-- if present, rename view, there
-- if it is there:
RENAME TABLE titles TO names;
-- no reverse

-- if present, rename sequence, missing
-- unsupported, because it has no sequences; an AUTO_INCREMENT column can number rows

-- if present, rename schema, missing
-- unsupported, because it renames no schemas; drop and create it

-- if missing, attach partition, missing
-- unsupported, because its partitions are no tables of their own

-- if missing, attach partition, there
-- unsupported, because its partitions are no tables of their own

-- if present, detach partition, there
-- unsupported, because its partitions are no tables of their own

-- if present, detach partition, missing
-- unsupported, because its partitions are no tables of their own

-- rows, an expression
INSERT INTO author (name, born) VALUES (?, 40 + 2), (?, ?);
-- with 'x', '?', 1
-- no reverse

-- insert rows, values of each kind
INSERT INTO mixed (a, b, c, d, e, f, g, h, i, j) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
-- with '2020-02-29', '23:59:01.005', '2020-02-29 23:59:01.005000000', 1.50, 0.5, 9000000000, TRUE, '6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11', X'0027ff', 'it''s'
-- no reverse

-- rows of a file
INSERT INTO author (name, born) VALUES (?, ?);
-- with the rows of authors.csv
-- no reverse

-- insert rows
INSERT INTO author (name, born) VALUES (?, ?), (?, ?), (?, ?);
-- with 'name \\ '' ? ;', 1900, '-- " `', NULL, '', -1
-- no reverse

-- insert rows, texts into columns of any type
INSERT INTO mixed (a, b, c, d, e) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?);
-- with '6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11', '{}', '2020-02-29', '5', TRUE, NULL, NULL, NULL, NULL, NULL
-- no reverse

-- execute
DELETE FROM author WHERE name = '?';
-- no reverse

-- execute, with values
UPDATE author SET born = ? WHERE name <> '??';
-- with 7
-- no reverse

-- invoke
INSERT INTO author (name) VALUES ('new');
-- reverse:
DELETE FROM author WHERE name = 'new';

-- remark
-- remark: It's done; -- nearly.
-- reverse:
-- remark: It's done; -- nearly.

-- run
-- run a data step in Java
-- no reverse

-- outside a transaction, create index
-- outside the transaction
CREATE INDEX ix_code ON book (code);
-- reverse:
-- outside the transaction
DROP INDEX ix_code ON book;

-- outside a transaction, several
-- outside the transaction
DROP INDEX ix_title ON book;
-- outside the transaction
CREATE INDEX ix_code ON book (code);
-- reverse:
-- outside the transaction
DROP INDEX ix_code ON book;
-- outside the transaction
CREATE INDEX ix_title ON book (title, pages);

-- outside a transaction, execute
-- outside the transaction
INSERT INTO author (name) VALUES ('x');
-- no reverse

-- default, the present time in microseconds
CREATE TABLE t (
    a datetime(6) DEFAULT current_timestamp(6)
);
-- reverse:
DROP TABLE t;

-- default, of a long text
CREATE TABLE t (
    a longtext DEFAULT ('it''s \\')
);
-- reverse:
DROP TABLE t;

-- table option, an engine
CREATE TABLE t (
    a int
) ENGINE = MyISAM;
-- reverse:
DROP TABLE t;

-- column option, a reference system
CREATE TABLE t (
    a point NOT NULL SRID 4326
);
-- reverse:
DROP TABLE t;

-- index option, invisible
CREATE TABLE t (
    a int
);
CREATE INDEX ix ON t (a) INVISIBLE;
-- reverse:
DROP TABLE t;

-- index option, a parser
CREATE TABLE t (
    a longtext
);
CREATE FULLTEXT INDEX ix ON t (a) COMMENT 'words' WITH PARSER ngram;
-- reverse:
DROP TABLE t;

-- index method, spatial
CREATE TABLE t (
    a point NOT NULL
);
CREATE SPATIAL INDEX ix ON t (a);
-- reverse:
DROP TABLE t;

-- partitions, by ranges
CREATE TABLE t (
    a int NOT NULL,
    b varchar(9)
) COMMENT = 'in parts' ROW_FORMAT = DYNAMIC
PARTITION BY range (a) (partition p0 values less than (10) comment = 'it''s engine = 1', partition p1 values less than maxvalue);
-- reverse:
DROP TABLE t;

-- partitions, by lists and within them by values of an expression
CREATE TABLE t (
    a int NOT NULL,
    b varchar(9)
)
PARTITION BY list columns(b) subpartition by hash (a + 1) subpartitions 2 (partition p0 values in ('a', 'b'), partition p1 values in ('c'));
-- reverse:
DROP TABLE t;

-- partitions, by a key
CREATE TABLE t (
    a int NOT NULL,
    b varchar(9)
)
PARTITION BY KEY (a) PARTITIONS 4;
-- reverse:
DROP TABLE t;

-- create function
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;
-- reverse:
DROP FUNCTION plus;

-- if missing, create function, missing
-- if it is missing:
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;
-- no reverse

-- if missing, create function, there
-- if it is missing:
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;
-- no reverse

-- if present, drop function, there
-- if it is there:
DROP FUNCTION plus;
-- in a script:
DROP FUNCTION IF EXISTS plus;
-- no reverse

-- if present, drop function, missing
-- if it is there:
DROP FUNCTION plus;
-- in a script:
DROP FUNCTION IF EXISTS plus;
-- no reverse

-- replace function
DROP FUNCTION plus;
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 2;
-- reverse:
DROP FUNCTION plus;
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;

-- drop function
DROP FUNCTION plus;
-- reverse:
CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;

-- create procedure
CREATE PROCEDURE clear_t()
BEGIN
    DELETE FROM t;
    DELETE FROM t WHERE a = ';';
END;
-- reverse:
DROP PROCEDURE clear_t;

-- drop procedure
DROP PROCEDURE clear_t;
-- reverse:
CREATE PROCEDURE clear_t()
BEGIN
    DELETE FROM t;
    DELETE FROM t WHERE a = ';';
END;

-- rename function
-- unsupported, because it renames no functions; drop and create it

-- grant, on a function
GRANT EXECUTE ON FUNCTION plus TO test@`%`;
-- reverse:
REVOKE EXECUTE ON FUNCTION plus FROM test@`%`;

-- revoke, on a function
REVOKE EXECUTE ON FUNCTION plus FROM test@`%`;
-- reverse:
GRANT EXECUTE ON FUNCTION plus TO test@`%`;

-- rename procedure
-- unsupported, because it renames no procedures; drop and create it

-- grant, on a procedure
GRANT EXECUTE ON PROCEDURE clear_t TO test@`%`;
-- reverse:
REVOKE EXECUTE ON PROCEDURE clear_t FROM test@`%`;

-- revoke, on a procedure
REVOKE EXECUTE ON PROCEDURE clear_t FROM test@`%`;
-- reverse:
GRANT EXECUTE ON PROCEDURE clear_t TO test@`%`;

-- create trigger
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7;
-- reverse:
DROP TRIGGER change_t;

-- if missing, create trigger, missing
-- if it is missing:
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7;
-- no reverse

-- if missing, create trigger, there
-- if it is missing:
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7;
-- no reverse

-- if present, drop trigger, there
-- if it is there:
DROP TRIGGER change_t;
-- in a script:
DROP TRIGGER IF EXISTS change_t;
-- no reverse

-- if present, drop trigger, missing
-- if it is there:
DROP TRIGGER change_t;
-- in a script:
DROP TRIGGER IF EXISTS change_t;
-- no reverse

-- replace trigger
DROP TRIGGER change_t;
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 8;
-- reverse:
DROP TRIGGER change_t;
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7;

-- drop trigger
DROP TRIGGER change_t;
-- reverse:
CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7;

-- drop trigger, not known
DROP TRIGGER change_t;
-- no reverse

-- rename trigger
-- unsupported, because it renames no triggers; drop and create it

-- in another schema, create function
CREATE FUNCTION retort_other.plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;
-- reverse:
DROP FUNCTION retort_other.plus;

-- in another schema, drop function
DROP FUNCTION retort_other.plus;
-- reverse:
CREATE FUNCTION retort_other.plus(n int) RETURNS int DETERMINISTIC RETURN n + 1;

-- in another schema, create trigger
CREATE TRIGGER retort_other.change_t BEFORE INSERT ON retort_other.t FOR EACH ROW SET NEW.a = 7;
-- reverse:
DROP TRIGGER retort_other.change_t;

-- in another schema, drop trigger
DROP TRIGGER retort_other.change_t;
-- reverse:
CREATE TRIGGER retort_other.change_t BEFORE INSERT ON retort_other.t FOR EACH ROW SET NEW.a = 7;
