create schema if not exists implementation;

-- A State's own look at how it carries out the Convention. Private: nothing here leaves the node by itself.
create table implementation.round (
    id        bigint generated always as identity primary key,
    opened_by text        not null,
    opened_at timestamptz not null
);

create table implementation.answer (
    round       bigint      not null references implementation.round (id),
    question    text        not null check (length(question) between 4 and 10),
    choice      text        not null,
    words       text        not null check (length(words) <= 8000),
    law         text        not null check (length(law) <= 2000),
    in_force    date,
    source      text        not null,
    still       boolean     not null,
    answered_by text        not null,
    answered_at timestamptz not null,
    primary key (round, question)
);

create table implementation.mark (
    round     bigint      not null references implementation.round (id),
    article   text        not null,
    letter    text        not null,
    until     date,
    challenge text        not null,
    help      text        not null check (length(help) <= 2000),
    practice  text        not null check (length(practice) <= 2000),
    marked_by text        not null,
    marked_at timestamptz not null,
    primary key (round, article)
);

-- Evidence is named by its hash; the file itself stays where the State keeps it.
create table implementation.evidence (
    id       bigint generated always as identity primary key,
    round    bigint      not null references implementation.round (id),
    question text        not null,
    name     text        not null check (length(name) between 1 and 200),
    size     bigint      not null,
    sha256   text        not null check (length(sha256) = 64),
    added_by text        not null,
    added_at timestamptz not null,
    unique (round, question, sha256)
);

-- Questions given to another office by a link: it sees these and nothing else, ends by itself, can be taken back.
create table implementation.link (
    id         bigint generated always as identity primary key,
    round      bigint      not null references implementation.round (id),
    token      text        not null unique,
    office     text        not null check (length(office) between 1 and 200),
    questions  text        not null,
    asked_by   date        not null,
    ends_at    timestamptz not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    taken_back timestamptz
);

create table implementation.link_answer (
    link        bigint      not null references implementation.link (id),
    question    text        not null,
    choice      text        not null,
    words       text        not null check (length(words) <= 8000),
    law         text        not null check (length(law) <= 2000),
    in_force    date,
    answered_at timestamptz not null,
    accepted_at timestamptz,
    primary key (link, question)
);

create table implementation.sheet (
    id       text        primary key,
    content  bytea       not null,
    official text        not null,
    at       timestamptz not null
);
