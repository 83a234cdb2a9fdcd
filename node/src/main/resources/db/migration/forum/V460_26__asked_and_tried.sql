-- Who opened a question may ask participants for an answer by a day, which all who read the topic read. A temperature check may
-- end with a day. That somebody has not answered is kept nowhere.
alter table forum.topic
    add column asked  text[] not null default '{}',
    add column due_on date;
create index topic_asked on forum.topic using gin (asked) where kind = 'QUESTION';
create index topic_ending on forum.topic (due_on) where kind = 'CHECK' and due_on is not null;

-- Under an accepted answer participants that tried it say how it went: a line each, of that answer alone.
alter table forum.stance
    drop constraint stance_stance_check,
    add constraint stance_stance_check check (stance in
        ('AGREE', 'LIVE_WITH', 'CONCERN', 'CANNOT_ACCEPT', 'WORKED', 'WORKED_CHANGED', 'DID_NOT_WORK')),
    add column answer bigint;
