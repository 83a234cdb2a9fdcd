-- What we said we do by an hour and have not done: a row goes once it is done, or its request has ended.
create table cooperation.promise (
    thread  text not null,
    what    text not null check (what in ('CALL_BACK', 'COMPLETE')),
    due     timestamptz not null,
    made_at timestamptz not null,
    primary key (thread, what)
);
create index promise_due on cooperation.promise (due, thread);
