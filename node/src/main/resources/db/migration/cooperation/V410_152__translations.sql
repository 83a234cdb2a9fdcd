-- How the translation of each document of an act stands: of the act's own text (document is empty) or of a file with it.
create table cooperation.document_translation (
    draft              text        not null,
    document           text        not null,
    language           text        not null,
    translator         text        not null,
    due                date,
    translation        text        not null default '',
    certified_by       text        not null default '',
    certified_on       date,
    source_sha256      text        not null,
    translation_sha256 text        not null default '',
    official           text        not null,
    recorded_at        timestamptz not null,
    primary key (draft, document, language)
);
