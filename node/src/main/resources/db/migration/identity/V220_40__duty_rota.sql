-- Who is on duty when, by the authority's own clock. What was taken out, ended or undone stays, so that calendars learn of it.
create table identity.duty_shift (
    id          bigint generated always as identity primary key,
    person      text        not null references identity.person (id),
    first_day   date        not null,
    -- null: until somebody ends it
    last_day    date        check (last_day >= first_day),
    -- on which days of the week it begins, as ISO 8601 numbers them
    days        smallint[]  not null,
    every_weeks smallint    not null check (every_weeks between 1 and 4),
    begins      time        not null,
    ends        time        not null,
    taken_out   timestamptz,
    -- when its last day was set earlier, and until when it had run before that; null: until somebody ends it
    ended_at    timestamptz,
    ended_was   date,
    entered_at  timestamptz not null
);
create index duty_shift_last on identity.duty_shift (coalesce(last_day, 'infinity'::date)) where taken_out is null;
create index duty_shift_taken_out on identity.duty_shift (taken_out) where taken_out is not null;
create index duty_shift_ended on identity.duty_shift (ended_at) where ended_at is not null;

-- One shift is another's on these days, or nobody's: a swap, leave, a holiday. The newest counts.
create table identity.duty_change (
    id         bigint generated always as identity primary key,
    shift      bigint      not null references identity.duty_shift (id),
    first_day  date        not null,
    last_day   date        not null check (last_day >= first_day),
    instead    text        references identity.person (id),
    entered_at timestamptz not null,
    undone_at  timestamptz
);
create index duty_change_last on identity.duty_change (last_day);
create index duty_change_undone on identity.duty_change (undone_at) where undone_at is not null;
create index duty_change_shift on identity.duty_change (shift, id);

-- Where somebody on duty is told, and rung.
create table identity.duty_address (
    person text primary key references identity.person (id),
    mail   text not null,
    phone  text not null
);
