-- What waits for one authority, in the desk's order: its seat begins with it, however many threads it has.
create index request_waiting_for on cooperation.request
    (counterpart, emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where turn = 'THEIRS' and post_by is null;
