-- Persons who agreed to be found when help looks for an expert. Deleted whole when the word is taken back or was not renewed.
create table capacity.expert (
    id           text    primary key check (id ~ '^[0-9a-f-]{36}$'),
    name         text    not null check (length(name) between 1 and 200),
    contact      text    not null check (length(contact) between 1 and 200),
    nominated_by text    not null check (length(nominated_by) between 1 and 200),
    kinds        text    not null check (length(kinds) between 1 and 400),
    languages    text    not null check (languages ~ '^[a-z]{2}( [a-z]{2}){0,19}$'),
    consent      text    not null check (length(consent) between 1 and 200),
    given        date    not null,
    until        date    not null check (until >= given),
    named        boolean not null,
    noted_by     text    not null
);
create index on capacity.expert (until);

-- Two officers look at an entry, each once.
create table capacity.expert_vetting (
    n         bigint generated always as identity,
    expert    text   not null references capacity.expert on delete cascade,
    vetted_by text   not null,
    vetted_on date   not null,
    primary key (expert, vetted_by)
);

-- Days on which this person can go.
create table capacity.expert_window (
    expert text not null references capacity.expert on delete cascade,
    begins date not null,
    ends   date not null check (ends >= begins),
    primary key (expert, begins)
);
