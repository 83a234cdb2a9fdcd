-- What was said of a translation before something else was said stays to be read: of a document as a line that another
-- replaced, of a letter beside the one that it names. A file is here where it left its place.
alter table cooperation.document_translation drop constraint document_translation_pkey;
alter table cooperation.document_translation
    add column id          bigint generated always as identity primary key,
    add column replaced_at timestamptz;
create unique index document_translation_in_force on cooperation.document_translation (draft, document, language)
    where replaced_at is null;

create table cooperation.letter_translation_before (
    id           bigint generated always as identity primary key,
    act          text        not null,
    thread       text        not null,
    language     text        not null,
    certified_by text        not null,
    certified_on date,
    prevails     text        not null,
    file         text        not null,
    media_type   text        not null,
    content      bytea,
    official     text        not null,
    recorded_at  timestamptz not null,
    stated_at    timestamptz not null,
    file_at      timestamptz
);
create index on cooperation.letter_translation_before (act, id);
