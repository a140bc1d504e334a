--
-- PostgreSQL database dump
--

\restrict JbxmJZwJmPGn4GZERdV97cYDNHz2B4mjUPQqivrzXPhopG5ta8lFsZzryI8CPTv

-- Dumped from database version 14.24
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: Odd "Name"; --; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA "Odd ""Name""; --";


--
-- Name: public; Type: SCHEMA; Schema: -; Owner: -
--

-- *not* creating schema, since initdb creates it


--
-- Name: shop; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA shop;


--
-- Name: SCHEMA shop; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA shop IS 'it''s; a "shop" -- $$ /* ';


--
-- Name: plain; Type: COLLATION; Schema: shop; Owner: -
--

CREATE COLLATION shop.plain (provider = libc, locale = 'C');


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA shop;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: citext; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;


--
-- Name: EXTENSION citext; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';


--
-- Name: email; Type: DOMAIN; Schema: shop; Owner: -
--

CREATE DOMAIN shop.email AS text COLLATE pg_catalog."C" NOT NULL DEFAULT 'a@b'::text
	CONSTRAINT email_check CHECK ((VALUE ~ '@\.?;'::text));


--
-- Name: place; Type: TYPE; Schema: shop; Owner: -
--

CREATE TYPE shop.place AS (
	street text COLLATE pg_catalog."C",
	no integer
);


--
-- Name: span; Type: TYPE; Schema: shop; Owner: -
--

CREATE TYPE shop.span AS RANGE (
    subtype = double precision,
    multirange_type_name = shop.span_multirange,
    subtype_diff = float8mi
);


--
-- Name: state; Type: TYPE; Schema: shop; Owner: -
--

CREATE TYPE shop.state AS ENUM (
    'open',
    'pa''id',
    '; --',
    '/*',
    '\'
);


--
-- Name: CAST (shop.place AS text); Type: CAST; Schema: -; Owner: -
--

CREATE CAST (shop.place AS text) WITH INOUT AS ASSIGNMENT;


--
-- Name: seen(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.seen() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN NULL; END$$;


--
-- Name: sizes(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sizes(lim integer) RETURNS TABLE(size text, n bigint)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (lim > 1) THEN 'x;'::text
             ELSE 'end'::text
         END AS "end",
     1;
 SELECT
         CASE
             WHEN true THEN 'x'::text
             ELSE NULL::text
         END AS begin,
     (2)::bigint AS "case";
END;


--
-- Name: the; begin(integer, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public."the; begin"("end" integer DEFAULT 1, VARIADIC "case" text[] DEFAULT '{}'::text[]) RETURNS integer
    LANGUAGE sql IMMUTABLE COST 7 PARALLEL SAFE
    AS $_$SELECT "end"; -- it's $1$_$;


--
-- Name: twice(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.twice(a integer) RETURNS integer
    LANGUAGE sql
    RETURN (a * 2);


--
-- Name: clear(integer); Type: PROCEDURE; Schema: shop; Owner: -
--

CREATE PROCEDURE shop.clear(INOUT n integer)
    LANGUAGE plpgsql
    AS $$ BEGIN n := 0; END $$;


--
-- Name: PROCEDURE clear(INOUT n integer); Type: COMMENT; Schema: shop; Owner: -
--

COMMENT ON PROCEDURE shop.clear(INOUT n integer) IS 'two
lines; and a \ backslash';


--
-- Name: touch(); Type: FUNCTION; Schema: shop; Owner: -
--

CREATE FUNCTION shop.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
    -- upgraded; $$ no end $$
    IF NEW.note IS NULL THEN NEW.note := E'\\.\n-- a note;'; END IF;
    CASE WHEN TG_OP = 'UPDATE' THEN NULL; ELSE NULL; END CASE;
    RETURN NEW;
END
$_$;


--
-- Name: product(double precision); Type: AGGREGATE; Schema: shop; Owner: -
--

CREATE AGGREGATE shop.product(double precision) (
    SFUNC = float8mul,
    STYPE = double precision,
    INITCOND = '1'
);


--
-- Name: ###; Type: OPERATOR; Schema: shop; Owner: -
--

CREATE OPERATOR shop.### (
    FUNCTION = int4pl,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(shop.###)
);


--
-- Name: stems; Type: TEXT SEARCH DICTIONARY; Schema: public; Owner: -
--

CREATE TEXT SEARCH DICTIONARY public.stems (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );


--
-- Name: words; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION public.words (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR word WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.words
    ADD MAPPING FOR uint WITH simple;


--
-- Name: nothing; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: -
--

CREATE FOREIGN DATA WRAPPER nothing OPTIONS (
    debug 'it''s; --'
);


--
-- Name: far; Type: SERVER; Schema: -; Owner: -
--

CREATE SERVER far FOREIGN DATA WRAPPER nothing OPTIONS (
    host 'a;b'
);


--
-- Name: USER MAPPING public SERVER far; Type: USER MAPPING; Schema: -; Owner: -
--

CREATE USER MAPPING FOR public SERVER far OPTIONS (
    password 'p''; --'
);


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: select; Type: TABLE; Schema: Odd "Name"; --; Owner: -
--

CREATE TABLE "Odd ""Name""; --"."select" (
    "a b" integer,
    "c;d" text,
    "e""f" text,
    "\." text
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id integer NOT NULL,
    customer_id bigint,
    state shop.state DEFAULT 'open'::shop.state,
    total numeric(10,2),
    paid boolean,
    raw bytea,
    doc jsonb,
    made timestamp with time zone,
    spans shop.span,
    during tsrange,
    CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric)) NO INHERIT
);

ALTER TABLE ONLY public.orders REPLICA IDENTITY FULL;


--
-- Name: big_orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.big_orders (
    extra text
)
INHERITS (public.orders)
WITH (fillfactor='70');


--
-- Name: event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event (
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'x'::text
)
PARTITION BY RANGE (at);


--
-- Name: event_2025; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_2025 (
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'x'::text
)
PARTITION BY LIST (kind);


--
-- Name: event_2025_odd; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_2025_odd (
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'x'::text
);


--
-- Name: event_rest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_rest (
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'x'::text
);


--
-- Name: far_away; Type: FOREIGN TABLE; Schema: public; Owner: -
--

CREATE FOREIGN TABLE public.far_away (
    a integer
)
SERVER far;
ALTER FOREIGN TABLE public.far_away ALTER COLUMN a OPTIONS (
    column_name 'x;y'
);


--
-- Name: numbers; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.numbers AS
 WITH RECURSIVE numbers(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (numbers_1.n + 1)
           FROM numbers numbers_1
          WHERE (numbers_1.n < 3)
        )
 SELECT numbers.n
   FROM numbers;


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.orders_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: orders_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;


--
-- Name: plain; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.plain (
);


--
-- Name: totals; Type: MATERIALIZED VIEW; Schema: public; Owner: -
--

CREATE MATERIALIZED VIEW public.totals AS
 SELECT orders.customer_id,
    sum(orders.total) AS total
   FROM public.orders
  GROUP BY orders.customer_id
  WITH NO DATA;


--
-- Name: customer; Type: TABLE; Schema: shop; Owner: -
--

CREATE TABLE shop.customer (
    id bigint NOT NULL,
    name text NOT NULL,
    mail shop.email,
    nick public.citext,
    note text DEFAULT ('it''s; ok \ -- '::text || '
'::text),
    home shop.place,
    tags text[] DEFAULT '{a;b,"c\"d"}'::text[],
    begin date,
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED
);
ALTER TABLE ONLY shop.customer ALTER COLUMN name SET STATISTICS 200;
ALTER TABLE ONLY shop.customer ALTER COLUMN note SET STORAGE EXTERNAL;

ALTER TABLE ONLY shop.customer FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE customer; Type: COMMENT; Schema: shop; Owner: -
--

COMMENT ON TABLE shop.customer IS 'who buys; -- here';


--
-- Name: COLUMN customer.begin; Type: COMMENT; Schema: shop; Owner: -
--

COMMENT ON COLUMN shop.customer.begin IS 'a\b	tab';


--
-- Name: customer_id_seq; Type: SEQUENCE; Schema: shop; Owner: -
--

ALTER TABLE shop.customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME shop.customer_id_seq
    START WITH 5
    INCREMENT BY 2
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loop_a; Type: VIEW; Schema: shop; Owner: -
--

CREATE VIEW shop.loop_a AS
 SELECT q.a
   FROM ( SELECT 1 AS a) q;


--
-- Name: loop_b; Type: VIEW; Schema: shop; Owner: -
--

CREATE VIEW shop.loop_b AS
 SELECT loop_a.a
   FROM shop.loop_a;


--
-- Name: numbers; Type: SEQUENCE; Schema: shop; Owner: -
--

CREATE SEQUENCE shop.numbers
    AS smallint
    START WITH 7
    INCREMENT BY 1
    MINVALUE -5
    MAXVALUE 100
    CACHE 1
    CYCLE;


--
-- Name: open_orders; Type: VIEW; Schema: shop; Owner: -
--

CREATE VIEW shop.open_orders WITH (security_barrier='true') AS
 SELECT o.id,
        CASE
            WHEN (o.total > (100)::numeric) THEN 'big; --'::text
            ELSE 'small'::text
        END AS size
   FROM public.orders o
  WHERE (o.state = 'open'::shop.state)
  WITH LOCAL CHECK OPTION;


--
-- Name: event_2025; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event ATTACH PARTITION public.event_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');


--
-- Name: event_2025_odd; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_2025 ATTACH PARTITION public.event_2025_odd FOR VALUES IN ('; --', 'it''s');


--
-- Name: event_rest; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event ATTACH PARTITION public.event_rest DEFAULT;


--
-- Name: big_orders id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.big_orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);


--
-- Name: big_orders state; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.big_orders ALTER COLUMN state SET DEFAULT 'open'::shop.state;


--
-- Name: orders id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);


--
-- Data for Name: select; Type: TABLE DATA; Schema: Odd "Name"; --; Owner: -
--

COPY "Odd ""Name""; --"."select" ("a b", "c;d", "e""f", "\.") FROM stdin;
1	\\.	\\.\n\\.	\\\\.
\N		\\N	begin;
\.


--
-- Data for Name: big_orders; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.big_orders (id, customer_id, state, total, paid, raw, doc, made, spans, during, extra) FROM stdin;
\.


--
-- Data for Name: event_2025_odd; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.event_2025_odd (at, kind) FROM stdin;
2025-05-05 10:00:00+00	; --
\.


--
-- Data for Name: event_rest; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.event_rest (at, kind) FROM stdin;
2030-01-01 00:00:00+00	commit;
\.


--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.orders (id, customer_id, state, total, paid, raw, doc, made, spans, during) FROM stdin;
1	1	open	12.50	t	\\x00ff5c0a2e	{"a;b": "it's \\\\ \\n"}	2025-05-05 10:00:00+00	\N	\N
2	2	open	NaN	f	\\x	null	infinity	\N	\N
3	\N	open	\N	\N	\N	\N	\N	\N	\N
\.


--
-- Data for Name: plain; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.plain  FROM stdin;
\.


--
-- Data for Name: customer; Type: TABLE DATA; Schema: shop; Owner: -
--

COPY shop.customer (id, name, mail, nick, note, home, tags, begin) FROM stdin;
1	Ann	ann@;shop	A	two\nlines\tand a tab	(a;b,1)	{}	\N
2	O'Hara	null@;	\N	-- no comment; COMMIT;	\N	\N	2025-01-01
3	\\.	x@;y	\\N	\\N	(,)	{NULL,"NULL","\\\\."}	\N
4		q@;q	it?? is $$ "odd" /* open		\N	{" ;"}	\N
5	\b\f\r\v	@;ünï€😀	Ä	'	\N	\N	infinity
\.


--
-- Name: orders_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.orders_id_seq', 3, true);


--
-- Name: customer_id_seq; Type: SEQUENCE SET; Schema: shop; Owner: -
--

SELECT pg_catalog.setval('shop.customer_id_seq', 5, false);


--
-- Name: numbers; Type: SEQUENCE SET; Schema: shop; Owner: -
--

SELECT pg_catalog.setval('shop.numbers', 7, true);


--
-- Name: orders no overlap; --; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT "no overlap; --" EXCLUDE USING gist (customer_id WITH =, during WITH &&);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE public.orders CLUSTER ON orders_pkey;


--
-- Name: customer customer_nick_key; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.customer
    ADD CONSTRAINT customer_nick_key UNIQUE (nick);


--
-- Name: customer customer_pkey; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (id);


--
-- Name: event_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_kind ON ONLY public.event USING btree (kind DESC NULLS LAST) INCLUDE (at);


--
-- Name: event_2025_kind_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_2025_kind_at_idx ON ONLY public.event_2025 USING btree (kind DESC NULLS LAST) INCLUDE (at);


--
-- Name: event_2025_odd_kind_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_2025_odd_kind_at_idx ON public.event_2025_odd USING btree (kind DESC NULLS LAST) INCLUDE (at);


--
-- Name: event_rest_kind_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_rest_kind_at_idx ON public.event_rest USING btree (kind DESC NULLS LAST) INCLUDE (at);


--
-- Name: orders_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_open ON public.orders USING btree (lower((doc ->> 'a;b'::text)), total) WHERE ((state = 'open'::shop.state) AND paid);


--
-- Name: totals_customer; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX totals_customer ON public.totals USING btree (customer_id);


--
-- Name: event_2025_kind_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.event_kind ATTACH PARTITION public.event_2025_kind_at_idx;


--
-- Name: event_2025_odd_kind_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.event_2025_kind_at_idx ATTACH PARTITION public.event_2025_odd_kind_at_idx;


--
-- Name: event_rest_kind_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.event_kind ATTACH PARTITION public.event_rest_kind_at_idx;


--
-- Name: orders_paid; Type: STATISTICS; Schema: public; Owner: -
--

CREATE STATISTICS public.orders_paid (ndistinct, mcv) ON state, paid FROM public.orders;


--
-- Name: plain keep; Type: RULE; Schema: public; Owner: -
--

CREATE RULE keep AS
    ON DELETE TO public.plain DO INSTEAD ( SELECT 1 AS "?column?";
 SELECT 2 AS "?column?";
);


--
-- Name: customer quiet; Type: TRIGGER; Schema: shop; Owner: -
--

CREATE TRIGGER quiet BEFORE DELETE ON shop.customer FOR EACH ROW EXECUTE FUNCTION shop.touch('a;b', 'it''s');

ALTER TABLE shop.customer DISABLE TRIGGER quiet;


--
-- Name: customer touched; Type: TRIGGER; Schema: shop; Owner: -
--

CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF note ON shop.customer FOR EACH ROW WHEN ((new.name <> '; end'::text)) EXECUTE FUNCTION shop.touch();


--
-- Name: orders orders_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES shop.customer(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: customer; Type: ROW SECURITY; Schema: shop; Owner: -
--

ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;

--
-- Name: customer read; rs; Type: POLICY; Schema: shop; Owner: -
--

CREATE POLICY "read; rs" ON shop.customer AS RESTRICTIVE FOR UPDATE USING ((name <> '; --'::text)) WITH CHECK (true);


--
-- Name: everything; Type: PUBLICATION; Schema: -; Owner: -
--

CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete');


--
-- Name: few; Type: PUBLICATION; Schema: -; Owner: -
--

CREATE PUBLICATION few WITH (publish = 'insert, update, delete, truncate');


--
-- Name: few customer; Type: PUBLICATION TABLE; Schema: shop; Owner: -
--

ALTER PUBLICATION few ADD TABLE ONLY shop.customer;


--
-- Name: seen; Type: EVENT TRIGGER; Schema: -; Owner: -
--

CREATE EVENT TRIGGER seen ON ddl_command_end
         WHEN TAG IN ('CREATE COLLATION')
   EXECUTE FUNCTION public.seen();


--
-- Name: totals; Type: MATERIALIZED VIEW DATA; Schema: public; Owner: -
--

REFRESH MATERIALIZED VIEW public.totals;


--
-- PostgreSQL database dump complete
--

\unrestrict JbxmJZwJmPGn4GZERdV97cYDNHz2B4mjUPQqivrzXPhopG5ta8lFsZzryI8CPTv

