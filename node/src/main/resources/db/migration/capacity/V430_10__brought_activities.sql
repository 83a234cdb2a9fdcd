-- Files of activities that others published, and what of them holds.
create table capacity.brought (
    id          bigint      generated always as identity primary key,
    name        text        not null check (length(name) between 1 and 200),
    sha256      text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    refused     text        not null check (length(refused) <= 1000),
    brought_by  text        not null,
    brought_at  timestamptz not null
);

-- The activity as it came. A later file with the same identifier takes its place.
create table capacity.brought_activity (
    identifier  text        primary key check (length(identifier) between 1 and 300),
    brought     bigint      not null references capacity.brought,
    xml         text        not null,
    title       text        not null,
    states      text        not null,
    articles    text        not null,
    purposes    text        not null,
    begins      date,
    ends        date
);
create index on capacity.brought_activity (brought);

-- What does not hold, with what is wrong; the activity itself is not kept.
create table capacity.brought_quarantine (
    brought     bigint      not null references capacity.brought,
    number      integer     not null,
    identifier  text        not null,
    faults      text        not null,
    primary key (brought, number)
);
