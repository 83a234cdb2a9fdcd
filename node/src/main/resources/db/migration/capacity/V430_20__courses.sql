-- A course that is held once: its places, and those kept for some States until a day.
create table capacity.cohort (
    id          text        primary key check (id ~ '^[0-9]{4}-C[0-9]{1,3}$'),
    title       text        not null check (length(title) between 1 and 200),
    about       text        not null check (length(about) <= 4000),
    kind        text        not null,
    language    text        not null check (language ~ '^[a-z]{2}$'),
    begins      date        not null,
    ends        date        not null check (ends >= begins),
    places      integer     not null check (places between 1 and 500),
    reserved    integer     not null check (reserved between 0 and places),
    released_on date        not null check (released_on <= begins),
    opened_by   text        not null,
    opened_at   timestamptz not null
);

-- Which State asks for how many places. No name of a person stands here.
create table capacity.place_asked (
    id          bigint      generated always as identity primary key,
    cohort      text        not null references capacity.cohort,
    state       text        not null check (state ~ '^[A-Z]{2}$'),
    persons     integer     not null check (persons between 1 and 500),
    asked_at    timestamptz not null,
    taken_back  timestamptz
);
create index on capacity.place_asked (cohort);

-- That a certificate was given, and the hash of the sealed file; the file itself, which names a person, is not kept.
create table capacity.certificate (
    code        text        primary key check (code ~ '^[0-9a-f]{16}$'),
    cohort      text        not null references capacity.cohort,
    state       text        not null check (state ~ '^[A-Z]{2}$'),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    given_by    text        not null,
    given_at    timestamptz not null
);
create index on capacity.certificate (cohort);
