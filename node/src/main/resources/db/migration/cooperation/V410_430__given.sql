-- Who put a request into whose hands, and when: whoever has it is told, until they take it or it is put elsewhere.
alter table cooperation.request add column given_by text, add column given_at timestamptz;
create index request_given on cooperation.request (owner, given_at desc, thread) where given_by is not null;
-- What is in nobody's hands is listed in the desk's order, and newest first, as what is in somebody's is.
create index request_nobodys on cooperation.request
    (emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where owner is null and (turn <> 'NOBODY' or post_by is not null);
create index request_nobodys_newest on cooperation.request (opened_at desc, thread) where owner is null;
