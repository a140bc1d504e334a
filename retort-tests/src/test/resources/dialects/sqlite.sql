-- What Retort's newest SQLite dialect makes of each case, without a connection.
-- Written with -Dretort.golden=write, and reviewed.

-- create table
CREATE TABLE forest (
    a integer NOT NULL,
    b integer DEFAULT 3 NOT NULL,
    c varchar(3) CHECK (c IN ('oak', 'elm')) DEFAULT 'oak',
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
    id integer NOT NULL CONSTRAINT pk_t PRIMARY KEY AUTOINCREMENT,
    room varchar(10)
);
CREATE UNIQUE INDEX ux_room ON t (room);
-- reverse:
DROP TABLE t;

-- create table, constraints without names
CREATE TABLE t (
    a integer NOT NULL,
    b integer,
    p integer,
    PRIMARY KEY (a),
    UNIQUE (b),
    CHECK (b > 0),
    FOREIGN KEY (p) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- create table, names that need quotes
CREATE TABLE "Price List" (
    "Net Price" decimal(8, 2),
    "order" integer,
    "größe" integer
);
CREATE INDEX "IX Price" ON "Price List" ("Net Price", "order");
-- reverse:
DROP TABLE "Price List";

-- create table, one column
CREATE TABLE t (
    a integer
);
-- reverse:
DROP TABLE t;

-- create table, INHERITS
-- unsupported, because its tables cannot have INHERITS

-- create table, PARTITION BY
-- unsupported, because its tables cannot have PARTITION BY

-- detach partition
-- unsupported, because its tables cannot have PARTITION BY

-- attach partition
-- unsupported, because its tables cannot have PARTITION BY

-- rename table
ALTER TABLE parent RENAME TO mother;
-- reverse:
ALTER TABLE mother RENAME TO parent;

-- rename table, a name that needs quotes
ALTER TABLE book RENAME TO "Big Volume";
-- reverse:
ALTER TABLE "Big Volume" RENAME TO book;

-- drop table
DROP TABLE book;
-- reverse:
CREATE TABLE book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
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
    a integer,
    b integer
);
-- reverse:
DROP TABLE t;

-- comment on table
-- nothing to do
-- reverse:
-- nothing to do

-- comment on table, another
-- nothing to do
-- reverse:
-- nothing to do

-- comment on table, none
-- nothing to do
-- reverse:
-- nothing to do

-- comment on table, not known
-- nothing to do
-- no reverse

-- in another schema, create table
CREATE TABLE retort_other.parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);
-- reverse:
DROP TABLE retort_other.parent;

-- in another schema, rename table
ALTER TABLE retort_other.parent RENAME TO mother;
-- reverse:
ALTER TABLE retort_other.mother RENAME TO parent;

-- in another schema, drop table
DROP TABLE retort_other.parent;
-- reverse:
CREATE TABLE retort_other.parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);

-- in another schema, comment on table
-- nothing to do
-- reverse:
-- nothing to do

-- in another schema, a table that refers to one there
CREATE TABLE retort_other.child (
    a integer,
    CONSTRAINT child_parent FOREIGN KEY (a) REFERENCES parent (id)
);
CREATE INDEX retort_other.ix_child ON child (a);
-- reverse:
DROP TABLE retort_other.child;

-- in another schema, a table that refers to one here
-- unsupported, because a foreign key refers to a table of its own database file

-- in another schema, a table here that refers to one there
-- unsupported, because a foreign key refers to a table of its own database file

-- in another schema, add column
ALTER TABLE retort_other.parent ADD COLUMN added integer DEFAULT 7;
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
-- only with a connection, which is asked for the table:
-- nothing to do
-- reverse:
-- only with a connection, which is asked for the table:
-- nothing to do

-- in another schema, alter column, NOT NULL
ALTER TABLE retort_other.parent ALTER COLUMN name SET NOT NULL;
-- reverse:
ALTER TABLE retort_other.parent ALTER COLUMN name DROP NOT NULL;

-- in another schema, alter column, a comment
-- nothing to do
-- reverse:
-- nothing to do

-- in another schema, alter column, identity, INCREMENT
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and id is not

-- in another schema, create index
CREATE INDEX retort_other.ix_parent ON parent (name);
-- reverse:
DROP INDEX retort_other.ix_parent;

-- in another schema, drop index
DROP INDEX retort_other.ix_parent;
-- reverse:
CREATE INDEX retort_other.ix_parent ON parent (name);

-- in another schema, add check
ALTER TABLE retort_other.parent ADD CONSTRAINT ck_parent CHECK (id > 0);
-- reverse:
ALTER TABLE retort_other.parent DROP CONSTRAINT ck_parent;

-- in another schema, drop check
ALTER TABLE retort_other.parent DROP CONSTRAINT ck_parent;
-- reverse:
ALTER TABLE retort_other.parent ADD CONSTRAINT ck_parent CHECK (id > 0);

-- in another schema, add unique constraint
-- only with a connection, which is asked for the table:
CREATE TABLE retort_other.retort_new_parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id),
    CONSTRAINT uq_parent UNIQUE (name)
);
INSERT OR ABORT INTO retort_other.retort_new_parent (id, name) SELECT id, name FROM retort_other.parent;
DROP TABLE retort_other.parent;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_other.retort_new_parent RENAME TO parent;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_other.retort_new_parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);
INSERT OR ABORT INTO retort_other.retort_new_parent (id, name) SELECT id, name FROM retort_other.parent;
DROP TABLE retort_other.parent;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_other.retort_new_parent RENAME TO parent;
PRAGMA legacy_alter_table = OFF;

-- in another schema, drop unique constraint
-- only with a connection, which is asked for the table:
CREATE TABLE retort_other.retort_new_parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id)
);
INSERT OR ABORT INTO retort_other.retort_new_parent (id, name) SELECT id, name FROM retort_other.parent;
DROP TABLE retort_other.parent;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_other.retort_new_parent RENAME TO parent;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_other.retort_new_parent (
    id integer NOT NULL,
    name varchar(20),
    CONSTRAINT parent_pk PRIMARY KEY (id),
    CONSTRAINT uq_parent UNIQUE (name)
);
INSERT OR ABORT INTO retort_other.retort_new_parent (id, name) SELECT id, name FROM retort_other.parent;
DROP TABLE retort_other.parent;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_other.retort_new_parent RENAME TO parent;
PRAGMA legacy_alter_table = OFF;

-- in another schema, create view
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;
-- reverse:
DROP VIEW retort_other.great;

-- in another schema, replace view
DROP VIEW retort_other.great;
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 3;
-- reverse:
DROP VIEW retort_other.great;
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;

-- in another schema, drop view
DROP VIEW retort_other.great;
-- reverse:
CREATE VIEW retort_other.great AS
SELECT a FROM retort_other.t WHERE a > 1;

-- in another schema, rename view
-- unsupported, because it renames no views; drop and create it

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
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- in another schema, grant
-- unsupported, because it has no privileges but those of the file

-- in another schema, revoke
-- unsupported, because it has no privileges but those of the file

-- in another schema, attach partition
-- unsupported, because its tables cannot have PARTITION BY

-- in another schema, detach partition
-- unsupported, because its tables cannot have PARTITION BY

-- types of numbers
CREATE TABLE t (
    a_boolean boolean,
    a_tinyint tinyint,
    a_smallint smallint,
    a_integer integer,
    a_bigint bigint,
    a_decimal decimal,
    a_decimal_10_2 decimal(10, 2),
    a_decimal_9_0 decimal(9, 0),
    a_real real,
    a_double double precision
);
-- reverse:
DROP TABLE t;

-- types of texts
CREATE TABLE t (
    a_char_1 char(1),
    a_char_12 char(12),
    a_varchar varchar,
    a_varchar_255 varchar(255),
    a_text text
);
-- reverse:
DROP TABLE t;

-- types without length
CREATE TABLE t (
    a_char char,
    a_binary binary,
    a_varbinary varbinary,
    a_time_0 time(0),
    a_decimal_9 decimal(9)
);
-- reverse:
DROP TABLE t;

-- types of bytes
CREATE TABLE t (
    a_binary_16 binary(16),
    a_varbinary_200 varbinary(200),
    a_blob blob
);
-- reverse:
DROP TABLE t;

-- types of times
CREATE TABLE t (
    a_date date,
    a_time time,
    a_time_3 time(3),
    a_timestamp timestamp,
    a_timestamp_0 timestamp(0),
    a_timestamp_3 timestamp(3),
    a_timestamp_6 timestamp(6),
    a_timestamp_with_time_zone timestamp with time zone,
    a_timestamp_with_time_zone_4 timestamp with time zone(4)
);
-- reverse:
DROP TABLE t;

-- types of times of day with time zone
CREATE TABLE t (
    a_time_with_time_zone time with time zone,
    a_time_with_time_zone_2 time with time zone(2)
);
-- reverse:
DROP TABLE t;

-- types uuid, json, enum
CREATE TABLE t (
    a_uuid uuid,
    a_json json,
    type_3 varchar(4) CHECK (type_3 IN ('new', 'it''s', 'a,b', 'd)e'))
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
    odd_text varchar(40) DEFAULT 'a \ '' ? -- ; " `',
    empty_text varchar(40) DEFAULT '',
    like_a_number varchar(40) DEFAULT '1',
    like_no_value varchar(40) DEFAULT 'NULL',
    of_fixed_length char(3) DEFAULT 'abc',
    number integer DEFAULT -5,
    small_number smallint DEFAULT 7 NOT NULL,
    great_number bigint DEFAULT 9000000000,
    decimal_number decimal(10, 2) DEFAULT 1.50,
    truth boolean DEFAULT TRUE,
    no_truth boolean DEFAULT FALSE NOT NULL,
    word varchar(4) CHECK (word IN ('new', 'it''s')) DEFAULT 'it''s',
    moment timestamp DEFAULT CURRENT_TIMESTAMP
);
-- reverse:
DROP TABLE t;

-- default, an expression
CREATE TABLE t (
    expression integer DEFAULT (1 + 2)
);
-- reverse:
DROP TABLE t;

-- add column
ALTER TABLE book ADD COLUMN added boolean;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, commented
ALTER TABLE book ADD COLUMN added varchar(13);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, NOT NULL with a default
ALTER TABLE book ADD COLUMN added varchar(9) DEFAULT 'it''s' NOT NULL;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, NOT NULL DEFAULT false
ALTER TABLE book ADD COLUMN sold boolean DEFAULT FALSE NOT NULL;
-- reverse:
ALTER TABLE book DROP COLUMN sold;

-- add column, NOT NULL without default, to an empty table
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    added varchar(9) NOT NULL,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, DEFAULT CURRENT_TIMESTAMP
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    added timestamp DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, the current time as default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    added timestamp DEFAULT current_timestamp,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, an enum
ALTER TABLE book ADD COLUMN added varchar(4) CHECK (added IN ('a', 'it''s'));
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, a name that needs quotes
ALTER TABLE book ADD COLUMN "Is Added" integer;
-- reverse:
ALTER TABLE book DROP COLUMN "Is Added";

-- add column, generated, VIRTUAL
ALTER TABLE book ADD COLUMN added integer GENERATED ALWAYS AS (pages + 1) VIRTUAL;
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, generated, STORED
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    added integer GENERATED ALWAYS AS (pages + 1) STORED,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, with a collation
ALTER TABLE book ADD COLUMN added varchar(9) COLLATE "NOCASE";
-- reverse:
ALTER TABLE book DROP COLUMN added;

-- add column, identity
-- unsupported, because an AUTOINCREMENT column has to be the primary key, so it comes with a new table

-- add column, identity, GENERATED ALWAYS
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- add column, identity, START, INCREMENT
-- unsupported, because an AUTOINCREMENT column has to be the primary key, so it comes with a new table

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
ALTER TABLE book RENAME COLUMN note TO "A Remark";
-- reverse:
ALTER TABLE book RENAME COLUMN "A Remark" TO note;

-- column, generated, STORED
CREATE TABLE t (
    n integer,
    a integer GENERATED ALWAYS AS (n * 2) STORED
);
-- reverse:
DROP TABLE t;

-- column, generated, VIRTUAL
CREATE TABLE t (
    n integer,
    a integer GENERATED ALWAYS AS (n * 2) VIRTUAL
);
-- reverse:
DROP TABLE t;

-- column, ON UPDATE
-- unsupported, because its columns cannot have ON UPDATE

-- column, ON UPDATE and DEFAULT
-- unsupported, because its columns cannot have ON UPDATE

-- column, with a collation
CREATE TABLE t (
    a varchar(20) COLLATE "NOCASE"
);
-- reverse:
DROP TABLE t;

-- column, with a character set
-- unsupported, because its columns cannot have CHARACTER SET

-- column, invisible
-- unsupported, because its columns cannot have INVISIBLE

-- column, identity
CREATE TABLE t (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT
);
-- reverse:
DROP TABLE t;

-- column, identity, GENERATED ALWAYS
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- column, identity, START
-- unsupported, because an AUTOINCREMENT column such as id has START 1 and INCREMENT 1

-- column, identity, INCREMENT
-- unsupported, because an AUTOINCREMENT column such as id has START 1 and INCREMENT 1

-- column, identity, MINVALUE, MAXVALUE, CACHE, CYCLE
-- unsupported, because its columns cannot have MINVALUE

-- column, identity, in a key of several columns
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and id is not

-- column, identity, in no key
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and id is not

-- alter column, a longer text
-- only with a connection, which is asked for the table:
-- nothing to do
-- reverse:
-- only with a connection, which is asked for the table:
-- nothing to do

-- alter column, a longer text of a column with everything
-- only with a connection, which is asked for the table:
-- nothing to do
-- reverse:
-- only with a connection, which is asked for the table:
-- nothing to do

-- alter column, a shorter text
-- only with a connection, which is asked for the table:
-- nothing to do
-- reverse:
-- only with a connection, which is asked for the table:
-- nothing to do

-- alter column, integer instead of bigint
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a integer DEFAULT 5
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a bigint DEFAULT 5
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, a longer decimal
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a decimal(12, 4) DEFAULT 1.50
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a decimal(8, 2) DEFAULT 1.50
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, a generated column
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a bigint GENERATED ALWAYS AS (n * 2) STORED
);
INSERT OR ABORT INTO retort_new_t (rowid, n) SELECT rowid, n FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a integer GENERATED ALWAYS AS (n * 2) STORED
);
INSERT OR ABORT INTO retort_new_t (rowid, n) SELECT rowid, n FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, bigint instead of integer, identity
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and a is not

-- alter column, a number instead of a text
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code integer,
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, a text instead of a number
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id varchar(10),
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, a number instead of a text, USING
-- unsupported, because its columns cannot have USING; add a column, fill it, drop the other and rename it

-- alter column, a text with a default becomes a number
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a integer DEFAULT '5'
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20) DEFAULT '5'
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, bigint instead of integer
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a bigint NOT NULL
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a integer NOT NULL
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, one more word
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(4) CHECK (a IN ('new', 'it''s', 'gone'))
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(4) CHECK (a IN ('new', 'it''s'))
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, words instead of a text
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(4) CHECK (a IN ('new', 'it''s'))
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20)
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, another default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'other \ ''' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, no default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, no default of a nullable column
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, a default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90) DEFAULT 'y',
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, an expression as default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20) DEFAULT (lower('ABC')),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, no NOT NULL
ALTER TABLE book ALTER COLUMN title DROP NOT NULL;
-- reverse:
ALTER TABLE book ALTER COLUMN title SET NOT NULL;

-- alter column, NOT NULL
ALTER TABLE book ALTER COLUMN note SET NOT NULL;
-- reverse:
ALTER TABLE book ALTER COLUMN note DROP NOT NULL;

-- alter column, another comment
-- nothing to do
-- reverse:
-- nothing to do

-- alter column, no comment
-- nothing to do
-- reverse:
-- nothing to do

-- alter column, a comment
-- nothing to do
-- reverse:
-- nothing to do

-- alter column, another type, and NOT NULL
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(200) NOT NULL,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, another type and default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages bigint DEFAULT 7,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, all at once
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code integer DEFAULT 5 NOT NULL,
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- alter column, a collation
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20) COLLATE "NOCASE"
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20)
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, no collation
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20)
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    n integer,
    a varchar(20) COLLATE "NOCASE"
);
INSERT OR ABORT INTO retort_new_t (rowid, n, a) SELECT rowid, n, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- alter column, a longer text with a collation
-- only with a connection, which is asked for the table:
-- nothing to do
-- reverse:
-- only with a connection, which is asked for the table:
-- nothing to do

-- alter column, a character set
-- unsupported, because its columns cannot have CHARACTER SET

-- alter column, ON UPDATE
-- unsupported, because its columns cannot have ON UPDATE

-- alter column, no ON UPDATE
-- unsupported, because its columns cannot have ON UPDATE

-- alter column, identity, INCREMENT
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and a is not

-- alter column, identity, MINVALUE, MAXVALUE, CACHE, CYCLE
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and a is not

-- alter column, identity, GENERATED ALWAYS
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and a is not

-- alter column, identity, START
-- unsupported, because an AUTOINCREMENT column has to be the whole primary key, and a is not

-- alter column, identity set
-- unsupported, because an AUTOINCREMENT column has no options, and stays one

-- alter column, identity set, START
-- unsupported, because an AUTOINCREMENT column has no options, and stays one

-- alter column, identity set, START, INCREMENT
-- unsupported, because an AUTOINCREMENT column has no options, and stays one

-- alter column, identity set and bigint instead of integer
-- unsupported, because an AUTOINCREMENT column has no options, and stays one

-- alter column, identity dropped
-- unsupported, because an AUTOINCREMENT column has no options, and stays one

-- alter column, not known, a longer text
-- only with a connection, which is asked for the table:
-- nothing to do
-- no reverse

-- alter column, not known, another default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'new' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- alter column, not known, no default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- alter column, not known, another number as default
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 2,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- alter column, not known, no NOT NULL
ALTER TABLE book ALTER COLUMN title DROP NOT NULL;
-- no reverse

-- alter column, not known, another comment
-- nothing to do
-- no reverse

-- add primary key
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    PRIMARY KEY (id)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- add primary key, named, of several columns
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT pk_book PRIMARY KEY (id, title)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- add unique constraint
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_title UNIQUE (title, code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- add unique constraint without a name
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    UNIQUE (title, code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- add check
ALTER TABLE book ADD CONSTRAINT ck_title CHECK (title <> 'x');
-- reverse:
ALTER TABLE book DROP CONSTRAINT ck_title;

-- add check without a name
ALTER TABLE book ADD CHECK (author_id > 0);
-- no reverse

-- add foreign key
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- add foreign key, cascading
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- add foreign key without a name
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    FOREIGN KEY (author_id) REFERENCES author (id)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- add foreign key, NOT VALID
-- unsupported, because its foreign keys cannot have NOT VALID

-- add check, NOT VALID
-- unsupported, because its checks cannot have NOT VALID

-- drop primary key
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    CONSTRAINT pk_t PRIMARY KEY (a)
);
INSERT OR ABORT INTO retort_new_t (a, b) SELECT a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- drop primary key, whose name is not known
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    PRIMARY KEY (a)
);
INSERT OR ABORT INTO retort_new_t (a, b) SELECT a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- drop unique constraint
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_code UNIQUE (code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- drop check
ALTER TABLE book DROP CONSTRAINT ck_pages;
-- reverse:
ALTER TABLE book ADD CONSTRAINT ck_pages CHECK (pages > 0);

-- drop check, not known
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- drop foreign key
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- drop unique constraint without a name
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    UNIQUE (b)
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- drop check without a name
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
ALTER TABLE t ADD CHECK (b > 0);

-- drop foreign key without a name
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    FOREIGN KEY (b) REFERENCES parent (id)
);
INSERT OR ABORT INTO retort_new_t (rowid, a, b) SELECT rowid, a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- rename constraint
-- unsupported, because it renames no constraints; drop the constraint and add it

-- validate constraint
-- unsupported, because its checks cannot have NOT VALID

-- primary key, named
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    CONSTRAINT pk_t PRIMARY KEY (a)
);
-- reverse:
DROP TABLE t;

-- primary key, of several columns
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer NOT NULL,
    PRIMARY KEY (b, a)
);
-- reverse:
DROP TABLE t;

-- primary key, of a nullable column
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
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
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT uq_t UNIQUE (b, a)
);
-- reverse:
DROP TABLE t;

-- unique constraint, INCLUDE
-- unsupported, because its unique constraints cannot have INCLUDE

-- unique constraint, NULLS NOT DISTINCT
-- unsupported, because its unique constraints cannot have NULLS NOT DISTINCT

-- unique constraint, commented
-- unsupported, because its unique constraints cannot have COMMENT

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
    a integer DEFAULT 1,
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
    a integer DEFAULT 1,
    b integer,
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
-- unsupported, because its checks cannot have NOT ENFORCED

-- check, NO INHERIT
-- unsupported, because its checks cannot have NO INHERIT

-- foreign key, ON DELETE NO ACTION
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE NO ACTION
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE RESTRICT
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE RESTRICT
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE RESTRICT
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE RESTRICT
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE CASCADE
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE CASCADE
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE CASCADE
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE CASCADE
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE SET NULL
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET NULL
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE SET NULL
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET NULL
);
-- reverse:
DROP TABLE t;

-- foreign key, ON DELETE SET DEFAULT
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer DEFAULT 1,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET DEFAULT
);
-- reverse:
DROP TABLE t;

-- foreign key, ON UPDATE SET DEFAULT
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer DEFAULT 1,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET DEFAULT
);
-- reverse:
DROP TABLE t;

-- foreign key, of several columns
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (a, b) REFERENCES parent (a, b)
);
-- reverse:
DROP TABLE t;

-- foreign key, to its own table
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
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
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) DEFERRABLE INITIALLY IMMEDIATE
);
-- reverse:
DROP TABLE t;

-- foreign key, INITIALLY DEFERRED
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED
);
-- reverse:
DROP TABLE t;

-- create index
CREATE INDEX ix ON book (code);
-- reverse:
DROP INDEX ix;

-- create index, of several columns
CREATE INDEX ix ON book (code, note);
-- reverse:
DROP INDEX ix;

-- create index, unique
CREATE UNIQUE INDEX ix ON book (pages, code);
-- reverse:
DROP INDEX ix;

-- create index, a name that needs quotes
CREATE INDEX "IX Code" ON book (code);
-- reverse:
DROP INDEX "IX Code";

-- create index, DESC
CREATE INDEX ix ON book (pages DESC, code);
-- reverse:
DROP INDEX ix;

-- rename index
-- only with a connection, which is asked for the table:
DROP INDEX ix_title;
CREATE INDEX "By Title" ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
DROP INDEX "By Title";
CREATE INDEX ix_title ON book (title, pages);

-- drop index
DROP INDEX ix_title;
-- reverse:
CREATE INDEX ix_title ON book (title, pages);

-- drop index, not known
DROP INDEX ix_title;
-- no reverse

-- create index, concurrently
CREATE INDEX ix ON book (code);
-- reverse:
DROP INDEX ix;

-- drop index, concurrently
DROP INDEX ix_title;
-- reverse:
CREATE INDEX ix_title ON book (title, pages);

-- drop index, concurrently, not known
DROP INDEX ix_title;
-- no reverse

-- create index, WHERE
CREATE INDEX ix ON book (code) WHERE pages > 10;
-- reverse:
DROP INDEX ix;

-- create index, unique, WHERE
CREATE UNIQUE INDEX ix ON book (code) WHERE pages > 10;
-- reverse:
DROP INDEX ix;

-- create table, an index WHERE
CREATE TABLE t (
    n integer
);
CREATE INDEX ix ON t (n) WHERE n > 1;
-- reverse:
DROP TABLE t;

-- create index, of an expression
CREATE INDEX ix ON book ((lower(title)));
-- reverse:
DROP INDEX ix;

-- create index, of an expression and a column
CREATE INDEX ix ON book ((lower(title)), pages);
-- reverse:
DROP INDEX ix;

-- create index, unique, of an expression DESC
CREATE UNIQUE INDEX ix ON book ((lower(title)) DESC);
-- reverse:
DROP INDEX ix;

-- create index, unique, DESC, INCLUDE, WHERE
-- unsupported, because its indexes cannot have INCLUDE

-- create index, INCLUDE
-- unsupported, because its indexes cannot have INCLUDE

-- create index, unique, NULLS NOT DISTINCT
-- unsupported, because its indexes cannot have NULLS NOT DISTINCT

-- create index, prefix length
-- unsupported, because its indexes cannot have prefix lengths of columns

-- create index, with a collation
CREATE INDEX ix ON book (code COLLATE "NOCASE");
-- reverse:
DROP INDEX ix;

-- create index, with an operator class
-- unsupported, because its indexes cannot have operator class text_pattern_ops

-- create index, NULLS FIRST
-- unsupported, because its indexes cannot have NULLS FIRST

-- create index, DESC NULLS LAST
-- unsupported, because its indexes cannot have NULLS LAST

-- create index, with an access method
-- unsupported, because its indexes cannot have access methods

-- create index, commented
-- unsupported, because its indexes cannot have COMMENT

-- create sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, START, INCREMENT
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, descending
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, START below 1
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, MINVALUE, MAXVALUE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, CACHE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, CYCLE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, AS smallint
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- in another schema, create sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, START
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, greater INCREMENT
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, smaller INCREMENT
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, START and INCREMENT
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, MINVALUE, MAXVALUE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, CACHE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, CYCLE
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, AS smallint
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, INCREMENT, not known
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- in another schema, alter sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- in another schema, drop sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, OWNED BY
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, OWNED BY
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- drop sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- drop sequence, not known
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- batch, nothing
-- nothing to do
-- reverse:
-- nothing to do

-- batch, nothing, but anew
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- batch, a new column with a check and an index
ALTER TABLE book ADD COLUMN rating integer DEFAULT 3 NOT NULL;
ALTER TABLE book ADD CONSTRAINT ck_rating CHECK (rating < 6);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
DROP INDEX ix_rating;
ALTER TABLE book DROP CONSTRAINT ck_rating;
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column with a check and an index, anew
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    rating integer DEFAULT 3 NOT NULL,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT ck_rating CHECK (rating < 6)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    rating integer DEFAULT 3 NOT NULL,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note, rating) SELECT rowid, id, title, pages, code, author_id, note, rating FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column with a check and an index, in place
ALTER TABLE book ADD COLUMN rating integer DEFAULT 3 NOT NULL;
ALTER TABLE book ADD CONSTRAINT ck_rating CHECK (rating < 6);
CREATE INDEX ix_rating ON book (rating);
-- reverse:
DROP INDEX ix_rating;
ALTER TABLE book DROP CONSTRAINT ck_rating;
ALTER TABLE book DROP COLUMN rating;

-- batch, a column, a constraint and an index changed
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id integer,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_note UNIQUE (note)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_code UNIQUE (code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- batch, a column, a constraint and an index changed, anew
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id integer,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_note UNIQUE (note)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT uq_code UNIQUE (code)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);

-- batch, a new column before another
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    rating integer DEFAULT 3 NOT NULL,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN rating;

-- batch, a new column after another
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    rating integer DEFAULT 3 NOT NULL,
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN rating;

-- batch, new columns one after the other
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    rating integer DEFAULT 3 NOT NULL,
    stars integer,
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- reverse:
ALTER TABLE book DROP COLUMN stars;
ALTER TABLE book DROP COLUMN rating;

-- batch, a column after another
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    note varchar(90),
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, note, title, pages, code, author_id) SELECT rowid, id, note, title, pages, code, author_id FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- batch, a column before the first
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    code varchar(20),
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, code, id, title, pages, author_id, note) SELECT rowid, code, id, title, pages, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- batch, an option
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer NOT NULL,
    b integer,
    PRIMARY KEY (a)
) WITHOUT ROWID;
INSERT OR ABORT INTO retort_new_t (a, b) SELECT a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- reverse:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer NOT NULL,
    b integer,
    PRIMARY KEY (a)
);
INSERT OR ABORT INTO retort_new_t (a, b) SELECT a, b FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- batch, a new identity column with its primary key
-- unsupported, because an AUTOINCREMENT column has to be the primary key, so it comes with a new table

-- batch, a new identity column with a unique constraint
-- unsupported, because an AUTOINCREMENT column has to be the primary key, so it comes with a new table

-- create view
CREATE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 100;
-- reverse:
DROP VIEW long_books;

-- create view, ending with a semicolon
CREATE VIEW "a b" AS
SELECT title FROM book;
-- reverse:
DROP VIEW "a b";

-- replace view
DROP VIEW long_books;
CREATE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 200;
-- reverse:
DROP VIEW long_books;
CREATE VIEW long_books AS
SELECT id, title FROM book WHERE pages > 100;

-- replace view, not known
DROP VIEW long_books;
CREATE VIEW long_books AS
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
-- unsupported, because it renames no views; drop and create it

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
-- unsupported, because it has no schemas but attached files

-- drop schema
-- unsupported, because it has no schemas but attached files

-- rename schema
-- unsupported, because it has no schemas but attached files

-- rename sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

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
-- unsupported, because it has no privileges but those of the file

-- grant, on columns
-- unsupported, because it has no privileges but those of the file

-- grant, on a sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- grant, on a schema
-- unsupported, because it has no schemas but attached files

-- grant, with grant option
-- unsupported, because it has no privileges but those of the file

-- revoke
-- unsupported, because it has no privileges but those of the file

-- revoke, on columns
-- unsupported, because it has no privileges but those of the file

-- revoke, on a sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- revoke, on a schema
-- unsupported, because it has no schemas but attached files

-- if missing, create table, missing
-- if it is missing:
CREATE TABLE t (
    a integer
);
-- in a script:
CREATE TABLE IF NOT EXISTS t (
    a integer
);
-- no reverse

-- if missing, create table, there
-- if it is missing:
CREATE TABLE book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
-- in a script:
CREATE TABLE IF NOT EXISTS book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
-- if it is missing:
CREATE INDEX ix_title ON book (title, pages);
-- in a script:
CREATE INDEX IF NOT EXISTS ix_title ON book (title, pages);
-- no reverse

-- if missing, add column, missing
-- if it is missing:
ALTER TABLE book ADD COLUMN rating integer;
-- no reverse

-- if missing, add column, there
-- if it is missing:
ALTER TABLE book ADD COLUMN note integer;
-- no reverse

-- if missing, create index, there
-- if it is missing:
CREATE INDEX ix_title ON book (title, pages);
-- in a script:
CREATE INDEX IF NOT EXISTS ix_title ON book (title, pages);
-- no reverse

-- if missing, create index, missing
-- if it is missing:
CREATE INDEX ix_other ON book (title, pages);
-- in a script:
CREATE INDEX IF NOT EXISTS ix_other ON book (title, pages);
-- no reverse

-- if missing, add constraint, there
-- if it is missing:
-- nothing to do
-- no reverse

-- if missing, create view, missing
-- if it is missing:
CREATE VIEW titles AS
SELECT title FROM book;
-- in a script:
CREATE VIEW IF NOT EXISTS titles AS
SELECT title FROM book;
-- no reverse

-- if missing, create view, there
-- if it is missing:
CREATE VIEW titles AS
SELECT title FROM book;
-- in a script:
CREATE VIEW IF NOT EXISTS titles AS
SELECT title FROM book;
-- no reverse

-- if missing, create sequence, there
-- unsupported, because it has no sequences; a table with one row can hold the next number

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
DROP INDEX ix_title;
-- in a script:
DROP INDEX IF EXISTS ix_title;
-- no reverse

-- if present, drop index, missing
-- if it is there:
DROP INDEX ix_other;
-- in a script:
DROP INDEX IF EXISTS ix_other;
-- no reverse

-- if present, drop index of a missing table
-- if it is there:
DROP INDEX ix_other;
-- in a script:
DROP INDEX IF EXISTS ix_other;
-- no reverse

-- if present, drop constraint, there
-- if it is there:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- if present, drop constraint, missing
-- if it is there:
-- nothing to do
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
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20) DEFAULT 'none',
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
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
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- if missing, create schema, there
-- unsupported, because it has no schemas but attached files

-- if missing, create extension, there
-- unsupported, because it has no extensions

-- if missing, create enum type, there
-- unsupported, because it has no enum types

-- if missing, create domain, there
-- unsupported, because it has no domains

-- if missing, create materialized view, there
-- unsupported, because it has no materialized views

-- if missing, create sequence, missing
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- if missing, add foreign key, missing
-- if it is missing:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_book (
    id bigint NOT NULL,
    title varchar(50) DEFAULT 'it''s' NOT NULL,
    pages integer DEFAULT 1,
    code varchar(20),
    author_id bigint,
    note varchar(90),
    CONSTRAINT uq_code UNIQUE (code),
    CONSTRAINT ck_pages CHECK (pages > 0),
    CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id)
);
INSERT OR ABORT INTO retort_new_book (rowid, id, title, pages, code, author_id, note) SELECT rowid, id, title, pages, code, author_id, note FROM book;
DROP TABLE book;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_book RENAME TO book;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_title ON book (title, pages);
-- no reverse

-- if missing, add check, missing
-- if it is missing:
ALTER TABLE book ADD CONSTRAINT ck_short CHECK (pages < 9000);
-- no reverse

-- if missing, add primary key, there
-- if it is missing:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_author (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    name varchar(50),
    born integer,
    CONSTRAINT pk_author PRIMARY KEY (id)
);
INSERT OR ABORT INTO retort_new_author (id, name, born) SELECT id, name, born FROM author;
DELETE FROM main.sqlite_sequence WHERE name = 'retort_new_author';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'retort_new_author', seq FROM main.sqlite_sequence WHERE name = 'author';
DROP TABLE author;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_author RENAME TO author;
PRAGMA legacy_alter_table = OFF;
-- no reverse

-- if present, drop schema, there
-- unsupported, because it has no schemas but attached files

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
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- if present, alter sequence, missing
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- if present, drop primary key, there
-- if it is there:
-- only with a connection, which is asked for the table:
CREATE TABLE retort_new_t (
    a integer NOT NULL
);
INSERT OR ABORT INTO retort_new_t (rowid, a) SELECT rowid, a FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE retort_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
-- no reverse

-- if present, comment on table, there
-- nothing to do
-- no reverse

-- if present, comment on table, missing
-- nothing to do
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
-- only with a connection, which is asked for the table:
DROP INDEX ix_title;
CREATE INDEX ix_other ON book (title, pages);
-- no reverse

-- if present, rename index, missing
-- if it is there:
-- nothing to do
-- no reverse

-- if present, rename constraint, missing
-- unsupported, because it renames no constraints; drop the constraint and add it

-- if present, rename view, there
-- unsupported, because it renames no views; drop and create it

-- if present, rename sequence, missing
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- if present, rename schema, missing
-- unsupported, because it has no schemas but attached files

-- if missing, attach partition, missing
-- unsupported, because its tables cannot have PARTITION BY

-- if missing, attach partition, there
-- unsupported, because its tables cannot have PARTITION BY

-- if present, detach partition, there
-- unsupported, because its tables cannot have PARTITION BY

-- if present, detach partition, missing
-- unsupported, because its tables cannot have PARTITION BY

-- rows, an expression
INSERT INTO author (name, born) VALUES (?, 40 + 2), (?, ?);
-- with 'x', '?', 1
-- no reverse

-- insert rows, values of each kind
INSERT INTO mixed (a, b, c, d, e, f, g, h, i, j) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
-- with '2020-02-29', '23:59:01.005', '2020-02-29 23:59:01.005', 1.50, 0.5, 9000000000, TRUE, '6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11', X'0027ff', 'it''s'
-- no reverse

-- rows of a file
INSERT INTO author (name, born) VALUES (?, ?);
-- with the rows of authors.csv
-- no reverse

-- insert rows
INSERT INTO author (name, born) VALUES (?, ?), (?, ?), (?, ?);
-- with 'name \ '' ? ;', 1900, '-- " `', NULL, '', -1
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
DROP INDEX ix_code;

-- outside a transaction, several
-- outside the transaction
DROP INDEX ix_title;
-- outside the transaction
CREATE INDEX ix_code ON book (code);
-- reverse:
-- outside the transaction
DROP INDEX ix_code;
-- outside the transaction
CREATE INDEX ix_title ON book (title, pages);

-- outside a transaction, execute
-- outside the transaction
INSERT INTO author (name) VALUES ('x');
-- no reverse

-- table option, strict
CREATE TABLE t (
    a text NOT NULL,
    PRIMARY KEY (a)
) STRICT;
-- reverse:
DROP TABLE t;

-- table option, without rowid
CREATE TABLE t (
    a text NOT NULL,
    PRIMARY KEY (a)
) WITHOUT ROWID;
-- reverse:
DROP TABLE t;

-- create trigger
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;
-- reverse:
DROP TRIGGER change_t;

-- if missing, create trigger, missing
-- if it is missing:
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;
-- in a script:
CREATE TRIGGER IF NOT EXISTS change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;
-- no reverse

-- if missing, create trigger, there
-- if it is missing:
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;
-- in a script:
CREATE TRIGGER IF NOT EXISTS change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;
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
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 8; END;
-- reverse:
DROP TRIGGER change_t;
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;

-- drop trigger
DROP TRIGGER change_t;
-- reverse:
CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;

-- drop trigger, not known
DROP TRIGGER change_t;
-- no reverse

-- rename trigger
-- unsupported, because it renames no triggers; drop and create it
