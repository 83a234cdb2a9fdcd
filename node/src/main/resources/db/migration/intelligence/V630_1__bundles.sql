create schema if not exists intelligence;

-- Files of acts that are STIX bundles by what is in them, so that no page opens a container to know it. What they say stays in the
-- acts; the rows can be made anew from them, and go with their words.
create table intelligence.bundle (
    act    text not null,
    name   text not null,
    thread text not null,
    primary key (act, name)
);

create index on intelligence.bundle (thread);

-- Once acts were looked through that came before there was this table.
create table intelligence.past (
    looked_at timestamptz not null
);
