-- Acts whose signature did not hold when their record was last checked: the page of the request says so without checking it
-- again. A row goes with the next check that finds it sound, and with the words of its act or request.
create table cooperation.failed_seal (
    act    text        primary key,
    thread text        not null,
    at     timestamptz not null
);
create index failed_seal_by_thread on cooperation.failed_seal (thread);
