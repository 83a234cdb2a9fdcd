-- What follows from registered acts and failed: the follower is told again of entry n and of all later ones.
create table thread.behind (
    thread   text not null references thread.thread,
    follower text not null,
    n        bigint not null,
    attempts integer not null,
    next_at  timestamptz not null,
    primary key (thread, follower)
);
create index behind_due on thread.behind (next_at);
