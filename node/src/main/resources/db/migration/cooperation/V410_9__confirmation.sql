-- What one officer let leave in an emergency (Art. 2(o)); a second officer's word comes afterwards.
create table cooperation.confirmation (
    act        text primary key references cooperation.draft (act),
    gone_ahead text        not null,
    at         timestamptz not null,
    outcome    text        not null check (outcome in ('AWAITED', 'CONFIRMED', 'NOT_CONFIRMED', 'RECALLED')),
    second     text,
    decided_at timestamptz,
    words      text        not null
);
create index confirmation_awaited on cooperation.confirmation (at) where outcome = 'AWAITED';
create index confirmation_not on cooperation.confirmation (decided_at) where outcome = 'NOT_CONFIRMED';
create index draft_of_thread on cooperation.draft (thread) where act is not null;

-- Emergencies that left before this was kept: those that nobody but their submitter approved.
do $$
begin
    if to_regclass('identity.approval') is not null then
        insert into cooperation.confirmation (act, gone_ahead, at, outcome, words)
        select d.act, d.submitted_by, d.submitted_at, 'AWAITED', ''
          from cooperation.draft d
         where d.status = 'SENT' and d.act is not null and d.submitted_by is not null
           and d.body::jsonb -> 'emergency' = 'true'::jsonb
           and not exists (select from identity.approval a where a.act = d.act and a.person <> d.submitted_by);
    end if;
end
$$;
