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

-- create table, numbered
CREATE TABLE t (
    id integer NOT NULL CONSTRAINT pk_t PRIMARY KEY AUTOINCREMENT,
    room varchar(10)
);
CREATE UNIQUE INDEX ux_room ON t (room);

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

-- create table, names that need quotes
CREATE TABLE "Price List" (
    "Net Price" decimal(8, 2),
    "order" integer,
    "größe" integer
);
CREATE INDEX "IX Price" ON "Price List" ("Net Price", "order");

-- create table, one column
CREATE TABLE t (
    a integer
);

-- create table, inheriting
-- unsupported, because its tables cannot have INHERITS

-- create table, partitioned
-- unsupported, because its tables cannot have PARTITION BY

-- rename table
ALTER TABLE parent RENAME TO mother;

-- rename table, a name that needs quotes
ALTER TABLE book RENAME TO "Big Volume";

-- drop table
DROP TABLE book;

-- drop table, not known
DROP TABLE book;

-- create table with comments
CREATE TABLE t (
    a integer,
    b integer
);

-- comment on table
-- nothing to do

-- comment on table, another
-- nothing to do

-- comment on table, none
-- nothing to do

-- comment on table, not known
-- nothing to do

-- in another schema, create table
CREATE TABLE retort_elsewhere.parent (
    id integer NOT NULL,
    CONSTRAINT parent_pk PRIMARY KEY (id)
);

-- in another schema, a table that refers to one there
CREATE TABLE retort_elsewhere.child (
    a integer,
    CONSTRAINT child_parent FOREIGN KEY (a) REFERENCES parent (id)
);
CREATE INDEX retort_elsewhere.ix_child ON child (a);

-- in another schema, rename table
ALTER TABLE retort_elsewhere.parent RENAME TO mother;

-- in another schema, drop table
DROP TABLE retort_elsewhere.parent;

-- in another schema, a table that refers to one here
-- unsupported, because a foreign key stays within its database file

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

-- types of texts
CREATE TABLE t (
    a_char_1 char(1),
    a_char_12 char(12),
    a_varchar varchar,
    a_varchar_255 varchar(255),
    a_text text
);

-- types of bytes
CREATE TABLE t (
    a_binary_16 binary(16),
    a_varbinary_200 varbinary(200),
    a_blob blob
);

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

-- types of times of day with time zone
CREATE TABLE t (
    a_time_with_time_zone time with time zone,
    a_time_with_time_zone_2 time with time zone(2)
);

-- types of other things
CREATE TABLE t (
    a_uuid uuid,
    a_json json,
    type_3 varchar(4) CHECK (type_3 IN ('new', 'it''s', 'a,b', 'd)e'))
);

-- types of arrays
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
    expression integer DEFAULT (1 + 2),
    moment timestamp DEFAULT CURRENT_TIMESTAMP
);

-- add column
ALTER TABLE book ADD COLUMN added boolean;

-- add column, commented
ALTER TABLE book ADD COLUMN added varchar(13);

-- add column, required, with a default
ALTER TABLE book ADD COLUMN added varchar(9) DEFAULT 'it''s' NOT NULL;

-- add column, required, false by default
ALTER TABLE book ADD COLUMN sold boolean DEFAULT FALSE NOT NULL;

-- add column, required, without default
-- unsupported, because a column added to a table has to allow NULL or to have a default; otherwise the table has to be made anew

-- add column, the present time by default
-- unsupported, because the default of a column added to a table must be a constant, and CURRENT_TIMESTAMP is none; add the column without default and fill it, or make the table anew with op.execute(…)

-- add column, a list of words
ALTER TABLE book ADD COLUMN added varchar(4) CHECK (added IN ('a', 'it''s'));

-- add column, a name that needs quotes
ALTER TABLE book ADD COLUMN "Is Added" integer;

-- add column, computed when it is read
ALTER TABLE book ADD COLUMN added integer GENERATED ALWAYS AS (pages + 1) VIRTUAL;

-- add column, computed when a row is written
-- unsupported, because a generated column added to a table with rows has to be VIRTUAL, in Java virtualAs(…); for a STORED one the table has to be made anew

-- add column, with a collation
ALTER TABLE book ADD COLUMN added varchar(9) COLLATE "NOCASE";

-- add column, numbered
-- unsupported, because an AUTOINCREMENT column cannot be added to a table; the table has to be made anew

-- add column, numbered, always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- add column, numbered in steps
-- unsupported, because an AUTOINCREMENT column cannot be added to a table; the table has to be made anew

-- add column, numbered downwards
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- drop column
ALTER TABLE book DROP COLUMN author_id;

-- drop column, not known
ALTER TABLE book DROP COLUMN note;

-- rename column
ALTER TABLE book RENAME COLUMN note TO remark;

-- rename column, a name that needs quotes
ALTER TABLE book RENAME COLUMN note TO "A Remark";

-- column, computed when a row is written
CREATE TABLE t (
    n integer,
    a integer GENERATED ALWAYS AS (n * 2) STORED
);

-- column, computed when it is read
CREATE TABLE t (
    n integer,
    a integer GENERATED ALWAYS AS (n * 2) VIRTUAL
);

-- column, set by each update
-- unsupported, because its columns cannot have ON UPDATE

-- column, set by each update and by default
-- unsupported, because its columns cannot have ON UPDATE

-- column, with a collation
CREATE TABLE t (
    a varchar(20) COLLATE "NOCASE"
);

-- column, with a character set
-- unsupported, because its columns cannot have CHARACTER SET

-- column, invisible
-- unsupported, because its columns cannot have INVISIBLE

-- column, numbered
CREATE TABLE t (
    id integer NOT NULL PRIMARY KEY AUTOINCREMENT
);

-- column, numbered, always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- column, numbered from a number on
-- unsupported, because it numbers id from 1 in steps of 1 and lets a row bring its own number

-- column, numbered in steps
-- unsupported, because it numbers id from 1 in steps of 1 and lets a row bring its own number

-- column, numbered within bounds
-- unsupported, because its columns cannot have MINVALUE

-- column, numbered, in a key of several
-- unsupported, because only a column that is the whole primary key can be numbered, and id is not

-- column, numbered, in no key
-- unsupported, because only a column that is the whole primary key can be numbered, and id is not

-- alter column, a longer text
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a longer text of a column with everything
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a number instead of a text
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a text instead of a number
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a text with a default becomes a number
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a greater number
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, another default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, no default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, no default of a nullable column
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, an expression as default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, nullable
ALTER TABLE book ALTER COLUMN title DROP NOT NULL;

-- alter column, required
ALTER TABLE book ALTER COLUMN note SET NOT NULL;

-- alter column, another comment
-- nothing to do

-- alter column, no comment
-- nothing to do

-- alter column, a comment
-- nothing to do

-- alter column, another type, and required
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, another type and default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, all at once
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a collation
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, no collation
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a longer text with a collation
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, a character set
-- unsupported, because its columns cannot have CHARACTER SET

-- alter column, set by each update
-- unsupported, because its columns cannot have ON UPDATE

-- alter column, no longer set by each update
-- unsupported, because its columns cannot have ON UPDATE

-- alter column, numbered in other steps
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, numbered within bounds
-- unsupported, because its columns cannot have MINVALUE

-- alter column, numbered always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- alter column, numbered from another number on
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, not known, a longer text
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, not known, another default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, not known, no default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, not known, another number as default
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- alter column, not known, nullable
ALTER TABLE book ALTER COLUMN title DROP NOT NULL;

-- alter column, not known, another comment
-- nothing to do

-- add primary key
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add primary key, named, of several columns
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add unique constraint
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add unique constraint without a name
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add check
ALTER TABLE book ADD CONSTRAINT ck_title CHECK (title <> 'x');

-- add check without a name
ALTER TABLE book ADD CHECK (author_id > 0);

-- add foreign key
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add foreign key, cascading
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add foreign key without a name
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- add foreign key, not validated
-- unsupported, because its foreign keys cannot have NOT VALID

-- add check, not validated
-- unsupported, because its checks cannot have NOT VALID

-- drop primary key
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- drop primary key, whose name is not known
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- drop unique constraint
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- drop check
ALTER TABLE book DROP CONSTRAINT ck_pages;

-- drop check, not known
ALTER TABLE book DROP CONSTRAINT ck_pages;

-- drop foreign key
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- primary key, named
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    CONSTRAINT pk_t PRIMARY KEY (a)
);

-- primary key, of several columns
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer NOT NULL,
    PRIMARY KEY (b, a)
);

-- primary key, of a nullable column
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    PRIMARY KEY (a)
);

-- primary key, including a column
-- unsupported, because its primary keys cannot have INCLUDE

-- primary key, deferrable
-- unsupported, because its primary keys cannot have DEFERRABLE

-- unique constraint
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT uq_t UNIQUE (b, a)
);

-- unique constraint, including a column
-- unsupported, because its unique constraints cannot have INCLUDE

-- unique constraint, of which NULLs are alike
-- unsupported, because its unique constraints cannot have NULLS NOT DISTINCT

-- unique constraint, commented
-- unsupported, because its unique constraints cannot have COMMENT

-- unique constraint, deferred
-- unsupported, because its unique constraints cannot have DEFERRABLE

-- exclusion constraint
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint without a name
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, including a column
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, of an expression
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, of some rows
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, deferred
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, commented
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- exclusion constraint, with an access method
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- add exclusion constraint
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- drop exclusion constraint
-- unsupported, because it has no ALTER TABLE for that; the table has to be made anew

-- check
CREATE TABLE t (
    a integer DEFAULT 1,
    CONSTRAINT ck_t CHECK (a BETWEEN 1 AND 10)
);

-- check, a list of words
CREATE TABLE t (
    c varchar(20),
    CONSTRAINT ck_t CHECK (c IN ('a', 'it''s'))
);

-- check, of several columns
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT ck_t CHECK (a > 0 AND (b < 5 OR a <> 7))
);

-- check, a pattern
CREATE TABLE t (
    c varchar(20),
    CONSTRAINT ck_t CHECK (c LIKE 'a%' OR c IS NULL)
);

-- check, not enforced
-- unsupported, because its checks cannot have NOT ENFORCED

-- check, not inherited
-- unsupported, because its checks cannot have NO INHERIT

-- foreign key, on delete no action
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);

-- foreign key, on update no action
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);

-- foreign key, on delete restrict
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE RESTRICT
);

-- foreign key, on update restrict
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE RESTRICT
);

-- foreign key, on delete cascade
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE CASCADE
);

-- foreign key, on update cascade
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE CASCADE
);

-- foreign key, on delete set null
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET NULL
);

-- foreign key, on update set null
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET NULL
);

-- foreign key, on delete set default
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET DEFAULT
);

-- foreign key, on update set default
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET DEFAULT
);

-- foreign key, of several columns
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (a, b) REFERENCES parent (a, b)
);

-- foreign key, to its own table
CREATE TABLE t (
    a integer DEFAULT 1 NOT NULL,
    b integer,
    PRIMARY KEY (a),
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES t (a)
);

-- foreign key, all columns or none
-- unsupported, because its foreign keys cannot have MATCH FULL

-- foreign key, as far as columns are given
-- unsupported, because its foreign keys cannot have MATCH PARTIAL

-- foreign key, which sets some of its columns
-- unsupported, because its foreign keys cannot have ON DELETE SET NULL (columns)

-- foreign key, deferrable
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) DEFERRABLE INITIALLY IMMEDIATE
);

-- foreign key, deferred
CREATE TABLE t (
    a integer DEFAULT 1,
    b integer,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED
);

-- create index
CREATE INDEX ix ON book (code);

-- create index, of several columns
CREATE INDEX ix ON book (code, note);

-- create index, unique
CREATE UNIQUE INDEX ix ON book (pages, code);

-- create index, a name that needs quotes
CREATE INDEX "IX Code" ON book (code);

-- create index, downwards
CREATE INDEX ix ON book (pages DESC, code);

-- drop index
DROP INDEX ix_title;

-- drop index, not known
DROP INDEX ix_title;

-- create index, of some rows
CREATE INDEX ix ON book (code) WHERE pages > 10;

-- create index, unique, of some rows
CREATE UNIQUE INDEX ix ON book (code) WHERE pages > 10;

-- create table, an index of some rows
CREATE TABLE t (
    n integer
);
CREATE INDEX ix ON t (n) WHERE n > 1;

-- create index, of an expression
CREATE INDEX ix ON book ((lower(title)));

-- create index, of an expression and a column
CREATE INDEX ix ON book ((lower(title)), pages);

-- create index, including a column
-- unsupported, because its indexes cannot have INCLUDE

-- create index, of which NULLs are alike
-- unsupported, because its indexes cannot have NULLS NOT DISTINCT

-- create index, of the beginnings of a text
-- unsupported, because its indexes cannot have prefix lengths of columns

-- create index, with a collation
CREATE INDEX ix ON book (code COLLATE "NOCASE");

-- create index, with an operator class
-- unsupported, because its indexes cannot have operator class none

-- create index, NULLs first
-- unsupported, because its indexes cannot have NULLS FIRST

-- create index, downwards, NULLs last
-- unsupported, because its indexes cannot have NULLS LAST

-- create index, with an access method
-- unsupported, because its indexes cannot have access methods

-- create index, commented
-- unsupported, because its indexes cannot have COMMENT

-- create sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, from a number on, in steps
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, downwards
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, before the usual first number
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, within bounds
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, with a cache
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, beginning anew at its end
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, of small numbers
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- in another schema, create sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, start
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, greater steps
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, smaller steps
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, start and steps
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, bounds
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, a cache
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, beginning anew at its end
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, small numbers
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, steps, not known
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- alter sequence, an owner
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- create sequence, with an owner
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- drop sequence
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- drop sequence, not known
-- unsupported, because it has no sequences; a table with one row can hold the next number

-- insert rows
INSERT INTO author (name, born) VALUES (?, ?), (?, ?), (?, ?);
-- with [name \ ' ? ;, 1900, -- " `, null, , -1]

-- insert rows, texts into columns of any type
INSERT INTO mixed (a, b, c, d, e) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?);
-- with [6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11, {}, 2020-02-29, 5, true, null, null, null, null, null]

-- execute
DELETE FROM author WHERE name = '?';

-- execute, with values
UPDATE author SET born = ? WHERE name <> '??';
-- with [7]

-- invoke
INSERT INTO author (name) VALUES ('new');

-- run
-- run a data step in Java

-- outside a transaction, create index
CREATE INDEX ix_code ON book (code);

-- outside a transaction, several
DROP INDEX ix_title;
CREATE INDEX ix_code ON book (code);

-- outside a transaction, execute
INSERT INTO author (name) VALUES ('x');

-- table option, strict
CREATE TABLE t (
    a text NOT NULL,
    PRIMARY KEY (a)
) STRICT;

-- table option, without rowid
CREATE TABLE t (
    a text NOT NULL,
    PRIMARY KEY (a)
) WITHOUT ROWID;
