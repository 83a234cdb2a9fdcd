-- How the translation of each letter stands: a draft, or certified by whom and when; which text prevails; and the file.
create table cooperation.letter_translation (
    act          text primary key,
    thread       text        not null,
    language     text        not null,
    certified_by text        not null default '',
    certified_on date,
    prevails     text        not null,
    file         text        not null default '',
    media_type   text        not null default '',
    content      bytea,
    official     text        not null,
    recorded_at  timestamptz not null
);
