-- What the tabs of the desk count is found in an index, however many requests are open: to be answered now by when that is due,
create index request_answer on cooperation.request ((least(case when turn = 'OURS' then due end, post_by)));
-- and what waits for another State in the desk's order.
create index request_waiting on cooperation.request
    (emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where turn = 'THEIRS' and post_by is null;
