-- What PostgreSQL 15 knows and 14 does not.
ALTER TABLE public.orders ADD CONSTRAINT once UNIQUE NULLS NOT DISTINCT (customer_id, made);
ALTER PUBLICATION few SET TABLE shop.customer (id, name) WHERE (id > 5);
