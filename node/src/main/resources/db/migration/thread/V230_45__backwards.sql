-- Entries whose time lies before that of the entry they follow: their keeper's clock was set back.
create table thread.backwards (
    thread text        not null references thread.thread,
    n      bigint      not null,
    back   bigint      not null,
    seen   timestamptz not null,
    primary key (thread, n)
);
create index backwards_seen on thread.backwards (seen desc);
