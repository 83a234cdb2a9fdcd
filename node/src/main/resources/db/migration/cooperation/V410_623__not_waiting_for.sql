-- What does not wait for one authority, what waits for us first: its seat lists it beside what waits for it.
create index request_not_waiting_for on cooperation.request
    (counterpart, (turn <> 'NOBODY') desc, opened_at desc, thread desc)
    where turn <> 'THEIRS' or post_by is not null;
