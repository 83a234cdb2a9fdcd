-- By when delegations are asked for, if the Secretariat asks; States read it of the session.
alter table conference.session add column delegations_by date check (delegations_by <= begins);

-- What came by acts for the lists of a session and waits to be taken over; what it says, and every name, stands in its thread alone.
create table conference.session_part (
    id        bigint      generated always as identity primary key,
    session   text        not null,
    act       text        not null unique,
    thread    text        not null,
    kind      text        not null check (kind in ('DELEGATION', 'FLOOR', 'STATEMENT')),
    voice     text        not null check (length(voice) between 2 and 16),
    item      integer,
    came_at   timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    speaker   bigint,
    statement bigint
);
create index part_of_session on conference.session_part (session, id) where closed_at is null;
create index part_of_thread on conference.session_part (thread);
