-- A page of the desk reads no more because more requests are open. What is due is counted in its index alone, which an index on
-- an expression allows only where it holds the columns of the expression, too;
drop index cooperation.request_answer;
create index request_answer on cooperation.request
    ((least(case when turn = 'OURS' then due end, post_by))) include (turn, due, post_by, thread);
-- what is in somebody's hands is counted, and listed in the desk's order;
create index request_mine on cooperation.request
    (owner, emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where turn <> 'NOBODY' or post_by is not null;
-- of a procedure that few requests have, these few are read;
create index request_law on cooperation.request ((split_part(procedure, '/', 1)), state, our_role);
-- and of words that very many places hold, the newest.
create index search_text_newest on cooperation.search_text (at desc, thread);
