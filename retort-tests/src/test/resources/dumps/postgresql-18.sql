-- What PostgreSQL 18 knows and 15 does not.
CREATE TABLE public.newer (
    id integer CONSTRAINT "named; --" NOT NULL,
    twice integer GENERATED ALWAYS AS (id * 2) VIRTUAL,
    valid tstzrange,
    other integer CHECK (other > 0) NOT ENFORCED,
    old integer,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
CREATE TABLE public.newest (
    id integer, valid tstzrange,
    FOREIGN KEY (id, PERIOD valid) REFERENCES public.newer (id, PERIOD valid)
);
ALTER TABLE public.newer ADD CONSTRAINT later NOT NULL old NOT VALID;
CREATE TABLE public.heir () INHERITS (public.newer);
ALTER TABLE public.heir ALTER COLUMN old SET DEFAULT 5;
INSERT INTO public.newer (id, valid, other, old) VALUES (1, '[2025-01-01 00:00+00, 2026-01-01 00:00+00)', -1, 1);
