-- The desk's list in the orders that somebody may choose.
create index request_ends on cooperation.request ((coalesce(until, 'infinity'::timestamptz)), opened_at, thread);
create index request_newest on cooperation.request (opened_at desc, thread desc);
