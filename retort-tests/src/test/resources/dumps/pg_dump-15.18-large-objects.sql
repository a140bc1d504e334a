--
-- PostgreSQL database dump
--

\restrict LRdMp7SWPrJ7NKrMRZ4GvJYec43XhVx7Z1YiqCSEqT5X1SCsa51V6tjNWKxf3uj

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
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

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    name text,
    content oid
);


--
-- Name: 4711; Type: BLOB; Schema: -; Owner: -
--

SELECT pg_catalog.lo_create('4711');


--
-- Name: LARGE OBJECT 4711; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON LARGE OBJECT 4711 IS 'it''s; a file';


--
-- Name: 4712; Type: BLOB; Schema: -; Owner: -
--

SELECT pg_catalog.lo_create('4712');


--
-- Data for Name: files; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.files (name, content) FROM stdin;
; --	4711
\.


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('4711', 131072);
SELECT pg_catalog.lowrite(0, '\x6162633b00ff0a');
SELECT pg_catalog.lo_close(0);

SELECT pg_catalog.lo_open('4712', 131072);
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- PostgreSQL database dump complete
--

\unrestrict LRdMp7SWPrJ7NKrMRZ4GvJYec43XhVx7Z1YiqCSEqT5X1SCsa51V6tjNWKxf3uj

