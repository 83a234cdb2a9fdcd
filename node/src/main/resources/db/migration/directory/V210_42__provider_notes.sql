-- What a provider keeps and how it is served: as our officers noted it, or in its own word from its seat; one of each.
create table directory.provider_note (
    provider   text        not null,
    voice      text        not null check (voice in ('OURS', 'OWN')),
    address    text        not null,
    hours      text        not null,
    emergency  text        not null,
    languages  text        not null,
    demands    text        not null,
    since      date,
    source     text        not null,
    checked    date        not null,
    version    integer     not null,
    writer     text        not null,
    written_at timestamptz not null,
    primary key (provider, voice)
);

-- For how long it keeps data of a kind; null: no fixed period, 0: it keeps none.
create table directory.provider_kept (
    provider text    not null,
    voice    text    not null,
    kind     text    not null,
    days     integer,
    what     text    not null,
    primary key (provider, voice, kind),
    foreign key (provider, voice) references directory.provider_note on delete cascade
);
