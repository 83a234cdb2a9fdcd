-- What is to be answered now holds an emergency whenever its step is due, and is counted in an index alone as before.
drop index cooperation.request_answer;
create index request_answer on cooperation.request
    ((least(case when turn = 'OURS' then case when emergency and not drill then '-infinity'::timestamptz else due end end, post_by)))
    include (turn, due, post_by, emergency, drill, thread);
