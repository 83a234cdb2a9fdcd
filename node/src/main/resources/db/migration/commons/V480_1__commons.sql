create schema if not exists commons;

-- What the acts of a thread with the Secretariat say together now; it can be written anew from them at any time.
create table commons.kept (
    thread      text        primary key,
    law         text        not null,
    reference   text        not null,
    participant text        not null,
    standing    text        not null check (standing in ('WAITS', 'STANDS', 'ENDED')),
    label       text        not null,
    said        text        not null,
    admitted_on date,
    checked_on  date        not null
);

create index on commons.kept (law, standing);
