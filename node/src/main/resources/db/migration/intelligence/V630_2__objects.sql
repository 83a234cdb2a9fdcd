-- Objects of those bundles, a row a version, in the order in which they came here: what a program that asks by TAXII is paged by.
-- What an object says is read out of its act each time.
create table intelligence.object (
    -- Each later than the one before, whoever commits first.
    added   timestamptz primary key,
    act     text        not null,
    -- Empty: written of what the act names.
    name    text        not null,
    thread  text        not null,
    place   int         not null,
    given   boolean     not null,
    id      text        not null,
    type    text        not null,
    version timestamptz not null,
    light   text
);

create index on intelligence.object (given, added);
create index on intelligence.object (given, type, added);
create index on intelligence.object (given, id, version, added);
create index on intelligence.object (act);
create index on intelligence.object (thread);

-- Threads of those objects in which a limit on their use binds us, as their last act left it: programs get nothing of them.
create table intelligence.bound (
    thread text primary key
);

-- What became of what a program brought, for as long as it may ask.
create table intelligence.status (
    id       uuid        primary key,
    official text        not null,
    asked_at timestamptz not null,
    said     text        not null
);

create index on intelligence.status (official, asked_at);

-- Acts that were looked through for bundles are looked through for objects once more.
delete from intelligence.past;
