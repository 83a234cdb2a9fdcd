-- Requests that are closed to all but named officers, and what one officer proposed and another has still to confirm.
create table cooperation.compartment (
    thread      text primary key,
    closed_at   timestamptz,
    proposed    text,
    why         text,
    proposed_by text,
    proposed_at timestamptz
);
create index compartment_closed on cooperation.compartment (thread) where closed_at is not null;
create table cooperation.compartment_officer (
    thread   text not null references cooperation.compartment (thread),
    official text not null,
    primary key (thread, official)
);
