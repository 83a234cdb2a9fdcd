-- Under which name a side of an activity stands with the others, so that the page of one reads no thread of another. It can be
-- written anew from the acts at any time.
create table capacity.activity_name (
    thread    text primary key,
    reference text not null,
    name      text not null
);
create index on capacity.activity_name (name);
