create schema if not exists conference;

-- A text that States write together. What stands in a version is never changed; a change is another version.
create table conference.text (
    id        bigint      generated always as identity primary key,
    key       text        not null unique check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    title     text        not null check (length(title) between 1 and 300),
    language  text        not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    editor    text        not null check (length(editor) between 1 and 200),
    everybody boolean     not null,
    opened_by text        not null,
    opened_at timestamptz not null
);

create table conference.text_sponsor (
    id        bigint      generated always as identity primary key,
    text      bigint      not null references conference.text,
    voice     text        not null check (length(voice) between 2 and 12),
    since     date        not null,
    until     date,
    recorded_by text      not null,
    recorded_at timestamptz not null
);
create unique index text_sponsor_once on conference.text_sponsor (text, voice) where until is null;

create table conference.text_version (
    text           bigint      not null references conference.text,
    n              integer     not null check (n between 1 and 99),
    day            date        not null,
    comments_until date,
    note           text        not null check (length(note) <= 2000),
    made_by        text        not null,
    made_at        timestamptz not null,
    primary key (text, n)
);

-- "key" stays with a paragraph through all versions, whatever its number is there.
create table conference.text_paragraph (
    text    bigint  not null,
    version integer not null,
    place   integer not null check (place between 1 and 200),
    key     integer not null check (key between 1 and 9999),
    words   text    not null check (length(words) between 1 and 4000),
    primary key (text, version, key),
    unique (text, version, place),
    foreign key (text, version) references conference.text_version
);

-- What was recorded of a paragraph's status, one after the other; the last one counts.
create table conference.paragraph_status (
    id          bigint      generated always as identity primary key,
    text        bigint      not null,
    version     integer     not null,
    paragraph   integer     not null,
    status      text        not null check (status in ('OPEN', 'BRACKETED', 'AD_REFERENDUM', 'AGREED')),
    why         text        not null check (length(why) <= 1000),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    foreign key (text, version, paragraph) references conference.text_paragraph
);
create index paragraph_status_of on conference.paragraph_status (text, version, paragraph, id);

-- One comment of each voice on a paragraph of a version counts; an earlier one stays here, replaced.
create table conference.paragraph_comment (
    id           bigint      generated always as identity primary key,
    text         bigint      not null,
    version      integer     not null,
    paragraph    integer     not null,
    voice        text        not null check (length(voice) between 2 and 12),
    state        boolean     not null,
    temperature  text        not null check (temperature in ('', 'agree', 'can-live', 'concern', 'cannot-accept')),
    words        text        not null check (length(words) <= 4000),
    channel      text        not null,
    came_on      date        not null,
    act          text,
    thread       text,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    replaced_at  timestamptz,
    answer       text        not null default '' check (answer in ('', 'taken-up', 'in-part', 'not-taken-up', 'noted')),
    answer_words text        not null default '' check (length(answer_words) <= 2000),
    answered_by  text,
    answered_at  timestamptz,
    check (temperature <> '' or words <> ''),
    foreign key (text, version, paragraph) references conference.text_paragraph
);
create unique index paragraph_comment_one_voice on conference.paragraph_comment (text, version, paragraph, voice)
    where replaced_at is null;
create unique index paragraph_comment_of_act on conference.paragraph_comment (act, paragraph) where act is not null;
create index paragraph_comment_of_thread on conference.paragraph_comment (thread) where thread is not null;
create index paragraph_comment_of on conference.paragraph_comment (text, version, id);
