create schema if not exists desk;

-- What one shift tells the next: the lines as they stood, and free words.
create table desk.handover (
    id         bigint generated always as identity primary key,
    official   text        not null,
    written_at timestamptz not null,
    words      text        not null,
    open       integer     not null,
    lines      text        not null,
    taken_by   text,
    taken_at   timestamptz
);

-- Ways to look at the list that somebody named; a shared one is everybody's to use and its author's to remove.
create table desk.saved_view (
    id       bigint generated always as identity primary key,
    name     text        not null check (length(name) between 1 and 60),
    owner    text        not null,
    shared   boolean     not null,
    query    text        not null,
    saved_at timestamptz not null,
    unique (owner, name)
);
create index saved_view_shared on desk.saved_view (name) where shared;
