-- What somebody told the moderators of a room about a contribution: one open line of each participant, until a moderator has looked.
create table forum.notice (
    id          bigint generated always as identity primary key,
    post        bigint      not null references forum.post on delete cascade,
    tlp         text        not null,
    participant text        not null,
    shown_as    text        not null,
    words       text        not null check (length(words) between 1 and 1000),
    at          timestamptz not null,
    looked_by   text,
    looked_at   timestamptz
);
create index notice_of_post on forum.notice (post);
create unique index notice_open on forum.notice (post, participant) where looked_at is null;
create index notice_of_participant on forum.notice (participant, at);
