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

-- create table, numbered
CREATE TABLE t (
    id int NOT NULL AUTO_INCREMENT,
    room varchar(10) COMMENT 'where',
    CONSTRAINT pk_t PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_room ON t (room);

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

-- create table, names that need quotes
CREATE TABLE `Price List` (
    `Net Price` decimal(8, 2),
    `order` int,
    `größe` int
);
CREATE INDEX `IX Price` ON `Price List` (`Net Price`, `order`);

-- create table, one column
CREATE TABLE t (
    a int
);

-- create table, inheriting
-- unsupported, because its tables cannot have INHERITS

-- create table, partitioned
-- unsupported, because its tables cannot have PARTITION BY

-- rename table
ALTER TABLE parent RENAME TO mother;

-- rename table, a name that needs quotes
ALTER TABLE book RENAME TO `Big Volume`;

-- drop table
DROP TABLE book;

-- drop table, not known
DROP TABLE book;

-- create table with comments
CREATE TABLE t (
    a int COMMENT 'it''s
a column',
    b int COMMENT 'größe \\ 100%'
) COMMENT = 'it''s "the" \\ table';

-- comment on table
ALTER TABLE book COMMENT = 'it''s';

-- comment on table, another
ALTER TABLE book COMMENT = 'new';

-- comment on table, none
ALTER TABLE book COMMENT = '';

-- comment on table, not known
ALTER TABLE book COMMENT = 'new';

-- in another schema, create table
CREATE TABLE retort_elsewhere.parent (
    id int NOT NULL,
    CONSTRAINT parent_pk PRIMARY KEY (id)
);

-- in another schema, a table that refers to one there
CREATE TABLE retort_elsewhere.child (
    a int,
    CONSTRAINT child_parent FOREIGN KEY (a) REFERENCES retort_elsewhere.parent (id)
);
CREATE INDEX ix_child ON retort_elsewhere.child (a);

-- in another schema, rename table
ALTER TABLE retort_elsewhere.parent RENAME TO retort_elsewhere.mother;

-- in another schema, drop table
DROP TABLE retort_elsewhere.parent;

-- in another schema, a table that refers to one here
-- unsupported, because a name without database would mean one beside the table that refers; say the database

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

-- types of texts
CREATE TABLE t (
    a_char_1 char(1),
    a_char_12 char(12),
    a_varchar longtext,
    a_varchar_255 varchar(255),
    a_text longtext
);

-- types of bytes
CREATE TABLE t (
    a_binary_16 binary(16),
    a_varbinary_200 varbinary(200),
    a_blob longblob
);

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

-- types of times of day with time zone
-- unsupported, because its columns cannot have TIME WITH TIME ZONE

-- types of other things
CREATE TABLE t (
    a_uuid uuid,
    a_json json,
    type_3 enum('new','it''s','a,b','d)e')
);

-- types of arrays
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
    expression int DEFAULT (1 + 2),
    moment datetime(6) DEFAULT CURRENT_TIMESTAMP
);

-- add column
ALTER TABLE book ADD COLUMN added boolean;

-- add column, commented
ALTER TABLE book ADD COLUMN added varchar(13) COMMENT 'why';

-- add column, required, with a default
ALTER TABLE book ADD COLUMN added varchar(9) NOT NULL DEFAULT 'it''s';

-- add column, required, false by default
ALTER TABLE book ADD COLUMN sold boolean NOT NULL DEFAULT FALSE;

-- add column, required, without default
ALTER TABLE book ADD COLUMN added varchar(9) NOT NULL;

-- add column, the present time by default
ALTER TABLE book ADD COLUMN added datetime(6) DEFAULT CURRENT_TIMESTAMP;

-- add column, a list of words
ALTER TABLE book ADD COLUMN added enum('a','it''s');

-- add column, a name that needs quotes
ALTER TABLE book ADD COLUMN `Is Added` int;

-- add column, computed when it is read
ALTER TABLE book ADD COLUMN added int GENERATED ALWAYS AS (pages + 1) VIRTUAL;

-- add column, computed when a row is written
ALTER TABLE book ADD COLUMN added int GENERATED ALWAYS AS (pages + 1) STORED;

-- add column, with a collation
ALTER TABLE book ADD COLUMN added varchar(9) COLLATE utf8mb4_bin;

-- add column, numbered
-- unsupported, because an AUTO_INCREMENT column needs its key in the same statement; write it as SQL: ALTER TABLE … ADD COLUMN … AUTO_INCREMENT, ADD PRIMARY KEY (…)

-- add column, numbered, always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- add column, numbered in steps
-- unsupported, because an AUTO_INCREMENT column needs its key in the same statement; write it as SQL: ALTER TABLE … ADD COLUMN … AUTO_INCREMENT, ADD PRIMARY KEY (…)

-- add column, numbered downwards
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- drop column
ALTER TABLE book DROP COLUMN author_id;

-- drop column, not known
ALTER TABLE book DROP COLUMN note;

-- rename column
ALTER TABLE book RENAME COLUMN note TO remark;

-- rename column, a name that needs quotes
ALTER TABLE book RENAME COLUMN note TO `A Remark`;

-- column, computed when a row is written
CREATE TABLE t (
    n int,
    a int GENERATED ALWAYS AS (n * 2) STORED
);

-- column, computed when it is read
CREATE TABLE t (
    n int,
    a int GENERATED ALWAYS AS (n * 2) VIRTUAL
);

-- column, set by each update
CREATE TABLE t (
    n int,
    a datetime(3) ON UPDATE CURRENT_TIMESTAMP
);

-- column, set by each update and by default
CREATE TABLE t (
    a datetime(3) DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);

-- column, with a collation
CREATE TABLE t (
    a varchar(20) COLLATE utf8mb4_bin
);

-- column, with a character set
CREATE TABLE t (
    a varchar(20) CHARACTER SET latin1
);

-- column, invisible
CREATE TABLE t (
    n int,
    a varchar(20) INVISIBLE
);

-- column, numbered
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (id)
);

-- column, numbered, always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- column, numbered from a number on
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (id)
) AUTO_INCREMENT = 5;

-- column, numbered in steps
-- unsupported, because AUTO_INCREMENT goes up by what the server is set to; use a sequence as the default

-- column, numbered within bounds
-- unsupported, because its columns cannot have MINVALUE

-- column, numbered, in a key of several
CREATE TABLE t (
    id bigint NOT NULL AUTO_INCREMENT,
    a int NOT NULL,
    PRIMARY KEY (id, a)
);

-- column, numbered, in no key
-- unsupported, because column id is AUTO_INCREMENT and must come first in the primary key or in a unique constraint

-- alter column, a longer text
ALTER TABLE book MODIFY COLUMN note varchar(200);

-- alter column, a longer text of a column with everything
ALTER TABLE book MODIFY COLUMN title varchar(80) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, a number instead of a text
ALTER TABLE book MODIFY COLUMN code int;

-- alter column, a text instead of a number
ALTER TABLE book MODIFY COLUMN author_id varchar(10);

-- alter column, a text with a default becomes a number
ALTER TABLE t MODIFY COLUMN a int DEFAULT '5';

-- alter column, a greater number
ALTER TABLE t MODIFY COLUMN a bigint NOT NULL;

-- alter column, another default
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'other \\ ''';

-- alter column, no default
ALTER TABLE book ALTER COLUMN title DROP DEFAULT;

-- alter column, no default of a nullable column
ALTER TABLE book ALTER COLUMN pages SET DEFAULT NULL;

-- alter column, a default
ALTER TABLE book ALTER COLUMN note SET DEFAULT 'y';

-- alter column, an expression as default
ALTER TABLE book ALTER COLUMN code SET DEFAULT (lower('ABC'));

-- alter column, nullable
ALTER TABLE book MODIFY COLUMN title varchar(50) DEFAULT 'it''s' COMMENT 'the title';

-- alter column, required
ALTER TABLE book MODIFY COLUMN note varchar(90) NOT NULL;

-- alter column, another comment
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'it''s new';

-- alter column, no comment
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s';

-- alter column, a comment
ALTER TABLE book MODIFY COLUMN note varchar(90) COMMENT 'it''s';

-- alter column, another type, and required
ALTER TABLE book MODIFY COLUMN note varchar(200) NOT NULL;

-- alter column, another type and default
ALTER TABLE book MODIFY COLUMN pages bigint DEFAULT 7;

-- alter column, all at once
ALTER TABLE book MODIFY COLUMN code int NOT NULL DEFAULT 5 COMMENT 'a number now';

-- alter column, a collation
ALTER TABLE t MODIFY COLUMN a varchar(20) COLLATE utf8mb4_bin;

-- alter column, no collation
ALTER TABLE t MODIFY COLUMN a varchar(20);

-- alter column, a longer text with a collation
ALTER TABLE t MODIFY COLUMN a varchar(40) COLLATE utf8mb4_bin;

-- alter column, a character set
ALTER TABLE t MODIFY COLUMN a varchar(20) CHARACTER SET latin1;

-- alter column, set by each update
ALTER TABLE t MODIFY COLUMN a datetime(3) ON UPDATE CURRENT_TIMESTAMP;

-- alter column, no longer set by each update
ALTER TABLE t MODIFY COLUMN a datetime(3);

-- alter column, numbered in other steps
-- unsupported, because it keeps neither start nor increment nor bounds of an AUTO_INCREMENT column; ALTER TABLE … AUTO_INCREMENT = n, written as SQL, sets the number that comes next

-- alter column, numbered within bounds
-- unsupported, because its columns cannot have MINVALUE

-- alter column, numbered always
-- unsupported, because its columns cannot have GENERATED ALWAYS AS IDENTITY

-- alter column, numbered from another number on
-- unsupported, because it keeps neither start nor increment nor bounds of an AUTO_INCREMENT column; ALTER TABLE … AUTO_INCREMENT = n, written as SQL, sets the number that comes next

-- alter column, not known, a longer text
-- the table being as it is:
ALTER TABLE book MODIFY COLUMN title varchar(99) NOT NULL DEFAULT 'it''s' COMMENT 'the title';

-- alter column, not known, another default
ALTER TABLE book ALTER COLUMN title SET DEFAULT 'new';

-- alter column, not known, no default
-- the table being as it is:
ALTER TABLE book ALTER COLUMN title DROP DEFAULT;

-- alter column, not known, another number as default
ALTER TABLE book ALTER COLUMN pages SET DEFAULT 2;

-- alter column, not known, nullable
-- the table being as it is:
ALTER TABLE book MODIFY COLUMN title varchar(50) DEFAULT 'it''s' COMMENT 'the title';

-- alter column, not known, another comment
-- the table being as it is:
ALTER TABLE book MODIFY COLUMN title varchar(50) NOT NULL DEFAULT 'it''s' COMMENT 'it''s new';

-- add primary key
ALTER TABLE book ADD PRIMARY KEY (id);

-- add primary key, named, of several columns
ALTER TABLE book ADD CONSTRAINT pk_book PRIMARY KEY (id, title);

-- add unique constraint
ALTER TABLE book ADD CONSTRAINT uq_title UNIQUE (title, code);

-- add unique constraint without a name
ALTER TABLE book ADD UNIQUE (title, code);

-- add check
ALTER TABLE book ADD CONSTRAINT ck_title CHECK (title <> 'x');

-- add check without a name
ALTER TABLE book ADD CHECK (author_id > 0);

-- add foreign key
ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id);

-- add foreign key, cascading
ALTER TABLE book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE;

-- add foreign key without a name
ALTER TABLE book ADD FOREIGN KEY (author_id) REFERENCES author (id);

-- add foreign key, not validated
-- unsupported, because its foreign keys cannot have NOT VALID

-- add check, not validated
-- unsupported, because its checks cannot have NOT VALID

-- drop primary key
ALTER TABLE t DROP PRIMARY KEY;

-- drop primary key, whose name is not known
ALTER TABLE t DROP PRIMARY KEY;

-- drop unique constraint
ALTER TABLE book DROP INDEX uq_code;

-- drop check
ALTER TABLE book DROP CONSTRAINT ck_pages;

-- drop check, not known
ALTER TABLE book DROP CONSTRAINT ck_pages;

-- drop foreign key
ALTER TABLE t DROP FOREIGN KEY fk_t, DROP INDEX IF EXISTS fk_t;

-- primary key, named
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int,
    CONSTRAINT pk_t PRIMARY KEY (a)
);

-- primary key, of several columns
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int NOT NULL,
    PRIMARY KEY (b, a)
);

-- primary key, of a nullable column
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    PRIMARY KEY (a)
);

-- primary key, including a column
-- unsupported, because its primary keys cannot have INCLUDE

-- primary key, deferrable
-- unsupported, because its primary keys cannot have DEFERRABLE

-- unique constraint
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT uq_t UNIQUE (b, a)
);

-- unique constraint, including a column
-- unsupported, because its unique constraints cannot have INCLUDE

-- unique constraint, of which NULLs are alike
-- unsupported, because its unique constraints cannot have NULLS NOT DISTINCT

-- unique constraint, commented
CREATE TABLE t (
    a int DEFAULT 1,
    CONSTRAINT uq_t UNIQUE (a) COMMENT 'it''s one'
);

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
-- unsupported, because it has no exclusion constraints (EXCLUDE)

-- check
CREATE TABLE t (
    a int DEFAULT 1,
    CONSTRAINT ck_t CHECK (a BETWEEN 1 AND 10)
);

-- check, a list of words
CREATE TABLE t (
    c varchar(20),
    CONSTRAINT ck_t CHECK (c IN ('a', 'it''s'))
);

-- check, of several columns
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
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
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);

-- foreign key, on update no action
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id)
);

-- foreign key, on delete restrict
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE RESTRICT
);

-- foreign key, on update restrict
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE RESTRICT
);

-- foreign key, on delete cascade
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE CASCADE
);

-- foreign key, on update cascade
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE CASCADE
);

-- foreign key, on delete set null
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON DELETE SET NULL
);

-- foreign key, on update set null
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (b) REFERENCES parent (id) ON UPDATE SET NULL
);

-- foreign key, on delete set default
-- unsupported, because its foreign keys cannot have SET DEFAULT

-- foreign key, on update set default
-- unsupported, because its foreign keys cannot have SET DEFAULT

-- foreign key, of several columns
CREATE TABLE t (
    a int DEFAULT 1,
    b int,
    CONSTRAINT fk_t FOREIGN KEY (a, b) REFERENCES parent (a, b)
);

-- foreign key, to its own table
CREATE TABLE t (
    a int NOT NULL DEFAULT 1,
    b int,
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
-- unsupported, because its foreign keys cannot have DEFERRABLE

-- foreign key, deferred
-- unsupported, because its foreign keys cannot have DEFERRABLE

-- create index
CREATE INDEX ix ON book (code);

-- create index, of several columns
CREATE INDEX ix ON book (code, note);

-- create index, unique
CREATE UNIQUE INDEX ix ON book (pages, code);

-- create index, a name that needs quotes
CREATE INDEX `IX Code` ON book (code);

-- create index, downwards
CREATE INDEX ix ON book (pages DESC, code);

-- drop index
DROP INDEX ix_title ON book;

-- drop index, not known
DROP INDEX ix_title ON book;

-- create index, of some rows
-- unsupported, because its indexes cannot have WHERE

-- create index, unique, of some rows
-- unsupported, because its indexes cannot have WHERE

-- create table, an index of some rows
-- unsupported, because its indexes cannot have WHERE

-- create index, of an expression
-- unsupported, because its indexes cannot have expressions; add a generated column and index that

-- create index, of an expression and a column
-- unsupported, because its indexes cannot have expressions; add a generated column and index that

-- create index, including a column
-- unsupported, because its indexes cannot have INCLUDE

-- create index, of which NULLs are alike
-- unsupported, because its indexes cannot have NULLS NOT DISTINCT

-- create index, of the beginnings of a text
CREATE INDEX ix ON book (code(10));

-- create index, with a collation
-- unsupported, because its indexes cannot have COLLATE

-- create index, with an operator class
-- unsupported, because its indexes cannot have operator class none

-- create index, NULLs first
-- unsupported, because its indexes cannot have NULLS FIRST

-- create index, downwards, NULLs last
-- unsupported, because its indexes cannot have NULLS LAST

-- create index, with an access method
CREATE FULLTEXT INDEX ix ON book (note);

-- create index, commented
CREATE INDEX ix ON book (code) COMMENT 'it''s quick';

-- create sequence
CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 NOCACHE;

-- create sequence, from a number on, in steps
CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 5 NOCACHE;

-- create sequence, downwards
CREATE SEQUENCE `Odd Numbers` START WITH -7 INCREMENT BY -2 NOCACHE;

-- create sequence, before the usual first number
CREATE SEQUENCE numbers START WITH -5 MINVALUE -5 INCREMENT BY 10 NOCACHE;

-- create sequence, within bounds
CREATE SEQUENCE numbers START WITH 100 MINVALUE 50 MAXVALUE 1000 INCREMENT BY 5 NOCACHE;

-- create sequence, with a cache
CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 5 CACHE 20;

-- create sequence, beginning anew at its end
CREATE SEQUENCE numbers START WITH 100 MAXVALUE 1000 INCREMENT BY 5 CYCLE NOCACHE;

-- create sequence, of small numbers
-- unsupported, because its sequences cannot have types other than bigint

-- in another schema, create sequence
CREATE SEQUENCE retort_elsewhere.numbers START WITH 100 INCREMENT BY 5 NOCACHE;

-- alter sequence, start
ALTER SEQUENCE numbers START WITH 700;

-- alter sequence, greater steps
ALTER SEQUENCE numbers INCREMENT BY 50;
SELECT NEXT VALUE FOR numbers;

-- alter sequence, smaller steps
ALTER SEQUENCE numbers INCREMENT BY 1;

-- alter sequence, start and steps
ALTER SEQUENCE numbers START WITH 200 INCREMENT BY 10;
SELECT NEXT VALUE FOR numbers;

-- alter sequence, bounds
ALTER SEQUENCE numbers MINVALUE 50 MAXVALUE 1000;

-- alter sequence, a cache
ALTER SEQUENCE numbers CACHE 20;

-- alter sequence, beginning anew at its end
ALTER SEQUENCE numbers CYCLE;

-- alter sequence, small numbers
-- unsupported, because its sequences cannot have types other than bigint

-- alter sequence, steps, not known
ALTER SEQUENCE numbers INCREMENT BY 50;
SELECT NEXT VALUE FOR numbers;

-- alter sequence, an owner
-- unsupported, because its sequences cannot have OWNED BY

-- create sequence, with an owner
-- unsupported, because its sequences cannot have OWNED BY

-- drop sequence
DROP SEQUENCE numbers;

-- drop sequence, not known
DROP SEQUENCE numbers;

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
DROP INDEX ix_title ON book;
CREATE INDEX ix_code ON book (code);

-- outside a transaction, execute
INSERT INTO author (name) VALUES ('x');

-- default, the present time in microseconds
CREATE TABLE t (
    a datetime(6) DEFAULT current_timestamp(6)
);

-- table option, an engine
CREATE TABLE t (
    a int
) ENGINE = MyISAM;

-- table option, system versioning
CREATE TABLE t (
    a int
) WITH SYSTEM VERSIONING;

-- column option, without system versioning
CREATE TABLE t (
    a int,
    b int WITHOUT SYSTEM VERSIONING
) WITH SYSTEM VERSIONING;

-- index option, ignored
CREATE TABLE t (
    a int
);
CREATE INDEX ix ON t (a) IGNORED;

-- index method, spatial
CREATE TABLE t (
    a point NOT NULL
);
CREATE SPATIAL INDEX ix ON t (a);
