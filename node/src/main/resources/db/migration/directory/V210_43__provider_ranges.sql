-- Address ranges, domains and number prefixes that are noted to a provider; each to one alone.
create table directory.provider_range (
    id       bigint generated always as identity primary key,
    provider text        not null,
    kind     text        not null check (kind in ('ADDRESS', 'DOMAIN', 'NUMBER')),
    key      text        not null,
    range    inet        check (range = network(range)),
    source   text        not null,
    day      date        not null,
    official text        not null,
    noted_at timestamptz not null,
    unique (kind, key),
    check ((kind = 'ADDRESS') = (range is not null))
);
create index provider_range_by_address on directory.provider_range using gist (range inet_ops) where range is not null;
create index provider_range_by_provider on directory.provider_range (provider, id);
