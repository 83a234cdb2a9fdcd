-- Of topics of other nodes that end on a day, of our own words there and of accepted answers: what tells whom a topic waits for. Their boards have the words; this is found without reading them.
create table forum.asked (
    host     text        not null,
    feed     text        not null,
    subject  text        not null check (length(subject) between 1 and 80),
    topic    bigint      not null,
    post     bigint      not null,
    room     text        not null,
    title    text        not null check (length(title) <= 200),
    is_check boolean     not null,
    language text        not null,
    tlp      text        not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    said_by  text        not null check (length(said_by) <= 200),
    asked    text[]      not null,
    due_on   date,
    accepted boolean     not null,
    stale    boolean     not null,
    at       timestamptz not null,
    primary key (host, feed, subject)
);
create index asked_topic on forum.asked (host, topic, post);
create index asked_of on forum.asked using gin (asked) where not is_check;
create index asked_check on forum.asked (due_on) where is_check;
