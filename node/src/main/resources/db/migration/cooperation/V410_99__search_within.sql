-- What is found from within: identifiers and names of files, from each of their letters on, sixty letters at most.
create table cooperation.search_within (
    kind   text        not null,
    key    text        collate "C" not null,
    thread text        not null,
    place  text        not null,
    said   text        not null,
    at     timestamptz not null,
    primary key (kind, key, thread, place)
);
create index search_within_thread on cooperation.search_within (thread);

-- Which identifiers a request names, and so which others name them too.
create index search_key_identifier on cooperation.search_key (thread, key) where kind = 'IDENTIFIER';

-- Requests that were listed before this have still to be taken in, once.
update cooperation.request set searchable = false;
