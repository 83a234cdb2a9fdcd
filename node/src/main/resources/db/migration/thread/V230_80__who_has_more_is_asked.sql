-- When whoever showed a head above our last is asked itself, the keeper having given nothing (R132).
alter table thread.claim add column ask_at timestamptz;
update thread.claim set ask_at = at + interval '15 minutes';
alter table thread.claim alter column ask_at set not null;
create index claim_asked on thread.claim (ask_at);
