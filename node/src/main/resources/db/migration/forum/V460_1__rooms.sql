create schema if not exists forum;

-- Rooms of this node. The label of a room is the widest that something in it may bear; its name and terms are known to the officers
-- who hold rooms. Whatever people say in it bears a label of its own, in a column tlp: a backup asks that column.
create table forum.room (
    id          text        primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    title       text        not null check (length(title) between 1 and 120),
    language    text        not null,
    terms       text        not null check (length(terms) between 1 and 4000),
    label       text        not null check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    chatham     boolean     not null,
    working     boolean     not null,
    everybody   boolean     not null,
    deleted_on  date,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    opened_by   text,
    opened_at   timestamptz,
    closed_at   timestamptz,
    check (label <> 'RED' or deleted_on is not null),
    check (not everybody or label in ('CLEAR', 'GREEN')),
    check (opened_by is null or opened_by <> proposed_by)
);

-- By role and participant; a person only where one is named. Who left stays to be read.
create table forum.member (
    room        text        not null references forum.room,
    participant text        not null,
    person      text        not null default '',
    role        text        not null check (role in ('MEMBER', 'OBSERVER', 'NAMED')),
    grouping    text        not null check (length(grouping) <= 120),
    chair       boolean     not null,
    brought_by  text,
    added_by    text        not null,
    since       timestamptz not null,
    until       timestamptz,
    primary key (room, participant, person),
    check ((role = 'NAMED') = (person <> '')),
    check (role <> 'OBSERVER' or brought_by is not null)
);

create table forum.moderator (
    room     text        not null references forum.room,
    official text        not null,
    since    timestamptz not null,
    until    timestamptz,
    primary key (room, official)
);

create table forum.topic (
    id        bigint generated always as identity primary key,
    room      text        not null references forum.room,
    kind      text        not null check (kind in ('QUESTION', 'LESSON', 'CHECK', 'PLAN', 'MINUTES')),
    title     text        not null check (length(title) between 1 and 200),
    language  text        not null,
    tlp       text        not null,
    articles  text[]      not null,
    opened_at timestamptz not null,
    last_at   timestamptz not null,
    accepted  bigint,
    stale_at  timestamptz
);
create index topic_newest on forum.topic (room, last_at desc, id desc);

create table forum.post (
    id           bigint generated always as identity primary key,
    topic        bigint      not null references forum.topic on delete cascade,
    room         text        not null,
    tlp          text        not null,
    language     text        not null,
    heading      text        not null default '',
    text         text        not null check (length(text) <= 8000),
    shown_as     text        not null,
    source       text        not null check (source in ('NODE', 'SEAT', 'OFFICE')),
    act          text        unique,
    warned       text[]      not null,
    at           timestamptz not null,
    changed_at   timestamptz,
    withdrawn_at timestamptz,
    hidden_at    timestamptz,
    words        tsvector generated always as (to_tsvector('simple', heading || ' ' || text)) stored
);
create index post_of_topic on forum.post (topic, id);
create index post_words on forum.post using gin (words);
create index post_newest on forum.post (at desc, id desc);

-- Who said it, apart from what was said: in a room under the Chatham House Rule no page reads this but for the speaker's own.
create table forum.speaker (
    post        bigint primary key references forum.post on delete cascade,
    tlp         text   not null,
    participant text   not null,
    person      text   not null,
    name        text   not null,
    thread      text
);
create index speaker_person on forum.speaker (person);
create index speaker_thread on forum.speaker (thread);

create table forum.translation (
    post       bigint      not null references forum.post on delete cascade,
    tlp        text        not null,
    language   text        not null,
    machine    boolean     not null,
    text       text        not null check (length(text) between 1 and 8000),
    made_by    text        not null,
    at         timestamptz not null,
    checked_by text,
    checked_at timestamptz,
    primary key (post, language)
);

-- The source agrees that its words bear a wider label. Without a line here, given, no label becomes wider.
create table forum.consent (
    id       bigint generated always as identity primary key,
    post     bigint      not null references forum.post on delete cascade,
    tlp      text        not null,
    wider    text        not null,
    asked_by text,
    asked_at timestamptz,
    why      text        not null default '',
    given_by text,
    given_at timestamptz,
    act      text
);
create index consent_post on forum.consent (post);

create table forum.moderation (
    id          bigint generated always as identity primary key,
    post        bigint      not null references forum.post on delete cascade,
    tlp         text        not null,
    room        text        not null,
    action      text        not null check (action in ('ASK', 'NARROW', 'HIDE')),
    reason      text        not null,
    words       text        not null check (length(words) between 1 and 1000),
    by          text        not null,
    at          timestamptz not null,
    appeal      text,
    appealed_at timestamptz,
    decided_by  text,
    decided_at  timestamptz,
    lifted      boolean,
    decision    text,
    check (decided_by is null or decided_by <> by)
);
create index moderation_post on forum.moderation (post);

-- One line for each participant: the last one stands.
create table forum.stance (
    topic       bigint      not null references forum.topic on delete cascade,
    tlp         text        not null,
    participant text        not null,
    person      text        not null,
    shown_as    text        not null,
    stance      text        not null check (stance in ('AGREE', 'LIVE_WITH', 'CONCERN', 'CANNOT_ACCEPT')),
    words       text        not null check (length(words) <= 1000),
    at          timestamptz not null,
    primary key (topic, participant)
);

-- Who spoke under the Chatham House Rule is opened by two, with a reason, on record.
create table forum.asked_who (
    id        bigint generated always as identity primary key,
    post      bigint      not null references forum.post on delete cascade,
    tlp       text        not null,
    asked_by  text        not null,
    why       text        not null check (length(why) between 1 and 1000),
    asked_at  timestamptz not null,
    agreed_by text,
    agreed_at timestamptz,
    check (agreed_by is null or agreed_by <> asked_by)
);
