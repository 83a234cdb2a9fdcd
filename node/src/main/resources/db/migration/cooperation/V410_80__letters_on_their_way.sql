-- How each letter of ours to a State without a node stands: ready, then posted, then received.
create table cooperation.dispatch (
    act         text primary key,
    thread      text        not null,
    ready_at    timestamptz not null,
    post_by     timestamptz not null,
    channel     text,
    number      text        not null default '',
    day         date,
    official    text,
    posted_at   timestamptz,
    received_on date,
    received_by text
);
create index dispatch_thread on cooperation.dispatch (thread);

-- Of which act a letter was.
alter table cooperation.letter_sent add column act text;
alter table cooperation.letter_sent drop constraint letter_sent_thread_what_channel_number_day_key;
create unique index letter_sent_once on cooperation.letter_sent (thread, what, channel, number, day, (coalesce(act, '')));

-- Since when it is our turn, and the one letter that the list speaks of: the oldest that waits, else the newest.
alter table cooperation.request
    add column turn_since      timestamptz,
    add column letter_act      text,
    add column letter_ready_at timestamptz,
    add column letter_post_by  timestamptz,
    add column letter_channel  text,
    add column letter_number   text,
    add column letter_day      date,
    add column letter_official text,
    add column letter_posted_at timestamptz,
    add column letter_received_on date,
    add column post_by         timestamptz;
update cooperation.request set turn_since = changed_at where turn = 'OURS';

-- The desk's order: emergencies first, then what is due first, a letter to be posted as well as a step.
drop index cooperation.request_desk;
drop index cooperation.request_open;
drop index cooperation.request_all;
create index request_desk on cooperation.request
    (emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where turn = 'OURS' or unsent <> '{}' or post_by is not null;
create index request_open on cooperation.request
    (emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread)
    where turn <> 'NOBODY' or post_by is not null;
create index request_all on cooperation.request
    (emergency desc, coalesce(least(due, post_by), 'infinity'::timestamptz), opened_at, thread);
