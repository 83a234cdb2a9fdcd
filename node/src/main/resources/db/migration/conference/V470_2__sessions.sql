-- Sessions of the Conference and of what prepares it, with what belongs to them. Nothing here is a vote.
create table conference.session (
    id        bigint      generated always as identity primary key,
    key       text        not null unique check (key ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    title     text        not null check (length(title) between 1 and 300),
    place     text        not null check (length(place) between 1 and 200),
    begins    date        not null,
    ends      date        not null,
    everybody boolean     not null,
    opened_by text        not null,
    opened_at timestamptz not null,
    check (ends >= begins)
);

create table conference.agenda_item (
    id          bigint      generated always as identity primary key,
    session     bigint      not null references conference.session,
    number      integer     not null check (number between 1 and 99),
    title       text        not null check (length(title) between 1 and 500),
    day         date,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    unique (session, number)
);

-- A document by its symbol. A correction is another document with a symbol of its own.
create table conference.paper (
    id            bigint      generated always as identity primary key,
    session       bigint      not null references conference.session,
    item          integer,
    symbol        text        not null unique check (symbol ~ '^[A-Z0-9][A-Z0-9./-]{1,59}$'),
    title         text        not null check (length(title) between 1 and 500),
    original      text        not null check (original in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    everybody     boolean     not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    foreign key (session, item) references conference.agenda_item (session, number)
);
create index paper_of_session on conference.paper (session, id);

create table conference.paper_file (
    paper    bigint      not null references conference.paper,
    language text        not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    type     text        not null,
    size     integer     not null check (size > 0),
    sha256   text        not null,
    content  bytea       not null,
    added_by text        not null,
    added_at timestamptz not null,
    primary key (paper, language)
);

create table conference.statement (
    id           bigint      generated always as identity primary key,
    session      bigint      not null references conference.session,
    item         integer     not null,
    voice        text        not null check (length(voice) between 2 and 12),
    language     text        not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    words        text        not null check (length(words) between 1 and 20000),
    everybody    boolean     not null,
    delivered_on date,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    foreign key (session, item) references conference.agenda_item (session, number)
);
create index statement_of_session on conference.statement (session, id);

create table conference.speaker (
    id       bigint      generated always as identity primary key,
    session  bigint      not null,
    item     integer     not null,
    voice    text        not null check (length(voice) between 2 and 12),
    speaks   text        not null check (speaks in ('GROUP', 'STATE', 'BODY')),
    asked_at timestamptz not null,
    ended    text        not null default '' check (ended in ('', 'spoke', 'withdrew')),
    ended_at timestamptz,
    foreign key (session, item) references conference.agenda_item (session, number)
);
create unique index speaker_once on conference.speaker (session, item, voice) where ended = '';

create table conference.credential (
    id          bigint      generated always as identity primary key,
    session     bigint      not null references conference.session,
    voice       text        not null check (length(voice) = 2),
    form        text        not null check (form in ('original', 'copy', 'note')),
    issued_by   text        not null check (length(issued_by) between 1 and 200),
    received_on date        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    unique (session, voice, form)
);
