-- What is found by its beginning: references, identifiers, names of files, hashes. One row a place where it stands.
create table cooperation.search_key (
    kind   text        not null,
    key    text        collate "C" not null,
    thread text        not null,
    place  text        not null,
    said   text        not null,
    at     timestamptz not null,
    -- the addresses that it means, if it means addresses
    range  inet,
    primary key (kind, key, thread, place)
);
create index search_key_range on cooperation.search_key using gist (range inet_ops) where range is not null;
create index search_key_thread on cooperation.search_key (thread);

-- What is found by its words: requests, acts, messages, lines of the domestic file.
create table cooperation.search_text (
    thread text        not null,
    kind   text        not null,
    place  text        not null,
    said   text        not null,
    words  tsvector    not null,
    at     timestamptz not null,
    primary key (thread, kind, place)
);
create index search_text_words on cooperation.search_text using gin (words);

-- Requests that were listed before this have still to be taken in, once.
alter table cooperation.request add column searchable boolean not null default false;
alter table cooperation.request alter column searchable set default true;
create index request_not_searchable on cooperation.request (thread) where not searchable;
alter table cooperation.request drop column search;

-- The newest of a State, however many requests others have.
create index request_counterpart on cooperation.request (counterpart, opened_at desc, thread);
drop index cooperation.request_owner;
create index request_owner on cooperation.request (owner, opened_at desc, thread) where owner is not null;
